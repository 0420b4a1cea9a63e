import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  forTerminal,
  renderJson
} from "./chunk-75V6EXLZ.js";
import {
  compareWithBaselines
} from "./chunk-N35OCFWC.js";
import {
  compareMeasurements,
  comparisonReport
} from "./chunk-XQURPLCB.js";
import {
  parseMeasurement
} from "./chunk-XW5CLFQN.js";
import {
  exitCodeOf
} from "./chunk-IYCQVKGC.js";
import {
  usageError
} from "./chunk-HSULD6WJ.js";

// src/cli/compareCommand.ts
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
var MORE = "by 'report' of what --json prints";
async function compare(settings, context) {
  const comparison = await compareFiles(settings);
  const reader = await isFolder(settings.base) ? { baselines: settings.base } : { against: true };
  const report = () => forTerminal(comparisonReport(comparison, reader), MORE);
  context.print(settings.json ? renderJson(comparison) : report());
  return exitCodeOf(comparison);
}
async function compareFiles({ base, head }) {
  const measurement = parseMeasurement(await readInput(head), head);
  if (!await isFolder(base)) {
    return compareMeasurements(parseMeasurement(await readInput(base), base), measurement);
  }
  return compareWithBaselines(measurement, base);
}
var isFolder = async (path) => (await stat(path).catch(() => void 0))?.isDirectory() ?? false;
async function readInput(path) {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code = "unknown error" } = error;
    const message = code === "EISDIR" ? `${path} is a folder; name the file, as ${join(path, "measurement.json")}` : `${path} cannot be read (${code}); name a measurement.json`;
    throw usageError(message, { cause: error });
  }
}

export {
  compare,
  readInput
};
