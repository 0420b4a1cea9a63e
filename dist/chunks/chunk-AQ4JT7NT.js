import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  seen
} from "./chunk-FEFQSYCI.js";

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
  explainIssue
};
