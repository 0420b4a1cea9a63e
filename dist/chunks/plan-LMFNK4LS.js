import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "./chunk-5SIQLTY4.js";
import "./chunk-XFB76KZB.js";
import "./chunk-JXDPNKWQ.js";
import "./chunk-QBSVRUIP.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-MVWLFD5R.js";
import "./chunk-XWTACTLH.js";
import "./chunk-46SIF4ZK.js";
import "./chunk-LJOYK5Z6.js";
import "./chunk-RVXCGWXA.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";
export {
  plan
};
