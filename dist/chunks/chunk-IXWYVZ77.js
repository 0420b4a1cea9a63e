import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  newRunId
} from "./chunk-JQ64J7FM.js";
import {
  withSignals
} from "./chunk-YHXTYJ3A.js";
import {
  actionsLog
} from "./chunk-JL5A5O3W.js";
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
