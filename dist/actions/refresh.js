import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  refresh
} from "../chunks/chunk-5B3ASNNM.js";
import {
  underRunner
} from "../chunks/chunk-GTHGPYZR.js";
import "../chunks/chunk-CSQ6D73J.js";
import "../chunks/chunk-5CORYAOY.js";
import "../chunks/chunk-YPIOXBNF.js";
import "../chunks/chunk-OHE57BG6.js";
import "../chunks/chunk-7AGJR5YQ.js";
import "../chunks/chunk-UI5CF7BL.js";
import "../chunks/chunk-GLGAEHXX.js";
import "../chunks/chunk-SF4CPN3S.js";
import "../chunks/chunk-A76MK5VB.js";
import "../chunks/chunk-V3NDJQFK.js";
import {
  resultFiles
} from "../chunks/chunk-SJ46P4UY.js";
import "../chunks/chunk-R2WCBQY6.js";
import {
  baselineUpdateReport,
  changesSomething
} from "../chunks/chunk-MBQRLGAH.js";
import "../chunks/chunk-KJLAGA2M.js";
import {
  refuseLinks
} from "../chunks/chunk-RH76S456.js";
import "../chunks/chunk-4O2NTDYN.js";
import {
  renderMarkdown
} from "../chunks/chunk-XBXI5JZW.js";
import "../chunks/chunk-I3FLOG7W.js";
import "../chunks/chunk-J4BYQ2V6.js";
import "../chunks/chunk-26TE6ZOB.js";
import "../chunks/chunk-WBLOP3OH.js";
import "../chunks/chunk-3BN5HSGH.js";
import "../chunks/chunk-FG33HFSF.js";
import {
  addSummary
} from "../chunks/chunk-ZOX5YRVC.js";
import "../chunks/chunk-FDQ44ORG.js";
import "../chunks/chunk-EIF4E76W.js";
import "../chunks/chunk-KGUNOPRW.js";
import "../chunks/chunk-3T3VHYIR.js";
import "../chunks/chunk-GB3BGDVR.js";
import "../chunks/chunk-24JLUGNP.js";
import {
  act
} from "../chunks/chunk-72CUJOAB.js";
import "../chunks/chunk-45JNQA2S.js";
import "../chunks/chunk-VQ6EIVOJ.js";
import "../chunks/chunk-YUUHRTZJ.js";
import "../chunks/chunk-H5B6HATQ.js";
import "../chunks/chunk-5WYHEIGI.js";
import "../chunks/chunk-ZQIFQCMM.js";
import "../chunks/chunk-F6DOSCOQ.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-G2KZW3ZY.js";
import "../chunks/chunk-OCSF6W6H.js";
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
