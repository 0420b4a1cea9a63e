import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkBase,
  measureConfirmed,
  openReference
} from "./chunk-6NFFW5NV.js";
import {
  startSession
} from "./chunk-Q6MJJ7WQ.js";
import {
  containerTestbeds,
  withTestbed
} from "./chunk-TLBQ5LD4.js";
import {
  conclude
} from "./chunk-FKNIFSAA.js";
import {
  openResults
} from "./chunk-ZJB3R57G.js";
import {
  compareMeasurement
} from "./chunk-52WB22YQ.js";
import {
  loadFitting
} from "./chunk-N2THIXB5.js";

// src/run.ts
async function run(settings, context, testbeds = containerTestbeds) {
  const workloads = await loadFitting(settings.workloads, settings);
  await checkBase(settings, context);
  const results = await openResults(settings.out);
  return withTestbed(testbeds, settings, context, async (testbed) => {
    if (settings.keep) await testbeds.refuseSecondKept();
    const reference = await openReference(settings, testbed, context);
    const session = startSession(testbed, results, context, { base: reference.measuredBase });
    for (const workload of workloads) {
      await measureConfirmed(workload, settings.repeat, { session, reference }, context);
    }
    const comparison = compareMeasurement(session.measurement(), reference.baselines());
    const { baselines, against } = settings;
    const outcome = await conclude(comparison, results, {
      baselines,
      against: against !== void 0
    });
    if (settings.keep) await testbeds.keep(settings, context);
    return outcome;
  });
}

export {
  run
};
