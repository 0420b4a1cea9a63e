import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkBase,
  measureConfirmed,
  openReference
} from "./chunk-UI3L3BSL.js";
import {
  startSession
} from "./chunk-ULQMRGPI.js";
import {
  containerTestbeds,
  withTestbed
} from "./chunk-VLMVZDBV.js";
import {
  conclude
} from "./chunk-D2CLLNJ4.js";
import {
  openResults
} from "./chunk-OF2ZGE2X.js";
import {
  compareMeasurement
} from "./chunk-SGQF3VEM.js";
import {
  loadFitting
} from "./chunk-EI646PWO.js";

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
