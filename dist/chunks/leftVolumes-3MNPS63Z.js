import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  detachLeft,
  diskIn,
  disksInUse,
  leftDisks
} from "./chunk-JQ64J7FM.js";
import "./chunk-LFXBMTSD.js";
import "./chunk-4XPSXIGN.js";
import "./chunk-HSULD6WJ.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-YKIAVSG6.js";
import "./chunk-5XWL5JNG.js";
export {
  detachLeft,
  diskIn,
  disksInUse,
  leftDisks
};
