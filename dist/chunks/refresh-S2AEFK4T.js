import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  refresh
} from "./chunk-7EHG4VFP.js";
import "./chunk-YDW66U3H.js";
import {
  changesSomething,
  learnedReport
} from "./chunk-DD3NSTLH.js";
import {
  underRunner
} from "./chunk-HI2YIP6P.js";
import "./chunk-ZMWASZ5N.js";
import {
  addSummary
} from "./chunk-7NASM24Y.js";
import "./chunk-OEELECDF.js";
import "./chunk-BGDIVHP7.js";
import "./chunk-XLXVS4HD.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-42EP362F.js";
import {
  refuseLinks
} from "./chunk-BCPURNDR.js";
import "./chunk-JXO6NNPS.js";
import "./chunk-FSCN2NQB.js";
import {
  renderMarkdown
} from "./chunk-QF2FWGQL.js";
import "./chunk-EKCDY6NM.js";
import "./chunk-AWDBZIRN.js";
import "./chunk-GJSA7KGE.js";
import "./chunk-KKJEM7TQ.js";
import {
  resultFiles
} from "./chunk-BB64EIWI.js";
import "./chunk-EFZY4FG5.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-YFSIEZNQ.js";
import "./chunk-AKXYMCQU.js";
import "./chunk-EZPYDSGX.js";
import "./chunk-DKJGYVTX.js";
import "./chunk-IYWTEJWL.js";
import "./chunk-3D7PVHWS.js";
import "./chunk-SFCUFVPB.js";
import {
  setOutput
} from "./chunk-FKADNPDV.js";
import "./chunk-QBSVRUIP.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-MVWLFD5R.js";
import "./chunk-XWTACTLH.js";
import "./chunk-46SIF4ZK.js";
import "./chunk-LJOYK5Z6.js";
import "./chunk-RVXCGWXA.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";

// src/actionCommands/refresh.ts
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
