import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-LIPPXTP7.js";
import "./chunk-6537W4KU.js";
import "./chunk-57UWAAKY.js";
import "./chunk-EWBPAN5P.js";
import "./chunk-EJTE4HEB.js";
import "./chunk-AFOBTWL7.js";
import "./chunk-MUJ2XNYD.js";
import "./chunk-R7TUUCIT.js";
import "./chunk-46AHPF2E.js";
import "./chunk-PAZQ4ETL.js";
import "./chunk-WS7F7YDN.js";
import "./chunk-HBVTRUJE.js";
import "./chunk-X7XC6PAQ.js";
import "./chunk-A3QP4PI5.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-4UI6SYYX.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-JWQOMRHM.js";
import "./chunk-M6GDXU4E.js";
import "./chunk-QNF5IGQ3.js";
import "./chunk-VIV74OAY.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-UEK6BQMA.js";
import "./chunk-RVXCGWXA.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";
export {
  compare,
  readInput
};
