import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  refresh
} from "./chunk-TG7T7KP5.js";
import {
  baselineUpdateReport,
  changesSomething
} from "./chunk-455J6TGI.js";
import {
  underRunner
} from "./chunk-ETPYPMWK.js";
import "./chunk-QHROQPKT.js";
import "./chunk-NMUNEORA.js";
import "./chunk-AVCMD5U4.js";
import "./chunk-XK7X47MN.js";
import "./chunk-O4ESJTTS.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-7N25NOI4.js";
import "./chunk-ENCR327N.js";
import "./chunk-A76MK5VB.js";
import {
  addSummary
} from "./chunk-F5E26E7U.js";
import "./chunk-T73W2HS3.js";
import "./chunk-WJPKD4ZY.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-V3NDJQFK.js";
import {
  refuseLinks
} from "./chunk-ZW47P2PA.js";
import "./chunk-YW5T4O67.js";
import {
  renderMarkdown
} from "./chunk-WSHDVWH6.js";
import {
  resultFiles
} from "./chunk-QYPAJIXE.js";
import "./chunk-DM6JMSMC.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-RGJEWX6A.js";
import "./chunk-33OKRWBK.js";
import "./chunk-45JNQA2S.js";
import "./chunk-HP5DRTI5.js";
import "./chunk-3N62MUP3.js";
import "./chunk-TRMHDDGF.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-JRCCUOWA.js";
import "./chunk-XWTACTLH.js";
import "./chunk-46SIF4ZK.js";
import "./chunk-3J2XX2DR.js";
import "./chunk-RVXCGWXA.js";
import "./chunk-ULI3DSBC.js";
import {
  setOutput
} from "./chunk-FKADNPDV.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";

// src/action/refreshStep.ts
import { isAbsolute } from "node:path";
async function refreshCommand(settings) {
  const { baselines } = settings;
  if (baselines !== void 0 && !isAbsolute(baselines)) await refuseLinks(".", baselines);
  const learned = await underRunner(settings, (context) => refresh(settings, context));
  const { measurement, events } = resultFiles(settings.out);
  const summary = renderMarkdown(baselineUpdateReport(learned));
  setOutput("measurement", measurement);
  setOutput("events", events);
  setOutput(
    "changed",
    learned.some(({ changes }) => changesSomething(changes))
  );
  setOutput("summary", summary);
  await addSummary(summary);
}
export {
  refreshCommand
};
