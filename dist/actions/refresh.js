import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  refresh
} from "../chunks/chunk-HCBSRF7A.js";
import {
  underRunner
} from "../chunks/chunk-IXWYVZ77.js";
import "../chunks/chunk-I4COBKEW.js";
import "../chunks/chunk-C3LAMR4P.js";
import "../chunks/chunk-GSLCWZCF.js";
import "../chunks/chunk-THMOR72H.js";
import "../chunks/chunk-FAXXC353.js";
import "../chunks/chunk-CKIKNP4S.js";
import "../chunks/chunk-JQ64J7FM.js";
import "../chunks/chunk-T5576KYZ.js";
import "../chunks/chunk-YHXTYJ3A.js";
import "../chunks/chunk-V3NDJQFK.js";
import {
  resultFiles
} from "../chunks/chunk-OEKFHLQH.js";
import "../chunks/chunk-Y3XO2ACU.js";
import {
  baselineUpdateReport,
  changesSomething
} from "../chunks/chunk-7CYBPOIR.js";
import "../chunks/chunk-AVMGVZHM.js";
import "../chunks/chunk-DODY6POW.js";
import "../chunks/chunk-T4ZNNPGP.js";
import {
  renderMarkdown
} from "../chunks/chunk-H3G7KOFV.js";
import "../chunks/chunk-4VL4X2MK.js";
import {
  refuseLinks
} from "../chunks/chunk-XW5CLFQN.js";
import "../chunks/chunk-OQH6SHCG.js";
import "../chunks/chunk-J572PHDR.js";
import "../chunks/chunk-LFXBMTSD.js";
import "../chunks/chunk-RXPND74W.js";
import "../chunks/chunk-NLPLDUTU.js";
import {
  addSummary
} from "../chunks/chunk-JL5A5O3W.js";
import "../chunks/chunk-DQTLCR26.js";
import "../chunks/chunk-HGN54WNV.js";
import "../chunks/chunk-IYCQVKGC.js";
import "../chunks/chunk-KGUNOPRW.js";
import "../chunks/chunk-OKXFYSDW.js";
import "../chunks/chunk-PK3XEFPR.js";
import "../chunks/chunk-CVHPNJED.js";
import "../chunks/chunk-SAMDT5C3.js";
import {
  act
} from "../chunks/chunk-SBJEKN7F.js";
import "../chunks/chunk-RCRVUZUP.js";
import "../chunks/chunk-3KH6EGV4.js";
import "../chunks/chunk-L3PENX4O.js";
import "../chunks/chunk-4XPSXIGN.js";
import "../chunks/chunk-LAUIYLMP.js";
import "../chunks/chunk-SOFWC5QX.js";
import "../chunks/chunk-SHGZJK5N.js";
import "../chunks/chunk-RZGKQOWJ.js";
import "../chunks/chunk-OHF2BV36.js";
import "../chunks/chunk-TSNSTRFB.js";
import "../chunks/chunk-HSULD6WJ.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-YKIAVSG6.js";
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
