import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-CKRKSFZ6.js";
import "./chunk-SEIEX4TD.js";
import "./chunk-S2DA46DO.js";
import "./chunk-YKEWYDEJ.js";
import "./chunk-3GTX4TMC.js";
import "./chunk-W6H7MZTD.js";
import "./chunk-HGXI7TXK.js";
import "./chunk-A25VJXBQ.js";
import "./chunk-ZXPJHBLO.js";
import "./chunk-42EP362F.js";
import "./chunk-5GUDD2GL.js";
import "./chunk-QTOL5LOY.js";
import "./chunk-A67V46GX.js";
import "./chunk-IKNESDXZ.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-YFSIEZNQ.js";
import "./chunk-C343UVPV.js";
import "./chunk-3D7PVHWS.js";
import "./chunk-SFCUFVPB.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-MVWLFD5R.js";
import "./chunk-LJOYK5Z6.js";
import "./chunk-RVXCGWXA.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";
export {
  compare,
  readInput
};
