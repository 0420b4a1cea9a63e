import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-QXLKQKHU.js";
import "./chunk-AVUOSTOY.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import "./chunk-75V6EXLZ.js";
import "./chunk-57UWAAKY.js";
import {
  refresh,
  updateFromFiles
} from "./chunk-HCBSRF7A.js";
import "./chunk-I4COBKEW.js";
import "./chunk-C3LAMR4P.js";
import "./chunk-GSLCWZCF.js";
import "./chunk-THMOR72H.js";
import "./chunk-FAXXC353.js";
import "./chunk-CKIKNP4S.js";
import "./chunk-JQ64J7FM.js";
import "./chunk-T5576KYZ.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-OEKFHLQH.js";
import "./chunk-Y3XO2ACU.js";
import "./chunk-N35OCFWC.js";
import "./chunk-XQURPLCB.js";
import "./chunk-2QQN34D2.js";
import "./chunk-GGPTUHQK.js";
import {
  baselineUpdateLines
} from "./chunk-7CYBPOIR.js";
import "./chunk-AVMGVZHM.js";
import "./chunk-3BBSHLMF.js";
import "./chunk-BKOYP7A7.js";
import "./chunk-AXLRMFYY.js";
import "./chunk-DODY6POW.js";
import "./chunk-T4ZNNPGP.js";
import "./chunk-H3G7KOFV.js";
import "./chunk-4VL4X2MK.js";
import "./chunk-XW5CLFQN.js";
import "./chunk-OQH6SHCG.js";
import "./chunk-J572PHDR.js";
import "./chunk-LFXBMTSD.js";
import "./chunk-RXPND74W.js";
import "./chunk-NLPLDUTU.js";
import "./chunk-HGN54WNV.js";
import "./chunk-IYCQVKGC.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-OKXFYSDW.js";
import "./chunk-PK3XEFPR.js";
import "./chunk-CVHPNJED.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-L3PENX4O.js";
import "./chunk-4XPSXIGN.js";
import "./chunk-LAUIYLMP.js";
import "./chunk-SOFWC5QX.js";
import "./chunk-SHGZJK5N.js";
import "./chunk-RZGKQOWJ.js";
import "./chunk-OHF2BV36.js";
import "./chunk-TSNSTRFB.js";
import {
  EXIT
} from "./chunk-HSULD6WJ.js";
import "./chunk-6MX2ZWUR.js";
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
