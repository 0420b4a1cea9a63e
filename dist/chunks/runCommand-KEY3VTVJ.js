import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-PGU7FKKT.js";
import "./chunk-57UWAAKY.js";
import {
  run
} from "./chunk-SLNNR5ZL.js";
import "./chunk-OS34BHEP.js";
import "./chunk-N3WXOUXS.js";
import "./chunk-5CORYAOY.js";
import "./chunk-X2DAIN5Y.js";
import "./chunk-TQE2RDX4.js";
import "./chunk-GLCMCMH5.js";
import "./chunk-GG6MSI2F.js";
import "./chunk-2IR3XKQ5.js";
import "./chunk-7QOGK7DO.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-MMX24FHD.js";
import "./chunk-A5OYLWXF.js";
import "./chunk-YEU7KGYT.js";
import "./chunk-O35SQTFW.js";
import "./chunk-XGD4M6VY.js";
import "./chunk-ZA6P6QDU.js";
import "./chunk-5TUNWMID.js";
import "./chunk-VLO2PPJI.js";
import "./chunk-7G3ZZQUA.js";
import "./chunk-DDU5Q433.js";
import "./chunk-ICKVFAQE.js";
import "./chunk-4VL4X2MK.js";
import "./chunk-KFIXOD6R.js";
import "./chunk-TAHKJNCT.js";
import "./chunk-GL5E6AMI.js";
import "./chunk-52EYA2V3.js";
import "./chunk-MKUT46HH.js";
import "./chunk-KTZ7JAJU.js";
import "./chunk-VWNRHXPV.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-W7UWJNTH.js";
import "./chunk-UMFG6ZND.js";
import "./chunk-GLOQKCYA.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-GQREVMZT.js";
import "./chunk-VPN5A5YR.js";
import "./chunk-PS4LRULL.js";
import "./chunk-P5PA3TYE.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-RZGKQOWJ.js";
import "./chunk-OHF2BV36.js";
import "./chunk-TSNSTRFB.js";
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
