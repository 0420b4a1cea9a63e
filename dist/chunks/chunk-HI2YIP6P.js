import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  withSignals
} from "./chunk-ZMWASZ5N.js";
import {
  newRunId
} from "./chunk-GJSA7KGE.js";
import {
  actionsLog
} from "./chunk-EZPYDSGX.js";
import {
  saveState
} from "./chunk-FKADNPDV.js";

// src/actionCommands/underRunner.ts
async function underRunner(settings, work) {
  const log = actionsLog(settings);
  const runId = newRunId();
  saveState("run", runId);
  return withSignals((signal) => work({ log, signal, runId }), log);
}

export {
  underRunner
};
