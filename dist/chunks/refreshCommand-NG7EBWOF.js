import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readShards
} from "./chunk-CGFBMTFP.js";
import "./chunk-GRTWNZOT.js";
import "./chunk-2NMNEAH4.js";
import "./chunk-57UWAAKY.js";
import {
  learnFromFiles,
  refresh
} from "./chunk-VIMMG6ZC.js";
import {
  learnedLines
} from "./chunk-GQ75RREX.js";
import "./chunk-GMRKYWYH.js";
import "./chunk-Z3SVRXUN.js";
import "./chunk-AYF27EWV.js";
import "./chunk-3K5X5ZU6.js";
import "./chunk-5G5GXVD6.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-3SOILTWA.js";
import "./chunk-ZGPANG2K.js";
import "./chunk-KGG6KSDQ.js";
import "./chunk-MZ2DFN2D.js";
import "./chunk-BE7V2KXD.js";
import "./chunk-NU72AUUW.js";
import "./chunk-KYIXLPAW.js";
import "./chunk-ZWUIERPW.js";
import "./chunk-T73W2HS3.js";
import "./chunk-YIHYB4AG.js";
import "./chunk-2GQRYB3D.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-NBZPAOK5.js";
import "./chunk-PNZDP43E.js";
import "./chunk-AUTO3T4S.js";
import "./chunk-B7A3PX6K.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-VE2OQCO4.js";
import "./chunk-3N62MUP3.js";
import "./chunk-TRMHDDGF.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-YVJJYBXE.js";
import "./chunk-XWTACTLH.js";
import "./chunk-46SIF4ZK.js";
import "./chunk-AIL3RAL5.js";
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
  const shards = await readShards(files);
  const learned = await learnFromFiles(shards, baselines);
  context.print(json ? `${JSON.stringify(learned, null, 2)}
` : describe(learned));
  return EXIT.ok;
}
var describe = (learned) => learnedLines(learned.map((one) => ({ ...one, path: relative(".", one.path) })));
export {
  refreshBaselines,
  refreshFromFiles
};
