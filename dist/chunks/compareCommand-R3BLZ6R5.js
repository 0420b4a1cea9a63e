import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-VHNQCLMA.js";
import "./chunk-DB2ZJMAZ.js";
import "./chunk-57UWAAKY.js";
import "./chunk-6EYPBWW6.js";
import "./chunk-UGSAED4M.js";
import "./chunk-Z55D6KHX.js";
import "./chunk-MUJ2XNYD.js";
import "./chunk-S2P7X6V3.js";
import "./chunk-46AHPF2E.js";
import "./chunk-SEKEGSYE.js";
import "./chunk-WS7F7YDN.js";
import "./chunk-NFWIAT7F.js";
import "./chunk-HQHIRUZS.js";
import "./chunk-A3QP4PI5.js";
import "./chunk-CJOA5KHM.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-JWQOMRHM.js";
import "./chunk-2P47HKTA.js";
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
