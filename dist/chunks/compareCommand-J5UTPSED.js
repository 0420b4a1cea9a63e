import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-LN4AXSAJ.js";
import "./chunk-B3RS54OA.js";
import "./chunk-57UWAAKY.js";
import "./chunk-DGX3C2R6.js";
import "./chunk-KHOJW5EF.js";
import "./chunk-MMACARAF.js";
import "./chunk-BYV4SAQP.js";
import "./chunk-3QBWRQQX.js";
import "./chunk-PGOACFUK.js";
import "./chunk-JXVECS64.js";
import "./chunk-HIHRBKEW.js";
import "./chunk-6OBR6TQO.js";
import "./chunk-OBRHRKUR.js";
import "./chunk-MDPG2TBJ.js";
import "./chunk-SDCAMG6H.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-3XBNUVJR.js";
import "./chunk-DNZCQWF7.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-2LMAZ52R.js";
import "./chunk-366KZEUV.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-3CJGGXZ7.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-DTGSO662.js";
import "./chunk-D5SREWDV.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-FOCAHIEL.js";
import "./chunk-OHF2BV36.js";
import "./chunk-OCSF6W6H.js";
import "./chunk-5XWL5JNG.js";
export {
  compare,
  readInput
};
