import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  forTerminal,
  renderJson
} from "./chunk-2NMNEAH4.js";
import "./chunk-57UWAAKY.js";
import {
  run
} from "./chunk-DAFANERL.js";
import "./chunk-VCF3CCUK.js";
import "./chunk-GMRKYWYH.js";
import "./chunk-Z3SVRXUN.js";
import "./chunk-AYF27EWV.js";
import "./chunk-3K5X5ZU6.js";
import "./chunk-5G5GXVD6.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-3SOILTWA.js";
import "./chunk-262OT3A7.js";
import "./chunk-ZGPANG2K.js";
import "./chunk-KGG6KSDQ.js";
import "./chunk-MZ2DFN2D.js";
import "./chunk-BE7V2KXD.js";
import "./chunk-NU72AUUW.js";
import "./chunk-KYIXLPAW.js";
import "./chunk-NIRSC2ER.js";
import "./chunk-T73W2HS3.js";
import "./chunk-YIHYB4AG.js";
import "./chunk-2GQRYB3D.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-NBZPAOK5.js";
import "./chunk-PNZDP43E.js";
import "./chunk-PZFGTOEQ.js";
import "./chunk-AUTO3T4S.js";
import "./chunk-B7A3PX6K.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-VE2OQCO4.js";
import "./chunk-HP5DRTI5.js";
import "./chunk-3N62MUP3.js";
import "./chunk-TRMHDDGF.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-YVJJYBXE.js";
import "./chunk-XWTACTLH.js";
import "./chunk-46SIF4ZK.js";
import "./chunk-AIL3RAL5.js";
import "./chunk-RVXCGWXA.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";

// src/cli/runCommand.ts
import { relative } from "node:path";
async function runWorkloads(settings, context) {
  const { exitCode, comparison, report, files } = await run(settings, context);
  context.print(settings.json ? renderJson(comparison) : `
${forTerminal(report)}
`);
  context.log.info(`written: ${relative(".", files.report)}, and beside it all that was measured`);
  return exitCode;
}
export {
  runWorkloads
};
