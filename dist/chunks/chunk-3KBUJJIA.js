import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  conclude
} from "./chunk-7QOGK7DO.js";
import {
  mergeMeasurements
} from "./chunk-KM2KT7SZ.js";
import {
  openResults
} from "./chunk-MMX24FHD.js";
import {
  compareWithBaselines
} from "./chunk-FGACXSAX.js";
import {
  grouped
} from "./chunk-GLOQKCYA.js";
import {
  seen
} from "./chunk-VPN5A5YR.js";
import {
  usageError
} from "./chunk-ULI3DSBC.js";
import {
  enumeration
} from "./chunk-OHF2BV36.js";

// src/usecases/merge.ts
import { realpath } from "node:fs/promises";
import { dirname, resolve } from "node:path";
async function merge(shards, settings, { log }) {
  await refuseLoss(shards, settings.out);
  const { measurement, differences } = mergeMeasurements(shards);
  for (const line of differenceLines(differences)) log.info(line);
  const results = await openResults(settings.out, { events: false });
  await results.writeMeasurement(measurement);
  const comparison = await compareWithBaselines(measurement, settings.baselines);
  return conclude(comparison, results, { baselines: settings.baselines });
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
