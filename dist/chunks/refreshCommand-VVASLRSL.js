import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-7F24YYN7.js";
import "./chunk-S7N7WITX.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import "./chunk-VBWR23HF.js";
import "./chunk-57UWAAKY.js";
import {
  refresh,
  updateFromFiles
} from "./chunk-57L6N4UX.js";
import "./chunk-QKIDOGNA.js";
import "./chunk-C3LAMR4P.js";
import "./chunk-GCV3GBV2.js";
import "./chunk-SOVUR7AQ.js";
import "./chunk-RFF6VRMN.js";
import "./chunk-CKIKNP4S.js";
import "./chunk-HUR3KCU3.js";
import "./chunk-P2W3YCLL.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-76MOV6CC.js";
import "./chunk-Y3XO2ACU.js";
import "./chunk-HCZDRI2T.js";
import "./chunk-VCMUH5XB.js";
import "./chunk-2QQN34D2.js";
import "./chunk-GGPTUHQK.js";
import {
  baselineUpdateLines
} from "./chunk-A6NQCVBV.js";
import "./chunk-AVMGVZHM.js";
import "./chunk-76HR7527.js";
import "./chunk-GB4UQSN3.js";
import "./chunk-AXLRMFYY.js";
import "./chunk-DODY6POW.js";
import "./chunk-NU3HBKH6.js";
import "./chunk-MEUFBYLY.js";
import "./chunk-4VL4X2MK.js";
import "./chunk-PMEUIWX5.js";
import "./chunk-OQH6SHCG.js";
import "./chunk-J572PHDR.js";
import "./chunk-LFXBMTSD.js";
import "./chunk-RXPND74W.js";
import "./chunk-NLPLDUTU.js";
import "./chunk-U6MQOIH7.js";
import "./chunk-OYZQLEQG.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-OKXFYSDW.js";
import "./chunk-BBLXOQQA.js";
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
