import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  sizesOf
} from "./chunk-7JBQ3LT3.js";
import {
  loadWorkloads
} from "./chunk-RXPND74W.js";
import {
  checkNeeds
} from "./chunk-NLPLDUTU.js";
import {
  MAX_MATRIX_JOBS
} from "./chunk-3KH6EGV4.js";
import {
  ganetiText
} from "./chunk-L3PENX4O.js";
import {
  minOf
} from "./chunk-TSNSTRFB.js";
import {
  usageError
} from "./chunk-HSULD6WJ.js";

// src/plan/deal.ts
var RESTORE = 12;
var PROBE = 4;
function lengthOf(work, { instances }) {
  if ("probes" in work) return RESTORE + PROBE * work.probes.length;
  return work.steps.reduce((sum, step) => {
    if ("wait" in step) return sum;
    return sum + (step.each === void 0 ? 1 : instances);
  }, RESTORE);
}
function deal(items, lengthOfItem, shards) {
  const hands = Array.from({ length: Math.min(shards, items.length) }, () => ({
    length: 0,
    places: /* @__PURE__ */ new Set()
  }));
  const longestFirst = items.map((item, place) => ({ place, length: lengthOfItem(item) })).toSorted((a, b) => b.length - a.length);
  for (const { place, length } of longestFirst) {
    const [next] = hands.toSorted((a, b) => a.length - b.length);
    if (!next) break;
    next.places.add(place);
    next.length += length;
  }
  return hands.toSorted((a, b) => minOf(a.places) - minOf(b.places)).map(({ places }) => items.filter((_, place) => places.has(place)));
}

// src/plan/matrix.ts
function matrixOf(settings, workloads) {
  const { nodes, instances } = settings;
  const include = sizesOf({ nodes, instances }).flatMap(
    (size) => jobsOf(size, settings, workloads)
  );
  if (include.length <= MAX_MATRIX_JOBS) return { include };
  throw usageError(
    `this makes ${include.length} matrix jobs, and a matrix of GitHub's has at most ${MAX_MATRIX_JOBS}: name fewer sizes or workloads, or deal the workloads over fewer jobs with --shards`
  );
}
function jobsOf(size, settings, workloads) {
  const { ganeti, repeat, shards } = settings;
  const { configInstances = 0, configBare = false, configNodes = 0 } = settings;
  const { diskTemplate, candidatePool, nodeGroups } = settings;
  const dealt = deal(workloads, (workload) => lengthOf(workload, size), shards ?? Infinity);
  return dealt.map((some, index) => {
    const names = some.map(({ name }) => name).join(",");
    const part = shards === void 0 ? names : `${index + 1}-of-${dealt.length}`;
    return {
      // By its beginning, a pattern finds the artifacts of one size, which one merge takes.
      name: `${size.nodes}-nodes-${size.instances}-instances-${part}`,
      ganeti: ganetiText(ganeti),
      ...size,
      ...configInstances > 0 && { "config-instances": configInstances },
      ...configBare && { "config-bare": configBare },
      ...configNodes > 0 && { "config-nodes": configNodes },
      ...diskTemplate !== void 0 && { "disk-template": diskTemplate },
      ...candidatePool !== void 0 && { "candidate-pool": candidatePool },
      ...nodeGroups !== void 0 && { "node-groups": nodeGroups },
      workload: names,
      repeat
    };
  });
}

// src/usecases/plan.ts
async function plan(settings) {
  const workloads = await loadWorkloads(settings.workloads);
  const { nodes, instances, configInstances, diskTemplate, nodeGroups } = settings;
  for (const size of sizesOf({ nodes, instances })) {
    for (const workload of workloads) {
      checkNeeds(workload, { ...size, configInstances, diskTemplate, nodeGroups });
    }
  }
  return matrixOf(settings, workloads);
}

export {
  plan
};
