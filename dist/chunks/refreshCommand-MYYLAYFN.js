import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-WT2EUHGW.js";
import "./chunk-JTP266HN.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import "./chunk-3G4VEH54.js";
import "./chunk-57UWAAKY.js";
import {
  refresh,
  updateFromFiles
} from "./chunk-XWGHCILH.js";
import "./chunk-GPODJNJZ.js";
import "./chunk-C3LAMR4P.js";
import "./chunk-43ZZ7HYY.js";
import "./chunk-I4JFVW46.js";
import "./chunk-2CBNFRM2.js";
import "./chunk-7LCG725K.js";
import "./chunk-QFF3LHTV.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-6HP33HHS.js";
import "./chunk-Y3XO2ACU.js";
import "./chunk-AXTBP2R7.js";
import "./chunk-Q7FYDLG4.js";
import "./chunk-KGFI7MJ2.js";
import "./chunk-MX2R2CS5.js";
import {
  baselineUpdateLines
} from "./chunk-RNO7NNAM.js";
import "./chunk-3KB34YOX.js";
import "./chunk-LDXV6II7.js";
import "./chunk-3HVKHQSJ.js";
import "./chunk-RXQFAPB3.js";
import "./chunk-HPDGMJRY.js";
import "./chunk-35SZZD4I.js";
import "./chunk-4VL4X2MK.js";
import "./chunk-F5AL3TV3.js";
import "./chunk-NFGG2ZNG.js";
import "./chunk-J572PHDR.js";
import "./chunk-LFXBMTSD.js";
import "./chunk-ZYXQNUQP.js";
import "./chunk-VJFUQWHG.js";
import "./chunk-7WEI2F6Y.js";
import "./chunk-CP4DECDK.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-ETOU3F2Y.js";
import "./chunk-BOB355FT.js";
import "./chunk-EG2AZPHG.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-4XPSXIGN.js";
import "./chunk-CPG3LJ2A.js";
import "./chunk-AAQLV6YL.js";
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
