import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkBase,
  measureConfirmed,
  openReference
} from "./chunk-2I6OM3HC.js";
import {
  startSession
} from "./chunk-YZCZHAK2.js";
import {
  containerTestbeds,
  withTestbed
} from "./chunk-FPJKUUJX.js";
import {
  conclude
} from "./chunk-MSTATOXP.js";
import {
  openResults
} from "./chunk-BLQ7YNNI.js";
import {
  compareMeasurement
} from "./chunk-D3NBEZ6K.js";
import {
  loadFitting
} from "./chunk-PGRH27FY.js";

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
