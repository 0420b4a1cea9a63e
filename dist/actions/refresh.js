import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  refresh
} from "../chunks/chunk-A6E3Y7SL.js";
import {
  underRunner
} from "../chunks/chunk-3YPRWOK2.js";
import "../chunks/chunk-N4HS6KR2.js";
import "../chunks/chunk-5CORYAOY.js";
import "../chunks/chunk-ZKSI3MZH.js";
import "../chunks/chunk-XZNUYU44.js";
import "../chunks/chunk-Q3QPQ3DE.js";
import "../chunks/chunk-UI5CF7BL.js";
import "../chunks/chunk-GLGAEHXX.js";
import "../chunks/chunk-6L5B6MRM.js";
import "../chunks/chunk-A76MK5VB.js";
import "../chunks/chunk-V3NDJQFK.js";
import {
  resultFiles
} from "../chunks/chunk-PHYKBHBR.js";
import "../chunks/chunk-BUFK6K3F.js";
import {
  baselineUpdateReport,
  changesSomething
} from "../chunks/chunk-DSKRXMZD.js";
import "../chunks/chunk-HIHRBKEW.js";
import {
  refuseLinks
} from "../chunks/chunk-6OBR6TQO.js";
import "../chunks/chunk-OBRHRKUR.js";
import {
  renderMarkdown
} from "../chunks/chunk-K5RZR3QV.js";
import "../chunks/chunk-O5FRELDM.js";
import "../chunks/chunk-MDPG2TBJ.js";
import "../chunks/chunk-SDCAMG6H.js";
import "../chunks/chunk-WBLOP3OH.js";
import "../chunks/chunk-NPJHJBF7.js";
import "../chunks/chunk-5RKWOOQI.js";
import {
  addSummary
} from "../chunks/chunk-WLIN3VX4.js";
import "../chunks/chunk-3XBNUVJR.js";
import "../chunks/chunk-DNZCQWF7.js";
import "../chunks/chunk-KGUNOPRW.js";
import "../chunks/chunk-3T3VHYIR.js";
import "../chunks/chunk-2LMAZ52R.js";
import "../chunks/chunk-366KZEUV.js";
import "../chunks/chunk-SAMDT5C3.js";
import {
  act
} from "../chunks/chunk-KUDYVFGF.js";
import "../chunks/chunk-45JNQA2S.js";
import "../chunks/chunk-HEXVOPBL.js";
import "../chunks/chunk-3CJGGXZ7.js";
import "../chunks/chunk-UOLCFZP2.js";
import "../chunks/chunk-5WYHEIGI.js";
import "../chunks/chunk-DTGSO662.js";
import "../chunks/chunk-D5SREWDV.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-FOCAHIEL.js";
import "../chunks/chunk-OHF2BV36.js";
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
