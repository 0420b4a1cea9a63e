import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-E2JZLGHB.js";
import "./chunk-LN4AXSAJ.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import "./chunk-B3RS54OA.js";
import "./chunk-57UWAAKY.js";
import {
  refresh,
  updateFromFiles
} from "./chunk-A6E3Y7SL.js";
import "./chunk-N4HS6KR2.js";
import "./chunk-5CORYAOY.js";
import "./chunk-ZKSI3MZH.js";
import "./chunk-XZNUYU44.js";
import "./chunk-Q3QPQ3DE.js";
import "./chunk-UI5CF7BL.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-6L5B6MRM.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-PHYKBHBR.js";
import "./chunk-BUFK6K3F.js";
import "./chunk-DGX3C2R6.js";
import "./chunk-KHOJW5EF.js";
import "./chunk-MMACARAF.js";
import "./chunk-BYV4SAQP.js";
import {
  baselineUpdateLines
} from "./chunk-DSKRXMZD.js";
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
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-FOCAHIEL.js";
import "./chunk-OHF2BV36.js";
import "./chunk-OCSF6W6H.js";
import "./chunk-5XWL5JNG.js";

// src/cli/refreshCommand.ts
async function refreshBaselines(settings, context) {
  const learned = await refresh(settings, context);
  context.print(settings.json ? `${JSON.stringify(learned, null, 2)}
` : describe(learned));
  return EXIT.ok;
}
async function refreshFromFiles({ files, baselines, json }, context) {
  const shards = await readMeasurementFiles(files);
  const learned = await updateFromFiles(shards, baselines);
  context.print(json ? `${JSON.stringify(learned, null, 2)}
` : describe(learned));
  return EXIT.ok;
}
var describe = (learned) => baselineUpdateLines(learned.map((one) => ({ ...one, path: shortPath(one.path) })));
export {
  refreshBaselines,
  refreshFromFiles
};
