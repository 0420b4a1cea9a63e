import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkBase,
  measureConfirmed,
  openReference
} from "./chunk-KDW4XQTX.js";
import {
  startSession
} from "./chunk-I4COBKEW.js";
import {
  containerTestbeds,
  withTestbed
} from "./chunk-GSLCWZCF.js";
import {
  failureOf
} from "./chunk-BRIZUE6C.js";
import {
  conclude
} from "./chunk-R4NMOF6K.js";
import {
  openResults
} from "./chunk-OEKFHLQH.js";
import {
  compareMeasurement
} from "./chunk-XQURPLCB.js";
import {
  loadFitting
} from "./chunk-RXPND74W.js";
import {
  ProcessError
} from "./chunk-4XPSXIGN.js";
import {
  PerfError
} from "./chunk-HSULD6WJ.js";

// src/usecases/leavingFailure.ts
async function leavingFailure({ writeFailure, writeBuildLog }, { log }, work) {
  try {
    return await work();
  } catch (error) {
    const written = writeFailure(failureOf(error)).then(() => {
      const output = buildOutputOf(error);
      return output === void 0 ? void 0 : writeBuildLog(output);
    });
    await written.catch((unwritten) => {
      log.warn(`why it failed could not be written: ${String(unwritten)}`);
    });
    throw error;
  }
}
function buildOutputOf(error) {
  if (!(error instanceof PerfError) || !(error.cause instanceof ProcessError)) return void 0;
  const { stdout, stderr } = error.cause;
  return error.build ? `${stdout}
${stderr}
` : void 0;
}

// src/run.ts
async function run(settings, context, testbeds = containerTestbeds) {
  const workloads = await loadFitting(settings.workloads, settings);
  const results = await openResults(settings.out);
  return leavingFailure(results, context, async () => {
    await checkBase(settings, context);
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
  });
}

export {
  run
};
