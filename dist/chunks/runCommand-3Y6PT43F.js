import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-QPZHDSJF.js";
import "./chunk-57UWAAKY.js";
import {
  run
} from "./chunk-34MZTQ72.js";
import "./chunk-6NFFW5NV.js";
import "./chunk-Q6MJJ7WQ.js";
import "./chunk-5CORYAOY.js";
import "./chunk-TLBQ5LD4.js";
import "./chunk-MM224Z3P.js";
import "./chunk-UUTOF6SK.js";
import "./chunk-UUXT4IBY.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-FKNIFSAA.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-ZJB3R57G.js";
import "./chunk-VYIR6I5D.js";
import "./chunk-52WB22YQ.js";
import "./chunk-477IZNHI.js";
import "./chunk-FPOGN6GI.js";
import "./chunk-4MCCKDQS.js";
import "./chunk-CHJUVM66.js";
import "./chunk-JXVECS64.js";
import "./chunk-NJZIQNOW.js";
import "./chunk-A2YLTDHI.js";
import "./chunk-QHCBQYXV.js";
import "./chunk-GI5OQAQC.js";
import "./chunk-O5FRELDM.js";
import "./chunk-V6QA6T7Y.js";
import "./chunk-JSGERO53.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-N2THIXB5.js";
import "./chunk-Z7XNMM74.js";
import "./chunk-QUSMYMNX.js";
import "./chunk-QH47MABX.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-2LMAZ52R.js";
import "./chunk-FH2PKCAA.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-3CJGGXZ7.js";
import "./chunk-J7D3GFNR.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-IQUKULMR.js";
import "./chunk-VUCNCSIX.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-FOCAHIEL.js";
import "./chunk-OCSF6W6H.js";
import "./chunk-OHF2BV36.js";
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
