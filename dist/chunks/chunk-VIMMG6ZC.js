import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  baselineChanges,
  learnedWorkload,
  relearnBaseline
} from "./chunk-GQ75RREX.js";
import {
  withTestbed
} from "./chunk-GMRKYWYH.js";
import {
  labTestbeds,
  startSession
} from "./chunk-Z3SVRXUN.js";
import {
  loadFitting
} from "./chunk-3SOILTWA.js";
import {
  mergeShards
} from "./chunk-ZWUIERPW.js";
import {
  baselinesFolder,
  readLearned,
  writeBaseline
} from "./chunk-NBZPAOK5.js";
import {
  calmMetrics,
  natureOf
} from "./chunk-PNZDP43E.js";
import {
  openResults
} from "./chunk-AUTO3T4S.js";
import {
  INFORMATIVE_FAMILIES,
  familyOf
} from "./chunk-AIL3RAL5.js";

// src/usecases/updateBaselines.ts
async function learnAndWrite(folder, previous, workload, about) {
  const baseline = relearnBaseline(previous, workload, about);
  const changes = baselineChanges(previous, baseline);
  const path = await writeBaseline(folder, baseline);
  return { ...learnedWorkload(baseline, changes), path };
}
async function learnFromFiles(shards, baselines) {
  const { measurement } = mergeShards(shards);
  const { ganeti, cluster, workloads } = measurement;
  const folder = baselinesFolder(baselines);
  const names = workloads.map(({ name }) => name);
  const before = await readLearned(folder, { version: ganeti.version, cluster }, names);
  const learned = [];
  for (const workload of workloads) {
    const own = ofFirstMachine(workload, shards);
    learned.push(await learnAndWrite(folder, before.get(workload.name), own, measurement));
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
async function refresh(settings, context, testbeds = labTestbeds) {
  const workloads = await loadFitting(settings.workloads, settings);
  const results = await openResults(settings.out);
  const folder = baselinesFolder(settings.baselines);
  return withTestbed(testbeds, settings, context, async (testbed) => {
    const { ganeti, cluster } = testbed.facts;
    const selector = { version: ganeti.version, cluster };
    const before = await readLearned(folder, selector, settings.workloads);
    const session = startSession(testbed, results, context);
    const learned = [];
    for (const workload of workloads) {
      const measured = await session.measure(workload, settings.repeat);
      const previous = before.get(workload.name);
      learned.push(await learnAndWrite(folder, previous, measured, session.measurement()));
    }
    return learned;
  });
}

export {
  learnFromFiles,
  refresh
};
