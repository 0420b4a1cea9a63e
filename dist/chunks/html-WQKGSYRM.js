import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderHtml
} from "./chunk-QS2GQDC5.js";
import "./chunk-IYWTEJWL.js";
import "./chunk-3D7PVHWS.js";
import "./chunk-SFCUFVPB.js";
import "./chunk-5XWL5JNG.js";
export {
  renderHtml
};
