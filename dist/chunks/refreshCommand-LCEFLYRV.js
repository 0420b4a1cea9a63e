import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-4RD66FS4.js";
import "./chunk-HFABG7GH.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import "./chunk-QPZHDSJF.js";
import "./chunk-57UWAAKY.js";
import {
  refresh,
  updateFromFiles
} from "./chunk-AN2LA4GQ.js";
import "./chunk-Q6MJJ7WQ.js";
import "./chunk-5CORYAOY.js";
import "./chunk-TLBQ5LD4.js";
import "./chunk-MM224Z3P.js";
import "./chunk-UUTOF6SK.js";
import "./chunk-UUXT4IBY.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-GIFKTR7N.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-ZJB3R57G.js";
import "./chunk-VYIR6I5D.js";
import "./chunk-WD4V44VR.js";
import "./chunk-52WB22YQ.js";
import "./chunk-477IZNHI.js";
import "./chunk-FPOGN6GI.js";
import {
  baselineUpdateLines
} from "./chunk-PAT5PFYT.js";
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
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-FOCAHIEL.js";
import "./chunk-OCSF6W6H.js";
import "./chunk-OHF2BV36.js";
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
