import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderHtml
} from "./chunk-Y3XO2ACU.js";
import "./chunk-4VL4X2MK.js";
import "./chunk-J572PHDR.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-RZGKQOWJ.js";
import "./chunk-OHF2BV36.js";
import "./chunk-TSNSTRFB.js";
import "./chunk-YKIAVSG6.js";
import "./chunk-5XWL5JNG.js";
export {
  renderHtml
};
