import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkBase,
  measureConfirmed,
  openReference
} from "./chunk-VRGRQAE2.js";
import {
  conclude
} from "./chunk-NE4LZP6V.js";
import {
  compareMeasurement
} from "./chunk-XIRQFPY3.js";
import {
  withTestbed
} from "./chunk-OEELECDF.js";
import {
  labTestbeds,
  startSession
} from "./chunk-BGDIVHP7.js";
import {
  openResults
} from "./chunk-BB64EIWI.js";
import {
  loadFitting
} from "./chunk-QBSVRUIP.js";

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
