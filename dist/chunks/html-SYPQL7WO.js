import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderHtml
} from "./chunk-VYIR6I5D.js";
import "./chunk-O5FRELDM.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-FOCAHIEL.js";
import "./chunk-OCSF6W6H.js";
import "./chunk-OHF2BV36.js";
import "./chunk-5XWL5JNG.js";
export {
  renderHtml
};
