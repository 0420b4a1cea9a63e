import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-75V6EXLZ.js";
import "./chunk-57UWAAKY.js";
import {
  run
} from "./chunk-OMPH6PEB.js";
import "./chunk-KDW4XQTX.js";
import "./chunk-I4COBKEW.js";
import "./chunk-C3LAMR4P.js";
import "./chunk-GSLCWZCF.js";
import "./chunk-THMOR72H.js";
import "./chunk-FAXXC353.js";
import "./chunk-CKIKNP4S.js";
import "./chunk-JQ64J7FM.js";
import "./chunk-BRIZUE6C.js";
import "./chunk-R4NMOF6K.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-OEKFHLQH.js";
import "./chunk-Y3XO2ACU.js";
import "./chunk-XQURPLCB.js";
import "./chunk-2QQN34D2.js";
import "./chunk-GGPTUHQK.js";
import "./chunk-AVMGVZHM.js";
import "./chunk-3BBSHLMF.js";
import "./chunk-BKOYP7A7.js";
import "./chunk-AXLRMFYY.js";
import "./chunk-DODY6POW.js";
import "./chunk-T4ZNNPGP.js";
import "./chunk-H3G7KOFV.js";
import "./chunk-4VL4X2MK.js";
import "./chunk-XW5CLFQN.js";
import "./chunk-OQH6SHCG.js";
import "./chunk-J572PHDR.js";
import "./chunk-LFXBMTSD.js";
import "./chunk-RXPND74W.js";
import "./chunk-NLPLDUTU.js";
import "./chunk-HGN54WNV.js";
import "./chunk-IYCQVKGC.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-OKXFYSDW.js";
import "./chunk-PK3XEFPR.js";
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
