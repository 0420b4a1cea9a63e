import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-WBSYQK4L.js";
import "./chunk-WN4UUJRH.js";
import "./chunk-57UWAAKY.js";
import "./chunk-U3ACKMBR.js";
import "./chunk-Y7A2WLO4.js";
import "./chunk-KGFI7MJ2.js";
import "./chunk-MX2R2CS5.js";
import "./chunk-I365VA2G.js";
import "./chunk-HEBJ63QN.js";
import "./chunk-3HVKHQSJ.js";
import "./chunk-RXQFAPB3.js";
import "./chunk-ZMLQ76RP.js";
import "./chunk-IKOVNCJK.js";
import "./chunk-NFGG2ZNG.js";
import "./chunk-J572PHDR.js";
import "./chunk-E3SPTBNL.js";
import "./chunk-WNAZ6BYH.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-ETOU3F2Y.js";
import "./chunk-MOCGEH4M.js";
import "./chunk-EG2AZPHG.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-GE2XTDZU.js";
import "./chunk-RFFX33ZJ.js";
import "./chunk-4FJAYMGD.js";
import "./chunk-HSULD6WJ.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-RZGKQOWJ.js";
import "./chunk-OHF2BV36.js";
import "./chunk-TSNSTRFB.js";
import "./chunk-YKIAVSG6.js";
import "./chunk-5XWL5JNG.js";
export {
  compare,
  readInput
};
