import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-W2XPQRGG.js";
import "./chunk-OM6POCBX.js";
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
} from "./chunk-THSAPKLF.js";
import "./chunk-LNZSP3HD.js";
import "./chunk-SF4CPN3S.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-KNBBSZP5.js";
import "./chunk-DSBMYVA4.js";
import "./chunk-UJ3KL54K.js";
import "./chunk-UU3TEAN7.js";
import "./chunk-CCOQO3MH.js";
import "./chunk-UJV7G4UM.js";
import "./chunk-ETRGH3OG.js";
import "./chunk-M3Q7KKSK.js";
import "./chunk-WQ56JGXB.js";
import "./chunk-KJLAGA2M.js";
import "./chunk-XKEVDZ7Z.js";
import "./chunk-4O2NTDYN.js";
import "./chunk-XBXI5JZW.js";
import "./chunk-I3FLOG7W.js";
import "./chunk-J4BYQ2V6.js";
import "./chunk-26TE6ZOB.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-RMPYJAAZ.js";
import "./chunk-DJAUECC4.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-GB3BGDVR.js";
import "./chunk-24JLUGNP.js";
import "./chunk-DW37GDCC.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-ZQIFQCMM.js";
import "./chunk-F6DOSCOQ.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-G2KZW3ZY.js";
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
