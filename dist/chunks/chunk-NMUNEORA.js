import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  refuseSecondKept,
  startKeptCluster
} from "./chunk-AVCMD5U4.js";
import {
  createRunTracer,
  measureOnce,
  remeasured
} from "./chunk-XK7X47MN.js";
import {
  openLab,
  openRival
} from "./chunk-O4ESJTTS.js";
import {
  planActions
} from "./chunk-7N25NOI4.js";
import {
  assembleWorkload
} from "./chunk-V3NDJQFK.js";
import {
  topologyOf
} from "./chunk-Y5RXFHFG.js";
import {
  MEASUREMENT_SCHEMA,
  toLines
} from "./chunk-JRCCUOWA.js";
import {
  addShares
} from "./chunk-3J2XX2DR.js";

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
      () => log.phase(title, () => testbed.measureOnce(workload, { ...context, keepLogs }))
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
        const { readings, causes, shares, events } = await takeRepeat(workload, number, title);
        repeats.push({ readings, causes, shares });
        measured.set(name, repeats);
        await results.writeMeasurement(measurement());
        await results.appendEvents(name, number, events);
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
    share: addShares(repeats.map(({ shares }) => shares))
  };
}

// src/measure/containerTestbeds.ts
var labTestbeds = {
  open: async (settings, context) => testbedOf(await openLab(settings, context)),
  keep: async (settings, context) => {
    await startKeptCluster(settings, context);
  },
  refuseSecondKept
};
function testbedOf(lab, tracer = createRunTracer(lab.disposal)) {
  return {
    facts: { ganeti: lab.ganeti, environment: lab.environment, cluster: topologyOf(lab) },
    measureOnce: (workload, context) => measureOnce(
      lab,
      { name: workload.name, actions: planActions(workload, lab.plan) },
      { ...context, tracer }
    ),
    openBeside: async (settings, context) => testbedOf(await openRival(lab, settings, context), tracer)
  };
}

export {
  startSession,
  labTestbeds,
  testbedOf
};
