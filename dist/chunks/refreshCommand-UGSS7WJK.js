import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-RPRKGPJP.js";
import "./chunk-VHNQCLMA.js";
import "./chunk-DB2ZJMAZ.js";
import "./chunk-57UWAAKY.js";
import {
  refresh,
  updateFromFiles
} from "./chunk-E4LBK7TG.js";
import "./chunk-3KKHBDAM.js";
import "./chunk-U2W562LI.js";
import "./chunk-GUT6TQGR.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-IJSNFKJ7.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-VFZROENP.js";
import "./chunk-6CFLREIY.js";
import "./chunk-6EYPBWW6.js";
import "./chunk-UGSAED4M.js";
import "./chunk-Z55D6KHX.js";
import "./chunk-MUJ2XNYD.js";
import {
  baselineUpdateLines
} from "./chunk-M5E4KIYL.js";
import "./chunk-S2P7X6V3.js";
import "./chunk-46AHPF2E.js";
import "./chunk-SEKEGSYE.js";
import "./chunk-WS7F7YDN.js";
import "./chunk-NFWIAT7F.js";
import "./chunk-COVFQPYN.js";
import "./chunk-HP5DRTI5.js";
import "./chunk-HQHIRUZS.js";
import "./chunk-A3QP4PI5.js";
import "./chunk-PGRH27FY.js";
import "./chunk-3YFLM4R2.js";
import "./chunk-CJOA5KHM.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-JWQOMRHM.js";
import "./chunk-2P47HKTA.js";
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
