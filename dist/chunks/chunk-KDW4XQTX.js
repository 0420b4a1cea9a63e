import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  startSession
} from "./chunk-I4COBKEW.js";
import {
  readCheckout
} from "./chunk-THMOR72H.js";
import {
  discardResults,
  openResults
} from "./chunk-OEKFHLQH.js";
import {
  sizeSettings
} from "./chunk-AVMGVZHM.js";
import {
  baselineInTurns,
  compareWorkload
} from "./chunk-BKOYP7A7.js";
import {
  baselinesFolder,
  readBaselines,
  readNearestBaselines,
  selectorOf
} from "./chunk-T4ZNNPGP.js";
import {
  isUndecided,
  needsConfirmation
} from "./chunk-IYCQVKGC.js";
import {
  ganetiText
} from "./chunk-L3PENX4O.js";
import {
  enumeration
} from "./chunk-OHF2BV36.js";

// src/measure/measuredBase.ts
import { join } from "node:path";
var BASE_FOLDER = "base";
function openBase(settings, testbed, context) {
  const wanted = baseOf(settings);
  if (wanted === void 0) return void 0;
  let session;
  const open = async () => {
    const which = `${ganetiText(wanted.ganeti)}, the base`;
    context.log.info(`measuring ${which}, in turns with the change, to tell the two apart`);
    const results = await openResults(join(settings.out, BASE_FOLDER));
    return startSession(await testbed.openBeside(wanted, context), results, context, { which });
  };
  return {
    async measure(workload) {
      session ??= await open();
      await session.measure(workload, 1);
    },
    measured() {
      if (!session) return void 0;
      const { ganeti, environment, workloads } = session.measurement();
      return workloads.length === 0 ? void 0 : { ganeti, environment, workloads };
    }
  };
}
async function checkBase({ base }, { signal }) {
  if (base?.kind === "source") await readCheckout(base.folder, signal);
}
function baseOf(settings) {
  const { against, base, buildCache, ganeti, overlay } = settings;
  if (against !== void 0 || base === void 0 && overlay === void 0) return void 0;
  return { ganeti: base ?? ganeti, buildCache, ...sizeSettings(settings) };
}

// src/measure/confirm.ts
var NOISY_TURNS = 3;
async function measureConfirmed(workload, repeat, { session, reference }, { log }) {
  const { name } = workload;
  const take = async (confirming) => {
    await reference.takeTurn(workload, confirming);
    const measured = await session.measure(workload, 1);
    const base = reference.measuredBase()?.workloads.find((w) => w.name === name);
    const comparison = compareWorkload(reference.baselines().get(name), measured, base);
    return { measured, comparison };
  };
  let seen = await take(false);
  for (let i = 1; i < repeat; i++) seen = await take(false);
  const { hasBase } = reference;
  if (!needsConfirmation(seen.comparison) || repeat > 1 && !hasBase) return seen;
  log.info(`${name} differs from before: measuring it once more to be sure`);
  seen = await take(true);
  for (let turn = 2; hasBase && turn <= NOISY_TURNS && isUndecided(seen.comparison); turn++) {
    log.info(`${name}: what moves by itself is still worse than in the base: once more of both`);
    seen = await take(true);
  }
  return seen;
}

// src/measure/reference.ts
import { stat } from "node:fs/promises";
import { join as join2 } from "node:path";
var AGAINST_FOLDER = "against";
async function openReference(settings, testbed, context) {
  const { against, out } = settings;
  for (const folder of [AGAINST_FOLDER, BASE_FOLDER]) await discardResults(join2(out, folder));
  if (against !== void 0) return openAgainst(against, settings, testbed, context);
  await warnOfNone(settings, context);
  const baselines = await baselinesOf(settings, testbed);
  warnOfIdleBase(settings, baselines, context);
  return referenceOf(baselines, openBase(settings, testbed, context));
}
var referenceOf = (baselines, base) => ({
  takeTurn: async (workload, confirming) => {
    if (confirming) await base?.measure(workload);
  },
  baselines: () => baselines,
  measuredBase: () => base?.measured(),
  hasBase: base !== void 0
});
async function warnOfNone({ baselines }, { log }) {
  if (baselines === void 0) return;
  const found = await stat(baselines).catch(() => void 0);
  if (found?.isDirectory()) return;
  log.warn(`there is no folder of baselines '${baselines}': nothing is compared with any`);
}
function warnOfIdleBase({ base, workloads }, baselines, { log }) {
  const without = workloads.filter((name) => !baselines.has(name));
  if (base === void 0 || without.length === 0) return;
  log.warn(
    `${enumeration(without)}: no baseline for this Ganeti and this size of cluster, so that nothing is compared with the base either; 'against' in place of 'base' compares with it without a baseline`
  );
}
var baselinesOf = ({ baselines, workloads }, { facts }) => readBaselines(baselinesFolder(baselines), selectorOf(facts), workloads);
async function openAgainst(ganeti, settings, testbed, context) {
  const { buildCache } = settings;
  const results = await openResults(join2(settings.out, AGAINST_FOLDER));
  const wanted = { ganeti, buildCache, ...sizeSettings(settings) };
  const other = await testbed.openBeside(wanted, context);
  const session = startSession(other, results, context, { which: ganetiText(ganeti) });
  const folder = baselinesFolder(void 0);
  const known = await readNearestBaselines(folder, selectorOf(other.facts), settings.workloads);
  return {
    takeTurn: async (workload) => {
      await session.measure(workload, 1);
    },
    baselines() {
      const measurement = session.measurement();
      return new Map(
        measurement.workloads.map((w) => [
          w.name,
          baselineInTurns(w, measurement, known.get(w.name))
        ])
      );
    },
    measuredBase: () => void 0,
    hasBase: false,
    measurement: () => session.measurement()
  };
}

export {
  checkBase,
  measureConfirmed,
  openReference,
  referenceOf,
  baselinesOf,
  openAgainst
};
