import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  visible
} from "./chunk-YKIAVSG6.js";

// src/platform/process/processError.ts
import { stripVTControlCharacters } from "node:util";
var ProcessError = class extends Error {
  /** The first layer alone, for a caller that wraps it into a sentence of its own. */
  short;
  /** The command as one would type it, cut to a readable length. */
  command;
  end;
  stdout;
  stderr;
  constructor(argv, end, output, options) {
    const command = displayCommand(argv);
    const status = describeEnd(end);
    const said = lastWords(output.stderr) || lastWords(output.stdout);
    const short = `${argv[0] ?? "process"}: ${said || status}`;
    super(`${short}
  command: ${command}
  ended: ${status}`, options);
    this.name = "ProcessError";
    this.short = short;
    this.command = command;
    this.end = end;
    this.stdout = output.stdout;
    this.stderr = output.stderr;
  }
};
function describeEnd(end) {
  if (end.timedOutAfter !== void 0) return `timed out after ${end.timedOutAfter / 1e3} s`;
  if (end.aborted) return "stopped because the run was interrupted";
  if (end.failure !== void 0) return end.failure;
  if (end.signal !== void 0) return `ended by ${end.signal}`;
  return `exit status ${end.exitCode ?? "unknown"}`;
}
var MAX_SENTENCE = 400;
var MAX_COMMAND = 300;
var NOISE = /^(?:See '.* --help'\.|Run '.* --help' for more|DEPRECATED: |\s*Install the buildx|\s*https:)/;
function lastWords(output) {
  const lines = readableLines(output).filter((line) => !NOISE.test(line));
  const sentence = lines.slice(-3).join("; ");
  return sentence.length > MAX_SENTENCE ? `\u2026${sentence.slice(-MAX_SENTENCE)}` : sentence;
}
function tailLines(output, count) {
  return readableLines(output).slice(-count);
}
function readableLines(output) {
  return stripVTControlCharacters(output).split(/[\r\n]+/).map((line) => visible(line.replace(new RegExp("\\p{Cc}", "gu"), " ")).trimEnd()).filter((line) => line !== "");
}
function displayCommand(argv) {
  const line = argv.map(quote).join(" ");
  return line.length > MAX_COMMAND ? `${line.slice(0, MAX_COMMAND)}\u2026` : line;
}
function quote(word) {
  const printable = visible(word.replace(new RegExp("\\p{Cc}", "gu"), " "));
  return /^[\w@%+=:,./-]+$/.test(printable) ? printable : `'${printable.replaceAll("'", "'\\''")}'`;
}

export {
  ProcessError,
  describeEnd,
  lastWords,
  tailLines
};
