import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  forTerminal,
  renderJson
} from "./chunk-DB2ZJMAZ.js";
import "./chunk-57UWAAKY.js";
import {
  run
} from "./chunk-XJC5TKRI.js";
import "./chunk-GFKJ3HD6.js";
import "./chunk-3KKHBDAM.js";
import "./chunk-U2W562LI.js";
import "./chunk-GUT6TQGR.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-YMO2RBT2.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-VFZROENP.js";
import "./chunk-6CFLREIY.js";
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
import "./chunk-PGRH27FY.js";
import "./chunk-3YFLM4R2.js";
import "./chunk-CJOA5KHM.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-JWQOMRHM.js";
import "./chunk-2P47HKTA.js";
import "./chunk-QNF5IGQ3.js";
import "./chunk-VIV74OAY.js";
import "./chunk-K4HRKR64.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-UEK6BQMA.js";
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
