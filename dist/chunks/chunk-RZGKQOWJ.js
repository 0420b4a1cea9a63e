import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  visible
} from "./chunk-YKIAVSG6.js";

// src/text/plain.ts
function plainLine(text) {
  return visible(text.replace(/[\r\n\t\u2028\u2029]+/g, " ").replace(new RegExp("(?!\\u00A0)\\p{Zs}", "gu"), " "));
}

export {
  plainLine
};
