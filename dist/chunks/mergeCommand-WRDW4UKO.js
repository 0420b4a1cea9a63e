import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-G67IIJCA.js";
import "./chunk-MP2JS7XZ.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-RBDH62AP.js";
import "./chunk-57UWAAKY.js";
import {
  merge
} from "./chunk-7PE4VH6H.js";
import "./chunk-HT24KNPE.js";
import "./chunk-AMNKOJPG.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-4FQTZTAG.js";
import "./chunk-Y3XO2ACU.js";
import "./chunk-DEXD5CSY.js";
import "./chunk-UFZXIIT3.js";
import "./chunk-KGFI7MJ2.js";
import "./chunk-MX2R2CS5.js";
import "./chunk-HK2GLGWB.js";
import "./chunk-VOLIMG45.js";
import "./chunk-3HVKHQSJ.js";
import "./chunk-RXQFAPB3.js";
import "./chunk-WDDUMCTS.js";
import "./chunk-WLGQUHXC.js";
import "./chunk-4VL4X2MK.js";
import "./chunk-PB3XUASO.js";
import "./chunk-NFGG2ZNG.js";
import "./chunk-J572PHDR.js";
import "./chunk-ENIUUCJC.js";
import "./chunk-UM64CFUL.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-ETOU3F2Y.js";
import "./chunk-4PNOJ3E4.js";
import "./chunk-EG2AZPHG.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-OZULCYXH.js";
import "./chunk-RFFX33ZJ.js";
import "./chunk-4FJAYMGD.js";
import "./chunk-HSULD6WJ.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-RZGKQOWJ.js";
import "./chunk-OHF2BV36.js";
import "./chunk-TSNSTRFB.js";
import "./chunk-YKIAVSG6.js";
import "./chunk-5XWL5JNG.js";

// src/cli/mergeCommand.ts
async function mergeFiles(settings, context) {
  const shards = await readMeasurementFiles(settings.files);
  const { exitCode, comparison, report, files } = await merge(shards, settings, context);
  context.print(settings.json ? renderJson(comparison) : `
${forTerminal(report)}
`);
  context.log.info(`written: ${shortPath(files.report)}, and beside it what was merged`);
  return exitCode;
}
export {
  mergeFiles
};
