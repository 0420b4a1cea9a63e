import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-BCBRGUUL.js";
import {
  readInput
} from "./chunk-CKRKSFZ6.js";
import {
  forTerminal,
  renderJson
} from "./chunk-SEIEX4TD.js";
import "./chunk-S2DA46DO.js";
import "./chunk-G6E6OOOG.js";
import "./chunk-YKEWYDEJ.js";
import "./chunk-3GTX4TMC.js";
import "./chunk-W6H7MZTD.js";
import "./chunk-HGXI7TXK.js";
import "./chunk-A25VJXBQ.js";
import "./chunk-ZXPJHBLO.js";
import "./chunk-QS2GQDC5.js";
import "./chunk-6F7RQS2N.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-42EP362F.js";
import {
  parseMeasurement
} from "./chunk-5GUDD2GL.js";
import "./chunk-QTOL5LOY.js";
import "./chunk-A67V46GX.js";
import "./chunk-KIQBGIH5.js";
import "./chunk-XSIIYW3E.js";
import "./chunk-IKNESDXZ.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-YFSIEZNQ.js";
import "./chunk-C343UVPV.js";
import "./chunk-IYWTEJWL.js";
import "./chunk-3D7PVHWS.js";
import "./chunk-SFCUFVPB.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-MVWLFD5R.js";
import "./chunk-LJOYK5Z6.js";
import "./chunk-RVXCGWXA.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";

// src/commands/merge.ts
import { relative } from "node:path";
async function mergeFiles(settings, context) {
  const shards = [];
  for (const file of settings.files) {
    shards.push({ file, measurement: parseMeasurement(await readInput(file), file) });
  }
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
