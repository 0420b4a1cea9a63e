import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-B3RS54OA.js";
import "./chunk-57UWAAKY.js";
import {
  run
} from "./chunk-YHREMM25.js";
import "./chunk-GWNPFSUX.js";
import "./chunk-N4HS6KR2.js";
import "./chunk-5CORYAOY.js";
import "./chunk-ZKSI3MZH.js";
import "./chunk-XZNUYU44.js";
import "./chunk-Q3QPQ3DE.js";
import "./chunk-UI5CF7BL.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-46EHZHRL.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-PHYKBHBR.js";
import "./chunk-BUFK6K3F.js";
import "./chunk-KHOJW5EF.js";
import "./chunk-MMACARAF.js";
import "./chunk-BYV4SAQP.js";
import "./chunk-3QBWRQQX.js";
import "./chunk-PGOACFUK.js";
import "./chunk-JXVECS64.js";
import "./chunk-HIHRBKEW.js";
import "./chunk-6OBR6TQO.js";
import "./chunk-OBRHRKUR.js";
import "./chunk-K5RZR3QV.js";
import "./chunk-O5FRELDM.js";
import "./chunk-MDPG2TBJ.js";
import "./chunk-SDCAMG6H.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-NPJHJBF7.js";
import "./chunk-5RKWOOQI.js";
import "./chunk-3XBNUVJR.js";
import "./chunk-DNZCQWF7.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-2LMAZ52R.js";
import "./chunk-366KZEUV.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-3CJGGXZ7.js";
import "./chunk-UOLCFZP2.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-DTGSO662.js";
import "./chunk-D5SREWDV.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-FOCAHIEL.js";
import "./chunk-OHF2BV36.js";
import "./chunk-OCSF6W6H.js";
import "./chunk-5XWL5JNG.js";

// src/cli/runCommand.ts
async function runWorkloads(settings, context) {
  const { exitCode, comparison, report, files } = await run(settings, context);
  context.print(settings.json ? renderJson(comparison) : `
${forTerminal(report)}
`);
  context.log.info(`written: ${shortPath(files.report)}, and beside it all that was measured`);
  return exitCode;
}
export {
  runWorkloads
};
