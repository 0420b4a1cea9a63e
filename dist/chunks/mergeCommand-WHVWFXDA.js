import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-LGXLW7HY.js";
import "./chunk-GGP3ZQU2.js";
import {
  forTerminal,
  renderJson
} from "./chunk-WRSUURJT.js";
import "./chunk-57UWAAKY.js";
import {
  merge
} from "./chunk-4ITW4MRN.js";
import "./chunk-D2CLLNJ4.js";
import "./chunk-QD7DHDQG.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-OF2ZGE2X.js";
import "./chunk-GMWNIMNR.js";
import "./chunk-JG4RUSAK.js";
import "./chunk-SGQF3VEM.js";
import "./chunk-KSHBMTQI.js";
import "./chunk-MUJ2XNYD.js";
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
import "./chunk-25KDXKWL.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-IH27PL5B.js";
import "./chunk-XNV6JCTA.js";
import "./chunk-QNF5IGQ3.js";
import "./chunk-VIV74OAY.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-R6PBMWWY.js";
import "./chunk-RVXCGWXA.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
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
