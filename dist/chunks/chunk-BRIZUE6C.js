import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  FAILURE_SCHEMA,
  MAX_FAILURE_LINE,
  MAX_FAILURE_LINES
} from "./chunk-XW5CLFQN.js";
import {
  ProcessError,
  describeEnd,
  tailLines
} from "./chunk-4XPSXIGN.js";
import {
  EXIT,
  PerfError
} from "./chunk-HSULD6WJ.js";
import {
  visible
} from "./chunk-YKIAVSG6.js";

// src/usecases/failureOf.ts
function failureOf(error) {
  const { message, rest } = wordsOf(error);
  return {
    schema: FAILURE_SCHEMA,
    kind: kindOf(error),
    message: failureLine(message) || "no reason was given",
    lines: tailLines(rest, MAX_FAILURE_LINES).map((line) => failureLine(line))
  };
}
function wordsOf(error) {
  if (error instanceof ProcessError) {
    const rest2 = `${error.stdout}
${error.stderr}`;
    const [last] = tailLines(rest2, 1);
    return { message: last?.trim() ?? describeEnd(error.end), rest: rest2 };
  }
  const [first = "", ...others] = (error instanceof Error ? error.message : String(error)).split(
    "\n"
  );
  const rest = others.map((line) => line.replace(/^ {1,2}/, "")).join("\n");
  return { message: first.replace(/:\s*$/, ""), rest };
}
function kindOf(error) {
  if (error instanceof ProcessError) return error.end.aborted ? "interrupted" : "cluster";
  if (!(error instanceof PerfError)) return "defect";
  if (error.build) return "build";
  return KINDS.get(error.exitCode) ?? "interrupted";
}
var KINDS = /* @__PURE__ */ new Map([
  [EXIT.usage, "usage"],
  [EXIT.environment, "environment"],
  [EXIT.invalid, "invalid"]
]);
function failureLine(text, most = MAX_FAILURE_LINE) {
  const line = visible(text.replace(/\s/g, " ")).trimEnd();
  return line.length > most ? `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}\u2026` : line;
}

export {
  failureOf,
  failureLine
};
