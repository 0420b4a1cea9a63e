import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  forTerminal,
  renderJson
} from "./chunk-6537W4KU.js";
import "./chunk-57UWAAKY.js";
import {
  run
} from "./chunk-TE44JWGK.js";
import "./chunk-2I6OM3HC.js";
import "./chunk-YZCZHAK2.js";
import "./chunk-FPJKUUJX.js";
import "./chunk-JVFRKXZJ.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-MSTATOXP.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-BLQ7YNNI.js";
import "./chunk-GMWNIMNR.js";
import "./chunk-D3NBEZ6K.js";
import "./chunk-AFOBTWL7.js";
import "./chunk-MUJ2XNYD.js";
import "./chunk-GMCAIDTH.js";
import "./chunk-46AHPF2E.js";
import "./chunk-ZXZ6DR3S.js";
import "./chunk-WS7F7YDN.js";
import "./chunk-HBVTRUJE.js";
import "./chunk-C2OZEBMD.js";
import "./chunk-X7S3GNGY.js";
import "./chunk-X7XC6PAQ.js";
import "./chunk-A3QP4PI5.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-PGRH27FY.js";
import "./chunk-3YFLM4R2.js";
import "./chunk-EPUYYZAZ.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-JWQOMRHM.js";
import "./chunk-M6GDXU4E.js";
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
