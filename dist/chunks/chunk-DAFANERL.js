import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkBase,
  measureConfirmed,
  openReference
} from "./chunk-VCF3CCUK.js";
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
  conclude
} from "./chunk-262OT3A7.js";
import {
  compareMeasurement
} from "./chunk-ZGPANG2K.js";
import {
  openResults
} from "./chunk-AUTO3T4S.js";

// src/run.ts
async function run(settings, context, testbeds = labTestbeds) {
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
    const comparison = compareMeasurement(session.measurement(), reference.yardsticks());
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
