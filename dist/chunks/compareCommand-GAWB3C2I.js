import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-AVUOSTOY.js";
import "./chunk-75V6EXLZ.js";
import "./chunk-57UWAAKY.js";
import "./chunk-N35OCFWC.js";
import "./chunk-XQURPLCB.js";
import "./chunk-2QQN34D2.js";
import "./chunk-GGPTUHQK.js";
import "./chunk-3BBSHLMF.js";
import "./chunk-BKOYP7A7.js";
import "./chunk-AXLRMFYY.js";
import "./chunk-DODY6POW.js";
import "./chunk-T4ZNNPGP.js";
import "./chunk-XW5CLFQN.js";
import "./chunk-OQH6SHCG.js";
import "./chunk-J572PHDR.js";
import "./chunk-HGN54WNV.js";
import "./chunk-IYCQVKGC.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-OKXFYSDW.js";
import "./chunk-PK3XEFPR.js";
import "./chunk-CVHPNJED.js";
import "./chunk-SAMDT5C3.js";
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
export {
  compare,
  readInput
};
