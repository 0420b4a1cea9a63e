import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ZodError
} from "./chunk-SHGZJK5N.js";
import {
  usageError
} from "./chunk-HSULD6WJ.js";
import {
  visible
} from "./chunk-YKIAVSG6.js";

// src/model/json.ts
var MAX_FILE_CHARACTERS = 32 * 1024 ** 2;
var DEEPEST = 200;
var MOST_KEYS = 1e4;
function parseJson(content, fileName) {
  const text = content.startsWith("\uFEFF") ? content.slice(1) : content;
  if (text.length > MAX_FILE_CHARACTERS) {
    throw usageError(
      `${fileName} holds ${text.length} characters; at most ${MAX_FILE_CHARACTERS} are read. Give a file that ganeti-perf wrote.`
    );
  }
  refuseConfusing(text, fileName);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = seen(error instanceof Error ? error.message : String(error), 200);
    throw usageError(
      `${fileName} is not complete JSON (${text.length} characters, ${reason}). It may be cut short: copy it again, or make it again.`,
      { cause: error }
    );
  }
}
function seen(value, limit = 80) {
  if (value === void 0) return "nothing";
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value !== null && typeof value === "object") return "an object";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const short = text.length > limit ? `${text.slice(0, limit)}...` : text;
  const plain = visible(short);
  return typeof value === "string" ? `"${plain}"` : plain;
}
function refuseConfusing(text, fileName) {
  const open = [];
  let string = "";
  for (let at = 0; at < text.length; at++) {
    switch (text.charAt(at)) {
      case "{":
      case "[":
        open.push(/* @__PURE__ */ new Set());
        if (open.length > DEEPEST) {
          throw usageError(
            `${fileName} is nested more than ${DEEPEST} levels deep. Give a file that ganeti-perf wrote.`
          );
        }
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case '"': {
        const end = endOfString(text, at);
        if (end === -1) return;
        string = text.slice(at + 1, end);
        at = end;
        break;
      }
      case ":":
        addKey(open.at(-1), string, fileName);
        break;
    }
  }
}
function endOfString(text, from) {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '"') return at;
    if (text[at] === "\\") at++;
  }
  return -1;
}
function addKey(keys, raw, fileName) {
  const key = raw.includes("\\") ? unescaped(raw) : raw;
  if (keys?.has(key)) {
    throw usageError(`${fileName} has the key ${seen(key)} twice in one object: keep one.`);
  }
  if (key === "__proto__") {
    throw usageError(`${fileName} has a key ${seen(key)}, which is never one of ours: remove it.`);
  }
  keys?.add(key);
  if (keys && keys.size > MOST_KEYS) {
    throw usageError(
      `${fileName} has more than ${MOST_KEYS} keys in one object. Give a file that ganeti-perf wrote.`
    );
  }
}
function unescaped(raw) {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}

// src/model/readIssue.ts
var MOST_LISTED = 5;
function explainIssue(issue, document) {
  const place = issue.path.length > 0 ? `at ${placeOf(issue.path)}: ` : "";
  if (issue.code === "unrecognized_keys") {
    return `${place}unknown key ${listed(
      issue.keys.map((key) => seen(key)),
      ", "
    )}`;
  }
  if (issue.code === "invalid_key") {
    return `${place}${listed(
      issue.issues.map((inner) => inner.message),
      ", "
    )}`;
  }
  return `${place}${expectation(issue)}, saw ${seen(valueAt(document, issue.path))}`;
}
function expectation(issue) {
  const messages = issue.code === "invalid_union" && issue.errors.length > 0 ? issue.errors.flatMap((branch) => branch.map((inner) => inner.message)) : [issue.message];
  const words = messages.map(
    (text) => text.replace(/^[^:]+: (?=expected)/, "").replace(/, received .*$/, "")
  );
  return listed(words, " or ");
}
function listed(words, separator) {
  const rest = words.length - MOST_LISTED;
  const more = rest > 0 ? ` (and ${rest} more)` : "";
  return `${words.slice(0, MOST_LISTED).join(separator)}${more}`;
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

// src/model/validated.ts
function validated(schema, document) {
  try {
    const result = schema.safeParse(document);
    return result.success ? result : { success: false, error: result.error };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = "expected fewer faults, in fewer levels";
    return {
      success: false,
      error: new ZodError([{ code: "custom", path: [], message, input: document }])
    };
  }
}

export {
  parseJson,
  seen,
  explainIssue,
  validated
};
