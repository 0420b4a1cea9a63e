import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  newRunId
} from "./chunk-GG6MSI2F.js";
import {
  withSignals
} from "./chunk-A76MK5VB.js";
import {
  actionsLog
} from "./chunk-2IYPXBLJ.js";
import {
  saveState
} from "./chunk-FKADNPDV.js";

// src/action/underRunner.ts
async function underRunner(settings, work) {
  const log = actionsLog(settings);
  const runId = newRunId();
  saveState("run", runId);
  return withSignals((signal) => work({ log, signal, runId }), log);
}

export {
  underRunner
};
