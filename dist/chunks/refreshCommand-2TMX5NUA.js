import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-I5VH3MQ7.js";
import "./chunk-XEZOSJNY.js";
import "./chunk-JWD5VQ5Y.js";
import "./chunk-57UWAAKY.js";
import {
  refresh,
  updateFromFiles
} from "./chunk-CFBQGCFK.js";
import "./chunk-CL3HLL4J.js";
import "./chunk-5CORYAOY.js";
import "./chunk-X4TSJBDH.js";
import "./chunk-QCN47WKD.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-54BRZF63.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-ER3G2XHN.js";
import "./chunk-OBXTH5V2.js";
import "./chunk-B2BMBAJF.js";
import "./chunk-THQ46B62.js";
import "./chunk-SM36YSSG.js";
import "./chunk-UJV7G4UM.js";
import {
  baselineUpdateLines
} from "./chunk-35MTZ3JN.js";
import "./chunk-BQ4QBGUB.js";
import "./chunk-WQ56JGXB.js";
import "./chunk-FOP6R44Y.js";
import "./chunk-KJLAGA2M.js";
import "./chunk-XJDNLKTU.js";
import "./chunk-Y7MEFD6O.js";
import "./chunk-KJXJPGUJ.js";
import "./chunk-X7S3GNGY.js";
import "./chunk-JHEBFQ3P.js";
import "./chunk-26TE6ZOB.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-AYJCC6NW.js";
import "./chunk-URRM4JQ2.js";
import "./chunk-MNCHGOTB.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-OXJKO5GU.js";
import "./chunk-GMCW5A7Q.js";
import "./chunk-24JLUGNP.js";
import "./chunk-H5B6HATQ.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-FCEA6E3H.js";
import "./chunk-F6DOSCOQ.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-G2KZW3ZY.js";
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
