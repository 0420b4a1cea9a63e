import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  onSettled,
  sparsely
} from "./chunk-45JNQA2S.js";
import {
  debug,
  endGroup,
  error,
  info,
  startGroup,
  warning
} from "./chunk-FKADNPDV.js";

// src/platform/log/actionsLog.ts
import { randomUUID } from "node:crypto";
function actionsLog({
  verbose,
  now = () => performance.now()
}) {
  let depth = 0;
  return {
    info: (message) => info(framed(message)),
    debug: (message) => {
      if (verbose) info(framed(message));
      else debug(message);
    },
    // These two are commands, whose data the toolkit escapes.
    warn: (message) => warning(message),
    error: (message) => error(message),
    async phase(title, work) {
      const since = now();
      const outermost = depth++ === 0;
      if (outermost) startGroup(oneLine(title));
      else info(framed(`\u2026 ${title}`));
      const progress = sparsely(now, since, (step, after) => {
        info(framed(`\u2026 ${title}: ${step} (${(after / 1e3).toFixed(0)} s)`));
      });
      return onSettled(
        () => work(progress),
        (succeeded) => {
          depth--;
          const time = ((now() - since) / 1e3).toFixed(1);
          info(framed(`${succeeded ? "\u2714" : "\u2718"} ${title} (${time} s)`));
          if (outermost) endGroup();
        }
      );
    }
  };
}
function framed(message, token = randomUUID()) {
  if (!/[\r\n]|::|##\[/.test(message)) return message;
  return `::stop-commands::${token}
${message}
::${token}::`;
}
var oneLine = (text) => text.replace(/\s+/g, " ");

export {
  actionsLog,
  framed
};
