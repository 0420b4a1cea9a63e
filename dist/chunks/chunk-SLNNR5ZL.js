import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkBase,
  measureConfirmed,
  openReference
} from "./chunk-OS34BHEP.js";
import {
  startSession
} from "./chunk-N3WXOUXS.js";
import {
  containerTestbeds,
  withTestbed
} from "./chunk-X2DAIN5Y.js";
import {
  conclude
} from "./chunk-7QOGK7DO.js";
import {
  openResults
} from "./chunk-MMX24FHD.js";
import {
  compareMeasurement
} from "./chunk-YEU7KGYT.js";
import {
  loadFitting
} from "./chunk-52EYA2V3.js";

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
