import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-F6A2HXAU.js";
import "./chunk-WBSYQK4L.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import "./chunk-WN4UUJRH.js";
import "./chunk-57UWAAKY.js";
import {
  refresh,
  updateFromFiles
} from "./chunk-SIVR5EMT.js";
import "./chunk-VQ2AZHLM.js";
import "./chunk-C3LAMR4P.js";
import "./chunk-SM6FARGI.js";
import "./chunk-I4JFVW46.js";
import "./chunk-LXQKO5CU.js";
import "./chunk-VFDP2JHA.js";
import "./chunk-V7QIU2O3.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-XWGK4WJC.js";
import "./chunk-Y3XO2ACU.js";
import "./chunk-U3ACKMBR.js";
import "./chunk-Y7A2WLO4.js";
import "./chunk-KGFI7MJ2.js";
import "./chunk-MX2R2CS5.js";
import {
  baselineUpdateLines
} from "./chunk-GREW53FZ.js";
import "./chunk-I365VA2G.js";
import "./chunk-HEBJ63QN.js";
import "./chunk-3HVKHQSJ.js";
import "./chunk-RXQFAPB3.js";
import "./chunk-ZMLQ76RP.js";
import "./chunk-CBRPXAXY.js";
import "./chunk-4VL4X2MK.js";
import "./chunk-IKOVNCJK.js";
import "./chunk-NFGG2ZNG.js";
import "./chunk-J572PHDR.js";
import "./chunk-LFXBMTSD.js";
import "./chunk-AQZULVYD.js";
import "./chunk-5ILYKM4I.js";
import "./chunk-E3SPTBNL.js";
import "./chunk-WNAZ6BYH.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-ETOU3F2Y.js";
import "./chunk-MOCGEH4M.js";
import "./chunk-EG2AZPHG.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-4XPSXIGN.js";
import "./chunk-CPG3LJ2A.js";
import "./chunk-GE2XTDZU.js";
import "./chunk-RFFX33ZJ.js";
import "./chunk-4FJAYMGD.js";
import {
  EXIT
} from "./chunk-HSULD6WJ.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-RZGKQOWJ.js";
import "./chunk-OHF2BV36.js";
import "./chunk-TSNSTRFB.js";
import "./chunk-YKIAVSG6.js";
import "./chunk-5XWL5JNG.js";

// src/cli/refreshCommand.ts
async function refreshBaselines(settings, context) {
  const learned = await refresh(settings, context);
  context.print(settings.json ? `${JSON.stringify(learned, null, 2)}
` : describe(learned));
  return EXIT.ok;
}
async function refreshFromFiles({ files, baselines, json }, context) {
  const shards = await readMeasurementFiles(files);
  const learned = await updateFromFiles(shards, baselines);
  context.print(json ? `${JSON.stringify(learned, null, 2)}
` : describe(learned));
  return EXIT.ok;
}
var describe = (learned) => baselineUpdateLines(learned.map((one) => ({ ...one, path: shortPath(one.path) })));
export {
  refreshBaselines,
  refreshFromFiles
};
