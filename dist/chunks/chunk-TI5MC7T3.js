import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  conclude
} from "./chunk-R4NMOF6K.js";
import {
  mergeMeasurements
} from "./chunk-T5576KYZ.js";
import {
  openResults
} from "./chunk-OEKFHLQH.js";
import {
  compareWithBaselines
} from "./chunk-N35OCFWC.js";
import {
  grouped
} from "./chunk-CVHPNJED.js";
import {
  seen
} from "./chunk-LAUIYLMP.js";
import {
  enumeration
} from "./chunk-OHF2BV36.js";
import {
  invalidError,
  usageError
} from "./chunk-HSULD6WJ.js";

// src/usecases/merge.ts
import { realpath } from "node:fs/promises";
import { dirname, resolve } from "node:path";
async function merge(shards, settings, { log }, failed) {
  await refuseLoss(shards, settings.out);
  if (failed && shards.length === 0) return nothingMeasured(failed, settings.out);
  const { measurement, differences } = mergeMeasurements(shards);
  for (const line of differenceLines(differences)) log.info(line);
  const results = await openResults(settings.out, { events: false });
  if (failed) await results.writeFailure(failed);
  await results.writeMeasurement(measurement);
  const comparison = await compareWithBaselines(measurement, settings.baselines);
  return conclude(comparison, results, { baselines: settings.baselines });
}
async function nothingMeasured(failed, out) {
  const { writeFailure } = await openResults(out, { events: false });
  await writeFailure(failed);
  throw invalidError(`there is nothing to merge: ${failed.message}`);
}
async function refuseLoss(shards, out) {
  const real = (path) => realpath(path).catch(() => resolve(path));
  const folder = await real(out);
  for (const { file } of shards) {
    if (dirname(await real(file)) !== folder && await real(dirname(file)) !== folder) continue;
    throw usageError(
      `${file} lies in --out '${out}', where the merged measurement goes; name another folder with --out, or leave that file out when an earlier merge wrote it`
    );
  }
}
function differenceLines(differences) {
  const alike = grouped(differences, ({ name, value, kept }) => {
    const [there, here] = [kept, value].map((side) => side === null ? "not known" : seen(side));
    return `${name} is ${there}, and ${here} in`;
  });
  return [...alike].map(
    ([line, own]) => `${line} ${enumeration(own.map(({ file }) => file))}; the first is kept`
  );
}

export {
  merge
};
