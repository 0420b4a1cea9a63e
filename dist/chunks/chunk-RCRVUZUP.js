import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  visibleLines
} from "./chunk-YKIAVSG6.js";

// src/platform/log/message.ts
import { randomUUID } from "node:crypto";
import { stripVTControlCharacters } from "node:util";
var MOST = 8e3;
function logText(message) {
  const rest = message.length - MOST;
  const short = rest > 0 ? `${message.slice(0, MOST)}\u2026 (${rest} more characters)` : message;
  return visibleLines(stripVTControlCharacters(short).replace(new RegExp("(?![\\n\\t])\\p{Cc}", "gu"), ""));
}
function framed(message, token = randomUUID()) {
  if (!/[\r\n]|::|##\[/.test(message)) return message;
  return `::stop-commands::${token}
${message}
::${token}::`;
}

export {
  logText,
  framed
};
