import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-X7ZGIQVC.js";
import "./chunk-JRQNIQNR.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-DPXHKXIP.js";
import "./chunk-57UWAAKY.js";
import {
  merge
} from "./chunk-D3QHW3TO.js";
import "./chunk-LAGDDD46.js";
import "./chunk-SF4CPN3S.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-SJ46P4UY.js";
import "./chunk-R2WCBQY6.js";
import "./chunk-52SZRDML.js";
import "./chunk-HUAVST32.js";
import "./chunk-CCOQO3MH.js";
import "./chunk-UJV7G4UM.js";
import "./chunk-PT6IDR7E.js";
import "./chunk-XYZIRDX3.js";
import "./chunk-WQ56JGXB.js";
import "./chunk-KJLAGA2M.js";
import "./chunk-RH76S456.js";
import "./chunk-4O2NTDYN.js";
import "./chunk-XBXI5JZW.js";
import "./chunk-I3FLOG7W.js";
import "./chunk-J4BYQ2V6.js";
import "./chunk-26TE6ZOB.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-FDQ44ORG.js";
import "./chunk-EIF4E76W.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-GB3BGDVR.js";
import "./chunk-24JLUGNP.js";
import "./chunk-YUUHRTZJ.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-ZQIFQCMM.js";
import "./chunk-F6DOSCOQ.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-G2KZW3ZY.js";
import "./chunk-OCSF6W6H.js";
import "./chunk-5XWL5JNG.js";

// src/cli/mergeCommand.ts
async function mergeFiles(settings, context) {
  const shards = await readMeasurementFiles(settings.files);
  const { exitCode, comparison, report, files } = await merge(shards, settings, context);
  context.print(settings.json ? renderJson(comparison) : `
${forTerminal(report)}
`);
  context.log.info(`written: ${shortPath(files.report)}, and beside it what was merged`);
  return exitCode;
}
export {
  mergeFiles
};
