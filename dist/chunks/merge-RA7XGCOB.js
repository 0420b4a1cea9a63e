import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-RK5O5QRV.js";
import {
  readShards
} from "./chunk-2F6W6CON.js";
import "./chunk-L3VACQMA.js";
import {
  forTerminal,
  renderJson
} from "./chunk-5H4Y5DZS.js";
import "./chunk-S2DA46DO.js";
import "./chunk-NE4LZP6V.js";
import "./chunk-XIRQFPY3.js";
import "./chunk-3GTX4TMC.js";
import "./chunk-4BSSVIHF.js";
import "./chunk-VZB2KQCR.js";
import "./chunk-XOSMOWYC.js";
import "./chunk-ZXPJHBLO.js";
import "./chunk-QS2GQDC5.js";
import "./chunk-YDW66U3H.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-42EP362F.js";
import "./chunk-BCPURNDR.js";
import "./chunk-JXO6NNPS.js";
import "./chunk-FSCN2NQB.js";
import "./chunk-QF2FWGQL.js";
import "./chunk-BB64EIWI.js";
import "./chunk-EFZY4FG5.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-YFSIEZNQ.js";
import "./chunk-AKXYMCQU.js";
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
  const shards = await readShards(settings.files);
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
