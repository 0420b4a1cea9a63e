import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-HFABG7GH.js";
import "./chunk-QPZHDSJF.js";
import "./chunk-57UWAAKY.js";
import "./chunk-WD4V44VR.js";
import "./chunk-52WB22YQ.js";
import "./chunk-477IZNHI.js";
import "./chunk-FPOGN6GI.js";
import "./chunk-4MCCKDQS.js";
import "./chunk-CHJUVM66.js";
import "./chunk-JXVECS64.js";
import "./chunk-NJZIQNOW.js";
import "./chunk-A2YLTDHI.js";
import "./chunk-QHCBQYXV.js";
import "./chunk-V6QA6T7Y.js";
import "./chunk-JSGERO53.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-QUSMYMNX.js";
import "./chunk-QH47MABX.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-2LMAZ52R.js";
import "./chunk-FH2PKCAA.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-3CJGGXZ7.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-IQUKULMR.js";
import "./chunk-VUCNCSIX.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-FOCAHIEL.js";
import "./chunk-OCSF6W6H.js";
import "./chunk-OHF2BV36.js";
import "./chunk-5XWL5JNG.js";
export {
  compare,
  readInput
};
