import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  startSession
} from "./chunk-I4COBKEW.js";
import {
  containerTestbeds,
  withTestbed
} from "./chunk-GSLCWZCF.js";
import {
  mergeMeasurements
} from "./chunk-T5576KYZ.js";
import {
  openResults
} from "./chunk-OEKFHLQH.js";
import {
  baselineChanges,
  baselineUpdate,
  updateBaseline
} from "./chunk-7CYBPOIR.js";
import {
  baselinesFolder,
  readAcceptedBaselines,
  selectorOf,
  writeBaseline
} from "./chunk-T4ZNNPGP.js";
import {
  loadFitting
} from "./chunk-RXPND74W.js";
import {
  calmMetrics,
  natureOf
} from "./chunk-IYCQVKGC.js";
import {
  INFORMATIVE_FAMILIES,
  familyOf
} from "./chunk-SHGZJK5N.js";

// src/usecases/updateBaselines.ts
async function updateAndWrite(folder, previous, workload, about) {
  const baseline = updateBaseline(previous, workload, about);
  const changes = baselineChanges(previous, baseline);
  const path = await writeBaseline(folder, baseline);
  return { ...baselineUpdate(baseline, changes), path };
}
async function updateFromFiles(shards, baselines) {
  const { measurement } = mergeMeasurements(shards);
  const { workloads } = measurement;
  const folder = baselinesFolder(baselines);
  const names = workloads.map(({ name }) => name);
  const before = await readAcceptedBaselines(folder, selectorOf(measurement), names);
  const learned = [];
  for (const workload of workloads) {
    const own = ofFirstMachine(workload, shards);
    learned.push(await updateAndWrite(folder, before.get(workload.name), own, measurement));
  }
  return learned;
}
function ofFirstMachine(workload, shards) {
  const first = shards.flatMap((shard) => shard.measurement.workloads).find(({ name }) => name === workload.name);
  const metrics = [...calmMetrics(workload)].flatMap(([key, metric]) => {
    if (natureOf(key) !== "waiting" && !INFORMATIVE_FAMILIES.has(familyOf(key))) {
      return [[key, metric]];
    }
    const values = metric.values.slice(0, first?.repeat);
    return values.some((value) => value > 0) ? [[key, { ...metric, values }]] : [];
  });
  return { ...workload, metrics: Object.fromEntries(metrics) };
}

// src/usecases/refresh.ts
async function refresh(settings, context, testbeds = containerTestbeds) {
  const workloads = await loadFitting(settings.workloads, settings);
  const results = await openResults(settings.out);
  const folder = baselinesFolder(settings.baselines);
  return withTestbed(testbeds, settings, context, async (testbed) => {
    const selector = selectorOf(testbed.facts);
    const before = await readAcceptedBaselines(folder, selector, settings.workloads);
    const session = startSession(testbed, results, context);
    const learned = [];
    for (const workload of workloads) {
      const measured = await session.measure(workload, settings.repeat);
      const previous = before.get(workload.name);
      learned.push(await updateAndWrite(folder, previous, measured, session.measurement()));
    }
    return learned;
  });
}

export {
  updateFromFiles,
  refresh
};
