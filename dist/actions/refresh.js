import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  refresh
} from "../chunks/chunk-7MCRESLW.js";
import {
  underRunner
} from "../chunks/chunk-GROSFRH5.js";
import "../chunks/chunk-E56SK63W.js";
import "../chunks/chunk-C3LAMR4P.js";
import "../chunks/chunk-ZL6MYOHZ.js";
import "../chunks/chunk-I4JFVW46.js";
import "../chunks/chunk-YMQE6MMT.js";
import "../chunks/chunk-RRSKN3T7.js";
import "../chunks/chunk-AMNKOJPG.js";
import "../chunks/chunk-YHXTYJ3A.js";
import "../chunks/chunk-V3NDJQFK.js";
import {
  resultFiles
} from "../chunks/chunk-4FQTZTAG.js";
import "../chunks/chunk-Y3XO2ACU.js";
import {
  baselineUpdateReport,
  changesSomething
} from "../chunks/chunk-B7VFVBBX.js";
import "../chunks/chunk-4WTDZVXY.js";
import "../chunks/chunk-RXQFAPB3.js";
import "../chunks/chunk-WDDUMCTS.js";
import {
  renderMarkdown
} from "../chunks/chunk-WLGQUHXC.js";
import "../chunks/chunk-4VL4X2MK.js";
import {
  refuseLinks
} from "../chunks/chunk-PB3XUASO.js";
import "../chunks/chunk-NFGG2ZNG.js";
import "../chunks/chunk-J572PHDR.js";
import "../chunks/chunk-LFXBMTSD.js";
import "../chunks/chunk-ABJXPRBV.js";
import "../chunks/chunk-DCKNOIEP.js";
import {
  addSummary
} from "../chunks/chunk-PMKA6I5P.js";
import "../chunks/chunk-DQTLCR26.js";
import "../chunks/chunk-ENIUUCJC.js";
import "../chunks/chunk-UM64CFUL.js";
import "../chunks/chunk-KGUNOPRW.js";
import "../chunks/chunk-ETOU3F2Y.js";
import "../chunks/chunk-4PNOJ3E4.js";
import "../chunks/chunk-EG2AZPHG.js";
import "../chunks/chunk-SAMDT5C3.js";
import {
  act
} from "../chunks/chunk-JED3G5YE.js";
import "../chunks/chunk-RCRVUZUP.js";
import "../chunks/chunk-VA6BJ3OP.js";
import "../chunks/chunk-4XPSXIGN.js";
import "../chunks/chunk-CPG3LJ2A.js";
import "../chunks/chunk-OZULCYXH.js";
import "../chunks/chunk-RFFX33ZJ.js";
import "../chunks/chunk-4FJAYMGD.js";
import "../chunks/chunk-HSULD6WJ.js";
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
