import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-ZQGMR2YD.js";
import "./chunk-CXMNKQEV.js";
import "./chunk-6537W4KU.js";
import "./chunk-57UWAAKY.js";
import {
  refresh,
  updateFromFiles
} from "./chunk-UF74LABV.js";
import "./chunk-YZCZHAK2.js";
import "./chunk-FPJKUUJX.js";
import "./chunk-JVFRKXZJ.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-NMOFZ262.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-BLQ7YNNI.js";
import "./chunk-GMWNIMNR.js";
import "./chunk-65HM34EZ.js";
import "./chunk-D3NBEZ6K.js";
import "./chunk-AFOBTWL7.js";
import "./chunk-MUJ2XNYD.js";
import {
  baselineUpdateLines
} from "./chunk-G2EOFUTM.js";
import "./chunk-GMCAIDTH.js";
import "./chunk-46AHPF2E.js";
import "./chunk-ZXZ6DR3S.js";
import "./chunk-WS7F7YDN.js";
import "./chunk-HBVTRUJE.js";
import "./chunk-C2OZEBMD.js";
import "./chunk-X7S3GNGY.js";
import "./chunk-X7XC6PAQ.js";
import "./chunk-A3QP4PI5.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-PGRH27FY.js";
import "./chunk-3YFLM4R2.js";
import "./chunk-EPUYYZAZ.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-JWQOMRHM.js";
import "./chunk-M6GDXU4E.js";
import "./chunk-QNF5IGQ3.js";
import "./chunk-VIV74OAY.js";
import "./chunk-K4HRKR64.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-UEK6BQMA.js";
import "./chunk-RVXCGWXA.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";

// src/cli/refreshCommand.ts
import { relative } from "node:path";
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
var describe = (learned) => baselineUpdateLines(learned.map((one) => ({ ...one, path: relative(".", one.path) })));
export {
  refreshBaselines,
  refreshFromFiles
};
