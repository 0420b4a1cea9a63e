import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-VBWR23HF.js";
import "./chunk-57UWAAKY.js";
import {
  run
} from "./chunk-F3GZHZHV.js";
import "./chunk-SOULJ6LF.js";
import "./chunk-QKIDOGNA.js";
import "./chunk-C3LAMR4P.js";
import "./chunk-GCV3GBV2.js";
import "./chunk-SOVUR7AQ.js";
import "./chunk-RFF6VRMN.js";
import "./chunk-CKIKNP4S.js";
import "./chunk-HUR3KCU3.js";
import "./chunk-5L7IFK7I.js";
import "./chunk-UFS3R3JN.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-76MOV6CC.js";
import "./chunk-Y3XO2ACU.js";
import "./chunk-VCMUH5XB.js";
import "./chunk-2QQN34D2.js";
import "./chunk-GGPTUHQK.js";
import "./chunk-AVMGVZHM.js";
import "./chunk-76HR7527.js";
import "./chunk-GB4UQSN3.js";
import "./chunk-AXLRMFYY.js";
import "./chunk-DODY6POW.js";
import "./chunk-NU3HBKH6.js";
import "./chunk-MEUFBYLY.js";
import "./chunk-4VL4X2MK.js";
import "./chunk-PMEUIWX5.js";
import "./chunk-OQH6SHCG.js";
import "./chunk-J572PHDR.js";
import "./chunk-LFXBMTSD.js";
import "./chunk-RXPND74W.js";
import "./chunk-NLPLDUTU.js";
import "./chunk-U6MQOIH7.js";
import "./chunk-OYZQLEQG.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-OKXFYSDW.js";
import "./chunk-BBLXOQQA.js";
import "./chunk-CVHPNJED.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-L3PENX4O.js";
import "./chunk-4XPSXIGN.js";
import "./chunk-LAUIYLMP.js";
import "./chunk-SOFWC5QX.js";
import "./chunk-SHGZJK5N.js";
import "./chunk-RZGKQOWJ.js";
import "./chunk-OHF2BV36.js";
import "./chunk-TSNSTRFB.js";
import "./chunk-HSULD6WJ.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-YKIAVSG6.js";
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
