import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderHtml
} from "./chunk-R2WCBQY6.js";
import "./chunk-I3FLOG7W.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-24JLUGNP.js";
import "./chunk-G2KZW3ZY.js";
import "./chunk-OCSF6W6H.js";
import "./chunk-5XWL5JNG.js";
export {
  renderHtml
};
