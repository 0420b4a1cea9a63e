import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-G67IIJCA.js";
import "./chunk-MP2JS7XZ.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import "./chunk-RBDH62AP.js";
import "./chunk-57UWAAKY.js";
import {
  refresh,
  updateFromFiles
} from "./chunk-7MCRESLW.js";
import "./chunk-E56SK63W.js";
import "./chunk-C3LAMR4P.js";
import "./chunk-ZL6MYOHZ.js";
import "./chunk-I4JFVW46.js";
import "./chunk-YMQE6MMT.js";
import "./chunk-RRSKN3T7.js";
import "./chunk-AMNKOJPG.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-4FQTZTAG.js";
import "./chunk-Y3XO2ACU.js";
import "./chunk-DEXD5CSY.js";
import "./chunk-UFZXIIT3.js";
import "./chunk-KGFI7MJ2.js";
import "./chunk-MX2R2CS5.js";
import {
  baselineUpdateLines
} from "./chunk-B7VFVBBX.js";
import "./chunk-4WTDZVXY.js";
import "./chunk-HK2GLGWB.js";
import "./chunk-VOLIMG45.js";
import "./chunk-3HVKHQSJ.js";
import "./chunk-RXQFAPB3.js";
import "./chunk-WDDUMCTS.js";
import "./chunk-WLGQUHXC.js";
import "./chunk-4VL4X2MK.js";
import "./chunk-PB3XUASO.js";
import "./chunk-NFGG2ZNG.js";
import "./chunk-J572PHDR.js";
import "./chunk-LFXBMTSD.js";
import "./chunk-ABJXPRBV.js";
import "./chunk-DCKNOIEP.js";
import "./chunk-ENIUUCJC.js";
import "./chunk-UM64CFUL.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-ETOU3F2Y.js";
import "./chunk-4PNOJ3E4.js";
import "./chunk-EG2AZPHG.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-4XPSXIGN.js";
import "./chunk-CPG3LJ2A.js";
import "./chunk-OZULCYXH.js";
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
