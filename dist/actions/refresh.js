import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  refresh
} from "../chunks/chunk-CFBQGCFK.js";
import {
  underRunner
} from "../chunks/chunk-63HCESEV.js";
import "../chunks/chunk-CL3HLL4J.js";
import "../chunks/chunk-5CORYAOY.js";
import "../chunks/chunk-X4TSJBDH.js";
import "../chunks/chunk-QCN47WKD.js";
import "../chunks/chunk-ZKCXORBD.js";
import "../chunks/chunk-GLGAEHXX.js";
import "../chunks/chunk-54BRZF63.js";
import "../chunks/chunk-A76MK5VB.js";
import "../chunks/chunk-V3NDJQFK.js";
import {
  resultFiles
} from "../chunks/chunk-ER3G2XHN.js";
import "../chunks/chunk-OBXTH5V2.js";
import {
  baselineUpdateReport,
  changesSomething
} from "../chunks/chunk-35MTZ3JN.js";
import "../chunks/chunk-KJLAGA2M.js";
import {
  refuseLinks
} from "../chunks/chunk-XJDNLKTU.js";
import "../chunks/chunk-Y7MEFD6O.js";
import {
  renderMarkdown
} from "../chunks/chunk-KJXJPGUJ.js";
import "../chunks/chunk-X7S3GNGY.js";
import "../chunks/chunk-JHEBFQ3P.js";
import "../chunks/chunk-26TE6ZOB.js";
import "../chunks/chunk-WBLOP3OH.js";
import "../chunks/chunk-AYJCC6NW.js";
import "../chunks/chunk-URRM4JQ2.js";
import {
  addSummary
} from "../chunks/chunk-JPIHWQC4.js";
import "../chunks/chunk-MNCHGOTB.js";
import "../chunks/chunk-3T3VHYIR.js";
import "../chunks/chunk-OXJKO5GU.js";
import "../chunks/chunk-GMCW5A7Q.js";
import "../chunks/chunk-24JLUGNP.js";
import {
  act
} from "../chunks/chunk-3H3NRBB2.js";
import "../chunks/chunk-45JNQA2S.js";
import "../chunks/chunk-EWWS67YZ.js";
import "../chunks/chunk-H5B6HATQ.js";
import "../chunks/chunk-5WYHEIGI.js";
import "../chunks/chunk-FCEA6E3H.js";
import "../chunks/chunk-F6DOSCOQ.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-G2KZW3ZY.js";
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
