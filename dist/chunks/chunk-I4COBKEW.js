import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  remeasured
} from "./chunk-C3LAMR4P.js";
import {
  assembleWorkload
} from "./chunk-V3NDJQFK.js";
import {
  MEASUREMENT_SCHEMA,
  addCoverages,
  toLines
} from "./chunk-SOFWC5QX.js";

// src/cause/comparable.ts
function comparableCauses(causes) {
  return causes.map(({ kind, label, times, counts, peakRss, children }) => ({
    kind,
    label,
    times,
    counts,
    ...peakRss === void 0 ? {} : { peakRss },
    children: comparableCauses(children)
  })).toSorted((a, b) => order(a.kind, b.kind) || order(a.label, b.label));
}
var order = (a, b) => a < b ? -1 : Number(a > b);

// src/measure/session.ts
function startSession(testbed, results, context, { which, base: measuredBase } = {}) {
  const { log } = context;
  const measured = /* @__PURE__ */ new Map();
  const measurement = () => {
    const base = measuredBase?.();
    return {
      schema: MEASUREMENT_SCHEMA,
      ...testbed.facts,
      workloads: [...measured].map(([name, repeats]) => assemble(name, repeats)),
      ...base && { base }
    };
  };
  const takeRepeat = (workload, number, title) => {
    const keepLogs = (logs) => results.writeLogs(workload.name, number, logs);
    return remeasured(
      workload.name,
      context,
      () => log.phase(
        title,
        (progress) => testbed.measureOnce(workload, { ...context, keepLogs, progress })
      )
    );
  };
  return {
    measurement,
    async measure(workload, times) {
      const { name } = workload;
      const repeats = measured.get(name) ?? [];
      for (let i = 0; i < times; i++) {
        const number = repeats.length + 1;
        const count = times === 1 && number === 1 ? "" : ` (${number})`;
        const title = `measure ${name}${which === void 0 ? "" : ` of ${which}`}${count}`;
        const { events, collections, ...kept } = await takeRepeat(workload, number, title);
        const { readings, causes, shares, heap } = kept;
        repeats.push({ readings, causes, shares, heap });
        measured.set(name, repeats);
        await results.writeMeasurement(measurement());
        await results.appendEvents(name, number, events, collections);
      }
      return assemble(name, repeats);
    }
  };
}
function assemble(name, repeats) {
  const readings = repeats.map((repeat) => repeat.readings);
  const causes = comparableCauses(repeats[0]?.causes ?? []);
  return {
    ...assembleWorkload(name, readings),
    causes: toLines(causes, { peaks: true }),
    share: addCoverages(repeats.map(({ shares }) => shares)),
    ...repeats[0] && repeats[0].heap.daemons.length > 0 && { heap: repeats[0].heap }
  };
}

export {
  startSession
};
