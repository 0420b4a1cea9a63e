import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  refresh
} from "../chunks/chunk-57ZJRMFD.js";
import {
  underRunner
} from "../chunks/chunk-KPTE2PIX.js";
import "../chunks/chunk-ULQMRGPI.js";
import "../chunks/chunk-VLMVZDBV.js";
import "../chunks/chunk-JVFRKXZJ.js";
import "../chunks/chunk-ZKCXORBD.js";
import "../chunks/chunk-GLGAEHXX.js";
import "../chunks/chunk-QD7DHDQG.js";
import "../chunks/chunk-A76MK5VB.js";
import "../chunks/chunk-V3NDJQFK.js";
import {
  resultFiles
} from "../chunks/chunk-OF2ZGE2X.js";
import "../chunks/chunk-GMWNIMNR.js";
import {
  baselineUpdateReport,
  changesSomething
} from "../chunks/chunk-JRZPFDKZ.js";
import "../chunks/chunk-WS7F7YDN.js";
import {
  refuseLinks
} from "../chunks/chunk-IJ7W6Y6N.js";
import {
  renderMarkdown
} from "../chunks/chunk-4JSTCIE2.js";
import "../chunks/chunk-X7S3GNGY.js";
import "../chunks/chunk-EHLIHZSN.js";
import "../chunks/chunk-A3QP4PI5.js";
import "../chunks/chunk-WBLOP3OH.js";
import "../chunks/chunk-EI646PWO.js";
import "../chunks/chunk-PT5RK7KB.js";
import {
  addSummary
} from "../chunks/chunk-F56UCS56.js";
import "../chunks/chunk-25KDXKWL.js";
import "../chunks/chunk-3T3VHYIR.js";
import "../chunks/chunk-IH27PL5B.js";
import "../chunks/chunk-XNV6JCTA.js";
import "../chunks/chunk-QNF5IGQ3.js";
import {
  act
} from "../chunks/chunk-P2CVZ3M6.js";
import "../chunks/chunk-45JNQA2S.js";
import "../chunks/chunk-VIV74OAY.js";
import "../chunks/chunk-CBF7CDUE.js";
import "../chunks/chunk-K4HRKR64.js";
import "../chunks/chunk-5WYHEIGI.js";
import "../chunks/chunk-R6PBMWWY.js";
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
