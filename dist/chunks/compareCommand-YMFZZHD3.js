import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-7UHOEFZU.js";
import "./chunk-27H4IF4Q.js";
import "./chunk-57UWAAKY.js";
import "./chunk-324TQAS7.js";
import "./chunk-3TFKVIVG.js";
import "./chunk-7GPNBFQD.js";
import "./chunk-PLPRJCLQ.js";
import "./chunk-NU72AUUW.js";
import "./chunk-WVZEETSD.js";
import "./chunk-T73W2HS3.js";
import "./chunk-WJPKD4ZY.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-ZW47P2PA.js";
import "./chunk-YW5T4O67.js";
import "./chunk-DM6JMSMC.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-RGJEWX6A.js";
import "./chunk-3N62MUP3.js";
import "./chunk-TRMHDDGF.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-JRCCUOWA.js";
import "./chunk-3J2XX2DR.js";
import "./chunk-RVXCGWXA.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";
export {
  compare,
  readInput
};
