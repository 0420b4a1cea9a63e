import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  refresh
} from "./chunk-VIMMG6ZC.js";
import {
  changesSomething,
  learnedReport
} from "./chunk-GQ75RREX.js";
import {
  underRunner
} from "./chunk-DX6IJY6T.js";
import "./chunk-GMRKYWYH.js";
import "./chunk-Z3SVRXUN.js";
import "./chunk-AYF27EWV.js";
import "./chunk-3K5X5ZU6.js";
import "./chunk-5G5GXVD6.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-3SOILTWA.js";
import "./chunk-ZWUIERPW.js";
import "./chunk-A76MK5VB.js";
import {
  addSummary
} from "./chunk-H3KDCCTV.js";
import "./chunk-T73W2HS3.js";
import "./chunk-YIHYB4AG.js";
import "./chunk-2GQRYB3D.js";
import "./chunk-V3NDJQFK.js";
import {
  refuseLinks
} from "./chunk-NBZPAOK5.js";
import "./chunk-PNZDP43E.js";
import {
  renderMarkdown
} from "./chunk-PZFGTOEQ.js";
import {
  resultFiles
} from "./chunk-AUTO3T4S.js";
import "./chunk-B7A3PX6K.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-VE2OQCO4.js";
import "./chunk-SMNK7HXZ.js";
import "./chunk-A5Y6IOBP.js";
import "./chunk-HP5DRTI5.js";
import "./chunk-3N62MUP3.js";
import "./chunk-TRMHDDGF.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-YVJJYBXE.js";
import "./chunk-XWTACTLH.js";
import "./chunk-46SIF4ZK.js";
import "./chunk-AIL3RAL5.js";
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
  const summary = renderMarkdown(learnedReport(learned));
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
