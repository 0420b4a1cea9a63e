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

// src/model/readIssue.ts
function explainIssue(issue, document) {
  const place = issue.path.length > 0 ? `at ${placeOf(issue.path)}: ` : "";
  if (issue.code === "unrecognized_keys") {
    return `${place}unknown key ${issue.keys.map((key) => seen(key)).join(", ")}`;
  }
  if (issue.code === "invalid_key") {
    return `${place}${issue.issues.map((inner) => inner.message).join(", ")}`;
  }
  return `${place}${expectation(issue)}, saw ${seen(valueAt(document, issue.path))}`;
}
function expectation(issue) {
  const messages = issue.code === "invalid_union" && issue.errors.length > 0 ? issue.errors.flatMap((branch) => branch.map((inner) => inner.message)) : [issue.message];
  return messages.map((text) => text.replace(/^[^:]+: (?=expected)/, "").replace(/, received .*$/, "")).join(" or ");
}
function placeOf(path) {
  return path.map((step, index) => {
    if (typeof step === "number") return `[${step}]`;
    const name = String(step);
    if (!/^[A-Za-z_]\w{0,60}$/.test(name)) return `[${seen(name)}]`;
    return index === 0 ? name : `.${name}`;
  }).join("");
}
function valueAt(document, path) {
  let value = document;
  for (const step of path) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, step))
      return void 0;
    value = value[step];
  }
  return value;
}

export {
  parseJson,
  seen,
  explainIssue
};
