import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  refresh
} from "../chunks/chunk-UF74LABV.js";
import {
  underRunner
} from "../chunks/chunk-4V7JYTJO.js";
import "../chunks/chunk-YZCZHAK2.js";
import "../chunks/chunk-FPJKUUJX.js";
import "../chunks/chunk-JVFRKXZJ.js";
import "../chunks/chunk-ZKCXORBD.js";
import "../chunks/chunk-GLGAEHXX.js";
import "../chunks/chunk-NMOFZ262.js";
import "../chunks/chunk-A76MK5VB.js";
import "../chunks/chunk-V3NDJQFK.js";
import {
  resultFiles
} from "../chunks/chunk-BLQ7YNNI.js";
import "../chunks/chunk-GMWNIMNR.js";
import {
  baselineUpdateReport,
  changesSomething
} from "../chunks/chunk-G2EOFUTM.js";
import "../chunks/chunk-WS7F7YDN.js";
import {
  refuseLinks
} from "../chunks/chunk-HBVTRUJE.js";
import {
  renderMarkdown
} from "../chunks/chunk-C2OZEBMD.js";
import "../chunks/chunk-X7S3GNGY.js";
import "../chunks/chunk-X7XC6PAQ.js";
import "../chunks/chunk-A3QP4PI5.js";
import "../chunks/chunk-WBLOP3OH.js";
import "../chunks/chunk-PGRH27FY.js";
import "../chunks/chunk-3YFLM4R2.js";
import {
  addSummary
} from "../chunks/chunk-Z2UQJAB3.js";
import "../chunks/chunk-EPUYYZAZ.js";
import "../chunks/chunk-3T3VHYIR.js";
import "../chunks/chunk-JWQOMRHM.js";
import "../chunks/chunk-M6GDXU4E.js";
import "../chunks/chunk-QNF5IGQ3.js";
import {
  act
} from "../chunks/chunk-XYOXEZDA.js";
import "../chunks/chunk-45JNQA2S.js";
import "../chunks/chunk-VIV74OAY.js";
import "../chunks/chunk-BTASFLMI.js";
import "../chunks/chunk-K4HRKR64.js";
import "../chunks/chunk-5WYHEIGI.js";
import "../chunks/chunk-UEK6BQMA.js";
import "../chunks/chunk-RVXCGWXA.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import {
  setOutput
} from "../chunks/chunk-FKADNPDV.js";
import "../chunks/chunk-5XWL5JNG.js";

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
await act("refresh", refreshCommand);
