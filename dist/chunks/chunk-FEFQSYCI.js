import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  usageError
} from "./chunk-ULI3DSBC.js";

// src/model/json.ts
var MAX_FILE_CHARACTERS = 32 * 1024 ** 2;
var DEEPEST = 200;
function parseJson(text, fileName) {
  if (text.length > MAX_FILE_CHARACTERS) {
    throw usageError(
      `${fileName} holds ${text.length} characters; at most ${MAX_FILE_CHARACTERS} are read. Give a file that ganeti-perf wrote.`
    );
  }
  let document;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const reason = seen(error instanceof Error ? error.message : String(error), 200);
    throw usageError(
      `${fileName} is not complete JSON (${text.length} characters, ${reason}). It may be cut short: copy it again, or make it again.`,
      { cause: error }
    );
  }
  refuseConfusingKeys(text, fileName);
  return document;
}
function seen(value, limit = 80) {
  if (value === void 0) return "nothing";
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value !== null && typeof value === "object") return "an object";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const short = text.length > limit ? `${text.slice(0, limit)}...` : text;
  const plain = short.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "\uFFFD");
  return typeof value === "string" ? `"${plain}"` : plain;
}
function refuseConfusingKeys(text, fileName) {
  const open = [];
  for (const [token, string, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g)) {
    if (token === "{" || token === "[") open.push(/* @__PURE__ */ new Set());
    else if (token === "}" || token === "]") open.pop();
    else if (string !== void 0 && colon !== void 0) {
      const key = JSON.parse(string);
      const keys = open.at(-1);
      if (keys?.has(key)) {
        throw usageError(`${fileName} has the key ${seen(key)} twice in one object: keep one.`);
      }
      if (key === "__proto__") {
        throw usageError(
          `${fileName} has a key ${seen(key)}, which is never one of ours: remove it.`
        );
      }
      keys?.add(key);
    }
    if (open.length > DEEPEST) {
      throw usageError(
        `${fileName} is nested more than ${DEEPEST} levels deep. Give a file that ganeti-perf wrote.`
      );
    }
  }
}

export {
  parseJson,
  seen
};
