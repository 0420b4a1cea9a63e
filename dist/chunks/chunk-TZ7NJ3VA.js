import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  mergeShards
} from "./chunk-YDW66U3H.js";
import {
  baselineChanges,
  learnedWorkload,
  relearnBaseline
} from "./chunk-OJDJLPPA.js";
import {
  withTestbed
} from "./chunk-OEELECDF.js";
import {
  labTestbeds,
  startSession
} from "./chunk-BGDIVHP7.js";
import {
  baselinesFolder,
  readLearned,
  writeBaseline
} from "./chunk-DPSEYRQP.js";
import {
  openResults
} from "./chunk-BB64EIWI.js";
import {
  loadFitting
} from "./chunk-QBSVRUIP.js";

// src/usecases/learn.ts
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
    learned.push(await learnAndWrite(folder, before.get(workload.name), workload, measurement));
  }
  return learned;
}

// src/refresh.ts
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
