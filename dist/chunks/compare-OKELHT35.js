import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-L3VACQMA.js";
import "./chunk-5H4Y5DZS.js";
import "./chunk-S2DA46DO.js";
import "./chunk-XIRQFPY3.js";
import "./chunk-3GTX4TMC.js";
import "./chunk-4BSSVIHF.js";
import "./chunk-VZB2KQCR.js";
import "./chunk-XOSMOWYC.js";
import "./chunk-ZXPJHBLO.js";
import "./chunk-42EP362F.js";
import "./chunk-BCPURNDR.js";
import "./chunk-JXO6NNPS.js";
import "./chunk-FSCN2NQB.js";
import "./chunk-EFZY4FG5.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-YFSIEZNQ.js";
import "./chunk-AKXYMCQU.js";
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
