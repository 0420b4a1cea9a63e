import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderHtml
} from "./chunk-GMWNIMNR.js";
import "./chunk-X7S3GNGY.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-QNF5IGQ3.js";
import "./chunk-VIV74OAY.js";
import "./chunk-5XWL5JNG.js";
export {
  renderHtml
};
