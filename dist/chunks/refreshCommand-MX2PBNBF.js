import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-LGXLW7HY.js";
import "./chunk-GGP3ZQU2.js";
import "./chunk-WRSUURJT.js";
import "./chunk-57UWAAKY.js";
import {
  refresh,
  updateFromFiles
} from "./chunk-57ZJRMFD.js";
import "./chunk-ULQMRGPI.js";
import "./chunk-VLMVZDBV.js";
import "./chunk-JVFRKXZJ.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-QD7DHDQG.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-OF2ZGE2X.js";
import "./chunk-GMWNIMNR.js";
import "./chunk-JG4RUSAK.js";
import "./chunk-SGQF3VEM.js";
import "./chunk-KSHBMTQI.js";
import "./chunk-MUJ2XNYD.js";
import {
  baselineUpdateLines
} from "./chunk-JRZPFDKZ.js";
import "./chunk-ABNXVHEB.js";
import "./chunk-46AHPF2E.js";
import "./chunk-4FURWST4.js";
import "./chunk-WS7F7YDN.js";
import "./chunk-IJ7W6Y6N.js";
import "./chunk-4JSTCIE2.js";
import "./chunk-X7S3GNGY.js";
import "./chunk-EHLIHZSN.js";
import "./chunk-A3QP4PI5.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-EI646PWO.js";
import "./chunk-PT5RK7KB.js";
import "./chunk-25KDXKWL.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-IH27PL5B.js";
import "./chunk-XNV6JCTA.js";
import "./chunk-QNF5IGQ3.js";
import "./chunk-VIV74OAY.js";
import "./chunk-K4HRKR64.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-R6PBMWWY.js";
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
