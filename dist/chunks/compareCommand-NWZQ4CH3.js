import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-CXMNKQEV.js";
import "./chunk-6537W4KU.js";
import "./chunk-57UWAAKY.js";
import "./chunk-65HM34EZ.js";
import "./chunk-D3NBEZ6K.js";
import "./chunk-AFOBTWL7.js";
import "./chunk-MUJ2XNYD.js";
import "./chunk-GMCAIDTH.js";
import "./chunk-46AHPF2E.js";
import "./chunk-ZXZ6DR3S.js";
import "./chunk-WS7F7YDN.js";
import "./chunk-HBVTRUJE.js";
import "./chunk-X7XC6PAQ.js";
import "./chunk-A3QP4PI5.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-EPUYYZAZ.js";
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
