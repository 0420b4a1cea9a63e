import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  refresh
} from "../chunks/chunk-AN2LA4GQ.js";
import {
  underRunner
} from "../chunks/chunk-OTHQJA42.js";
import "../chunks/chunk-Q6MJJ7WQ.js";
import "../chunks/chunk-5CORYAOY.js";
import "../chunks/chunk-TLBQ5LD4.js";
import "../chunks/chunk-MM224Z3P.js";
import "../chunks/chunk-UUTOF6SK.js";
import "../chunks/chunk-UUXT4IBY.js";
import "../chunks/chunk-GLGAEHXX.js";
import "../chunks/chunk-GIFKTR7N.js";
import "../chunks/chunk-A76MK5VB.js";
import "../chunks/chunk-V3NDJQFK.js";
import {
  resultFiles
} from "../chunks/chunk-ZJB3R57G.js";
import "../chunks/chunk-VYIR6I5D.js";
import {
  baselineUpdateReport,
  changesSomething
} from "../chunks/chunk-PAT5PFYT.js";
import "../chunks/chunk-NJZIQNOW.js";
import {
  refuseLinks
} from "../chunks/chunk-A2YLTDHI.js";
import "../chunks/chunk-QHCBQYXV.js";
import {
  renderMarkdown
} from "../chunks/chunk-GI5OQAQC.js";
import "../chunks/chunk-O5FRELDM.js";
import "../chunks/chunk-V6QA6T7Y.js";
import "../chunks/chunk-JSGERO53.js";
import "../chunks/chunk-WBLOP3OH.js";
import "../chunks/chunk-N2THIXB5.js";
import "../chunks/chunk-Z7XNMM74.js";
import {
  addSummary
} from "../chunks/chunk-A6ZEBKT6.js";
import "../chunks/chunk-QUSMYMNX.js";
import "../chunks/chunk-QH47MABX.js";
import "../chunks/chunk-KGUNOPRW.js";
import "../chunks/chunk-3T3VHYIR.js";
import "../chunks/chunk-2LMAZ52R.js";
import "../chunks/chunk-FH2PKCAA.js";
import "../chunks/chunk-SAMDT5C3.js";
import {
  act
} from "../chunks/chunk-6ON2YY52.js";
import "../chunks/chunk-45JNQA2S.js";
import "../chunks/chunk-VSTBCIJK.js";
import "../chunks/chunk-3CJGGXZ7.js";
import "../chunks/chunk-J7D3GFNR.js";
import "../chunks/chunk-5WYHEIGI.js";
import "../chunks/chunk-IQUKULMR.js";
import "../chunks/chunk-VUCNCSIX.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-FOCAHIEL.js";
import "../chunks/chunk-OCSF6W6H.js";
import "../chunks/chunk-OHF2BV36.js";
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
