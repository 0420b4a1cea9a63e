import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  traceReport
} from "./chunk-672MABQX.js";
import {
  forTerminal,
  renderJson
} from "./chunk-27H4IF4Q.js";
import "./chunk-57UWAAKY.js";
import {
  BACKGROUND,
  createRunTracer,
  identify,
  measureOnce,
  remeasured
} from "./chunk-XK7X47MN.js";
import {
  createDisposal,
  openLab,
  takeDown
} from "./chunk-O4ESJTTS.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-7GPNBFQD.js";
import "./chunk-PLPRJCLQ.js";
import {
  renderHtml
} from "./chunk-NHUIEINT.js";
import "./chunk-3T3VHYIR.js";
import {
  renderMarkdown
} from "./chunk-WSHDVWH6.js";
import {
  openResults
} from "./chunk-QYPAJIXE.js";
import {
  TRACE_SCHEMA
} from "./chunk-DM6JMSMC.js";
import {
  topologyOf
} from "./chunk-Y5RXFHFG.js";
import "./chunk-RGJEWX6A.js";
import "./chunk-HP5DRTI5.js";
import "./chunk-3N62MUP3.js";
import "./chunk-TRMHDDGF.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-XWTACTLH.js";
import "./chunk-46SIF4ZK.js";
import "./chunk-3J2XX2DR.js";
import "./chunk-RVXCGWXA.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";

// src/cli/traceCommand.ts
import { relative } from "node:path";

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
  metad: "metad"
};
function speaker({ caller, node }, span) {
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
async function traceOne(settings, context) {
  const { log } = context;
  const { command } = settings;
  const results = await openResults(settings.out);
  const disposal = createDisposal(log);
  try {
    const lab = await openLab(settings, { ...context, disposal });
    const line = command.join(" ");
    const keepLogs = (logs) => results.writeLogs("trace", 1, logs);
    const actions = [{ kind: "run", command }];
    const tracer = createRunTracer(disposal);
    const traced = await remeasured(
      line,
      context,
      () => log.phase(
        `trace ${line}`,
        () => measureOnce(lab, { name: "trace", actions }, { ...context, tracer, keepLogs })
      )
    );
    const result = {
      schema: TRACE_SCHEMA,
      command: line,
      ganeti: lab.ganeti,
      cluster: topologyOf(lab),
      seconds: traced.readings.get("wall")?.value ?? 0,
      causes: [...traced.causes],
      share: [...traced.shares],
      messages: messagesOf(traced.events, traced.spans)
    };
    const report = traceReport(result);
    await results.writeTrace(result);
    await results.appendEvents("trace", 1, traced.events);
    await results.writeReport(renderMarkdown(report), renderHtml(report));
    return { result, report, files: results.files };
  } finally {
    await takeDown(disposal, log);
  }
}

// src/cli/traceCommand.ts
async function trace(settings, context) {
  const { result, report, files } = await traceOne(settings, context);
  context.print(settings.json ? renderJson(result) : `
${forTerminal(report)}
`);
  context.log.info(`written: ${relative(".", files.report)}, and beside it all that was traced`);
  return EXIT.ok;
}
export {
  trace
};
