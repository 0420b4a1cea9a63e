import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-RPRKGPJP.js";
import "./chunk-VHNQCLMA.js";
import {
  forTerminal,
  renderJson
} from "./chunk-DB2ZJMAZ.js";
import "./chunk-57UWAAKY.js";
import {
  merge
} from "./chunk-5RMYTWJX.js";
import "./chunk-YMO2RBT2.js";
import "./chunk-IJSNFKJ7.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-VFZROENP.js";
import "./chunk-6CFLREIY.js";
import "./chunk-6EYPBWW6.js";
import "./chunk-UGSAED4M.js";
import "./chunk-Z55D6KHX.js";
import "./chunk-MUJ2XNYD.js";
import "./chunk-S2P7X6V3.js";
import "./chunk-46AHPF2E.js";
import "./chunk-SEKEGSYE.js";
import "./chunk-WS7F7YDN.js";
import "./chunk-NFWIAT7F.js";
import "./chunk-COVFQPYN.js";
import "./chunk-HP5DRTI5.js";
import "./chunk-HQHIRUZS.js";
import "./chunk-A3QP4PI5.js";
import "./chunk-CJOA5KHM.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-JWQOMRHM.js";
import "./chunk-2P47HKTA.js";
import "./chunk-QNF5IGQ3.js";
import "./chunk-VIV74OAY.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-UEK6BQMA.js";
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
