import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-GRTWNZOT.js";
import "./chunk-2NMNEAH4.js";
import "./chunk-57UWAAKY.js";
import "./chunk-ZGPANG2K.js";
import "./chunk-KGG6KSDQ.js";
import "./chunk-MZ2DFN2D.js";
import "./chunk-BE7V2KXD.js";
import "./chunk-NU72AUUW.js";
import "./chunk-KYIXLPAW.js";
import "./chunk-T73W2HS3.js";
import "./chunk-YIHYB4AG.js";
import "./chunk-2GQRYB3D.js";
import "./chunk-NBZPAOK5.js";
import "./chunk-PNZDP43E.js";
import "./chunk-B7A3PX6K.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-VE2OQCO4.js";
import "./chunk-3N62MUP3.js";
import "./chunk-TRMHDDGF.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-YVJJYBXE.js";
import "./chunk-AIL3RAL5.js";
import "./chunk-RVXCGWXA.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";
export {
  compare,
  readInput
};
