import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-TRASKPFA.js";
import "./chunk-4EXHH6Q3.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import "./chunk-PGU7FKKT.js";
import "./chunk-57UWAAKY.js";
import {
  refresh,
  updateFromFiles
} from "./chunk-3U6VIJDK.js";
import "./chunk-N3WXOUXS.js";
import "./chunk-5CORYAOY.js";
import "./chunk-X2DAIN5Y.js";
import "./chunk-TQE2RDX4.js";
import "./chunk-GLCMCMH5.js";
import "./chunk-GG6MSI2F.js";
import "./chunk-2IR3XKQ5.js";
import "./chunk-KM2KT7SZ.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-MMX24FHD.js";
import "./chunk-A5OYLWXF.js";
import "./chunk-FGACXSAX.js";
import "./chunk-YEU7KGYT.js";
import "./chunk-O35SQTFW.js";
import "./chunk-XGD4M6VY.js";
import {
  baselineUpdateLines
} from "./chunk-D4QZGD3O.js";
import "./chunk-ZA6P6QDU.js";
import "./chunk-5TUNWMID.js";
import "./chunk-VLO2PPJI.js";
import "./chunk-7G3ZZQUA.js";
import "./chunk-DDU5Q433.js";
import "./chunk-ICKVFAQE.js";
import "./chunk-4VL4X2MK.js";
import "./chunk-KFIXOD6R.js";
import "./chunk-TAHKJNCT.js";
import "./chunk-GL5E6AMI.js";
import "./chunk-52EYA2V3.js";
import "./chunk-MKUT46HH.js";
import "./chunk-KTZ7JAJU.js";
import "./chunk-VWNRHXPV.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-W7UWJNTH.js";
import "./chunk-UMFG6ZND.js";
import "./chunk-GLOQKCYA.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-GQREVMZT.js";
import "./chunk-VPN5A5YR.js";
import "./chunk-PS4LRULL.js";
import "./chunk-P5PA3TYE.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
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
