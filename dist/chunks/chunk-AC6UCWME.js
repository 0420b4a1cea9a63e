import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  conclude
} from "./chunk-FKNIFSAA.js";
import {
  mergeMeasurements
} from "./chunk-GIFKTR7N.js";
import {
  openResults
} from "./chunk-ZJB3R57G.js";
import {
  compareWithBaselines
} from "./chunk-WD4V44VR.js";
import {
  seen
} from "./chunk-5WYHEIGI.js";
import {
  usageError
} from "./chunk-ULI3DSBC.js";
import {
  enumeration
} from "./chunk-OHF2BV36.js";

// src/usecases/merge.ts
import { dirname, resolve } from "node:path";
async function merge(shards, settings, { log }) {
  refuseLoss(shards, settings.out);
  const { measurement, differences } = mergeMeasurements(shards);
  for (const line of differenceLines(differences)) log.info(line);
  const results = await openResults(settings.out, { events: false });
  await results.writeMeasurement(measurement);
  const comparison = await compareWithBaselines(measurement, settings.baselines);
  return conclude(comparison, results, { baselines: settings.baselines });
}
function refuseLoss(shards, out) {
  const lost = shards.find(({ file }) => dirname(resolve(file)) === resolve(out));
  if (!lost) return;
  throw usageError(
    `${lost.file} lies in --out '${out}', where the merged measurement goes; name another folder with --out, or leave that file out when an earlier merge wrote it`
  );
}
function differenceLines(differences) {
  const files = /* @__PURE__ */ new Map();
  for (const { file, name, value, kept } of differences) {
    const [there, here] = [kept, value].map((side) => side === null ? "not known" : seen(side));
    const line = `${name} is ${there}, and ${here} in`;
    files.set(line, [...files.get(line) ?? [], file]);
  }
  return [...files].map(([line, names]) => `${line} ${enumeration(names)}; the first is kept`);
}

export {
  merge
};
