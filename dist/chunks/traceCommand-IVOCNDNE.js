import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  traceReport
} from "./chunk-2FXCTLUE.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-75V6EXLZ.js";
import "./chunk-57UWAAKY.js";
import {
  remeasured
} from "./chunk-C3LAMR4P.js";
import {
  BACKGROUND,
  containerTestbeds,
  identify,
  withTestbed
} from "./chunk-GSLCWZCF.js";
import "./chunk-THMOR72H.js";
import "./chunk-FAXXC353.js";
import "./chunk-CKIKNP4S.js";
import "./chunk-JQ64J7FM.js";
import {
  openResults
} from "./chunk-OEKFHLQH.js";
import "./chunk-Y3XO2ACU.js";
import "./chunk-GGPTUHQK.js";
import "./chunk-AVMGVZHM.js";
import "./chunk-AXLRMFYY.js";
import "./chunk-H3G7KOFV.js";
import "./chunk-4VL4X2MK.js";
import {
  TRACE_SCHEMA
} from "./chunk-XW5CLFQN.js";
import "./chunk-OQH6SHCG.js";
import "./chunk-J572PHDR.js";
import "./chunk-LFXBMTSD.js";
import "./chunk-NLPLDUTU.js";
import "./chunk-OKXFYSDW.js";
import "./chunk-PK3XEFPR.js";
import "./chunk-CVHPNJED.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-L3PENX4O.js";
import "./chunk-4XPSXIGN.js";
import "./chunk-LAUIYLMP.js";
import "./chunk-SOFWC5QX.js";
import "./chunk-SHGZJK5N.js";
import "./chunk-RZGKQOWJ.js";
import "./chunk-OHF2BV36.js";
import "./chunk-TSNSTRFB.js";
import {
  EXIT
} from "./chunk-HSULD6WJ.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-YKIAVSG6.js";
import "./chunk-5XWL5JNG.js";

// src/cause/messages.ts
function messagesOf(events, spans) {
  return events.flatMap((event, i) => {
    const span = spans[i];
    if (!span || BACKGROUND.has(event.caller)) return [];
    const { at } = event;
    const from = speaker(event, span);
    if (event.kind === "rpc") {
      const to = event.channel === "node" ? `node${event.target}` : DAEMONS[event.channel];
      return [{ at, from, to: to ?? event.channel, text: event.procedure, kind: "call" }];
    }
    if (event.kind !== "execve" || !event.succeeded) return [];
    const { job } = identify(event.program, event.argv);
    if (job !== void 0) return [{ at, from, to: span.label, text: "start", kind: "start" }];
    return span.kind === "command" ? [] : [{ at, from, to: from, text: event.program, kind: "run" }];
  });
}
var DAEMONS = {
  luxi: "luxid",
  wconfd: "wconfd",
  confd: "confd",
  metad: "metad",
  rapi: "rapi"
};
var CLIENT = "client";
function speaker(event, span) {
  const { caller, node } = event;
  if (event.kind === "rpc" && event.channel === "rapi") return CLIENT;
  if (caller === "job") return jobOf(span) ?? caller;
  if (caller === "ganeti-noded" || caller === "sshd") return `node${node}`;
  return caller.replace(/^ganeti-/, "");
}
function jobOf(span) {
  for (let above = span; above; above = above.parent) {
    if (above.kind === "job") return above.label;
  }
  return void 0;
}

// src/usecases/traceOne.ts
async function traceOne(settings, context, testbeds = containerTestbeds) {
  const { command } = settings;
  const line = command.join(" ");
  const results = await openResults(settings.out);
  const keepLogs = (logs) => results.writeLogs("trace", 1, logs);
  return withTestbed(testbeds, settings, context, async (testbed) => {
    const traced = await remeasured(
      line,
      context,
      () => context.log.phase(
        `trace ${line}`,
        (progress) => testbed.traceOnce(command, { ...context, keepLogs, progress })
      )
    );
    const result = resultOf(line, testbed, traced);
    const report = traceReport(result);
    await results.writeTrace(result);
    await results.appendEvents("trace", 1, traced.events, traced.collections);
    await results.writeReport(report);
    return { result, report, files: results.files };
  });
}
function resultOf(command, { facts }, traced) {
  return {
    schema: TRACE_SCHEMA,
    command,
    ganeti: facts.ganeti,
    cluster: facts.cluster,
    ...facts.environment.storage === "real" && { storage: "real" },
    seconds: traced.readings.get("wall")?.value ?? 0,
    causes: [...traced.causes],
    share: [...traced.shares],
    messages: messagesOf(traced.events, traced.spans)
  };
}

// src/cli/traceCommand.ts
async function trace(settings, context) {
  const { result, report, files } = await traceOne(settings, context);
  context.print(settings.json ? renderJson(result) : `
${forTerminal(report)}
`);
  context.log.info(`written: ${shortPath(files.report)}, and beside it all that was traced`);
  return EXIT.ok;
}
export {
  trace
};
