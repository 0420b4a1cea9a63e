import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-I5VH3MQ7.js";
import "./chunk-XEZOSJNY.js";
import {
  forTerminal,
  renderJson
} from "./chunk-JWD5VQ5Y.js";
import "./chunk-57UWAAKY.js";
import {
  merge
} from "./chunk-OXQCWR3R.js";
import "./chunk-SHGLXYGL.js";
import "./chunk-54BRZF63.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-ER3G2XHN.js";
import "./chunk-OBXTH5V2.js";
import "./chunk-B2BMBAJF.js";
import "./chunk-THQ46B62.js";
import "./chunk-SM36YSSG.js";
import "./chunk-UJV7G4UM.js";
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
import "./chunk-MNCHGOTB.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-OXJKO5GU.js";
import "./chunk-GMCW5A7Q.js";
import "./chunk-24JLUGNP.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-FCEA6E3H.js";
import "./chunk-F6DOSCOQ.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-G2KZW3ZY.js";
import "./chunk-5XWL5JNG.js";

// src/cli/mergeCommand.ts
import { relative } from "node:path";
async function mergeFiles(settings, context) {
  const shards = await readMeasurementFiles(settings.files);
  const { exitCode, comparison, report, files } = await merge(shards, settings, context);
  context.print(settings.json ? renderJson(comparison) : `
${forTerminal(report)}
`);
  context.log.info(`written: ${relative(".", files.report)}, and beside it what was merged`);
  return exitCode;
}
export {
  mergeFiles
};
