import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  refresh
} from "../chunks/chunk-3U6VIJDK.js";
import {
  underRunner
} from "../chunks/chunk-XSR7PG2H.js";
import "../chunks/chunk-N3WXOUXS.js";
import "../chunks/chunk-5CORYAOY.js";
import "../chunks/chunk-X2DAIN5Y.js";
import "../chunks/chunk-TQE2RDX4.js";
import "../chunks/chunk-GLCMCMH5.js";
import "../chunks/chunk-GG6MSI2F.js";
import "../chunks/chunk-2IR3XKQ5.js";
import "../chunks/chunk-KM2KT7SZ.js";
import "../chunks/chunk-A76MK5VB.js";
import "../chunks/chunk-V3NDJQFK.js";
import {
  resultFiles
} from "../chunks/chunk-MMX24FHD.js";
import "../chunks/chunk-A5OYLWXF.js";
import {
  baselineUpdateReport,
  changesSomething
} from "../chunks/chunk-D4QZGD3O.js";
import "../chunks/chunk-7G3ZZQUA.js";
import "../chunks/chunk-DDU5Q433.js";
import {
  renderMarkdown
} from "../chunks/chunk-ICKVFAQE.js";
import "../chunks/chunk-4VL4X2MK.js";
import {
  refuseLinks
} from "../chunks/chunk-KFIXOD6R.js";
import "../chunks/chunk-TAHKJNCT.js";
import "../chunks/chunk-GL5E6AMI.js";
import "../chunks/chunk-52EYA2V3.js";
import "../chunks/chunk-MKUT46HH.js";
import {
  addSummary
} from "../chunks/chunk-2IYPXBLJ.js";
import "../chunks/chunk-DQTLCR26.js";
import "../chunks/chunk-KTZ7JAJU.js";
import "../chunks/chunk-VWNRHXPV.js";
import "../chunks/chunk-KGUNOPRW.js";
import "../chunks/chunk-W7UWJNTH.js";
import "../chunks/chunk-UMFG6ZND.js";
import "../chunks/chunk-GLOQKCYA.js";
import "../chunks/chunk-SAMDT5C3.js";
import {
  act
} from "../chunks/chunk-ZB5WTJNO.js";
import "../chunks/chunk-RCRVUZUP.js";
import "../chunks/chunk-MILX7PLV.js";
import "../chunks/chunk-GQREVMZT.js";
import "../chunks/chunk-VPN5A5YR.js";
import "../chunks/chunk-PS4LRULL.js";
import "../chunks/chunk-P5PA3TYE.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-RZGKQOWJ.js";
import "../chunks/chunk-OHF2BV36.js";
import "../chunks/chunk-TSNSTRFB.js";
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
