import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-S7N7WITX.js";
import "./chunk-VBWR23HF.js";
import "./chunk-57UWAAKY.js";
import "./chunk-HCZDRI2T.js";
import "./chunk-VCMUH5XB.js";
import "./chunk-2QQN34D2.js";
import "./chunk-GGPTUHQK.js";
import "./chunk-76HR7527.js";
import "./chunk-GB4UQSN3.js";
import "./chunk-AXLRMFYY.js";
import "./chunk-DODY6POW.js";
import "./chunk-NU3HBKH6.js";
import "./chunk-PMEUIWX5.js";
import "./chunk-OQH6SHCG.js";
import "./chunk-J572PHDR.js";
import "./chunk-U6MQOIH7.js";
import "./chunk-OYZQLEQG.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-OKXFYSDW.js";
import "./chunk-BBLXOQQA.js";
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
