import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-DPXHKXIP.js";
import "./chunk-57UWAAKY.js";
import {
  run
} from "./chunk-Y4IE3GWD.js";
import "./chunk-5GBJTBFW.js";
import "./chunk-CSQ6D73J.js";
import "./chunk-5CORYAOY.js";
import "./chunk-YPIOXBNF.js";
import "./chunk-OHE57BG6.js";
import "./chunk-7AGJR5YQ.js";
import "./chunk-UI5CF7BL.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-LAGDDD46.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-SJ46P4UY.js";
import "./chunk-R2WCBQY6.js";
import "./chunk-HUAVST32.js";
import "./chunk-CCOQO3MH.js";
import "./chunk-UJV7G4UM.js";
import "./chunk-PT6IDR7E.js";
import "./chunk-XYZIRDX3.js";
import "./chunk-WQ56JGXB.js";
import "./chunk-KJLAGA2M.js";
import "./chunk-RH76S456.js";
import "./chunk-4O2NTDYN.js";
import "./chunk-XBXI5JZW.js";
import "./chunk-I3FLOG7W.js";
import "./chunk-J4BYQ2V6.js";
import "./chunk-26TE6ZOB.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-3BN5HSGH.js";
import "./chunk-FG33HFSF.js";
import "./chunk-FDQ44ORG.js";
import "./chunk-EIF4E76W.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-GB3BGDVR.js";
import "./chunk-24JLUGNP.js";
import "./chunk-YUUHRTZJ.js";
import "./chunk-H5B6HATQ.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-ZQIFQCMM.js";
import "./chunk-F6DOSCOQ.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-G2KZW3ZY.js";
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
