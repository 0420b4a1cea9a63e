import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  PerfError
} from "./chunk-HSULD6WJ.js";

// src/platform/process/signals.ts
import { constants } from "node:os";
var SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
async function withSignals(work, log) {
  const controller = new AbortController();
  let first;
  const onSignal = (signal) => {
    if (first !== void 0) {
      log?.warn(`${signal}: the teardown is under way; what it cannot finish, 'clean' removes`);
      return;
    }
    first = signal;
    log?.warn(`${signal}: stopping, and removing what was started`);
    controller.abort(interruption(signal));
  };
  const onBroken = () => {
    first ??= "SIGPIPE";
    controller.abort(interruption("SIGPIPE"));
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  whenBroken(onBroken);
  try {
    const result = await work(controller.signal);
    if (first !== void 0) throw interruption(first);
    return result;
  } catch (error) {
    if (first === void 0) throw error;
    const interrupted = interruption(first);
    if (error !== controller.signal.reason) interrupted.cause = error;
    throw interrupted;
  } finally {
    brokenListeners.delete(onBroken);
    if (first === void 0) for (const name of SIGNALS) process.off(name, onSignal);
  }
}
var brokenListeners = /* @__PURE__ */ new Set();
var areOutputsWatched = false;
function whenBroken(listener) {
  brokenListeners.add(listener);
  if (areOutputsWatched) return;
  areOutputsWatched = true;
  for (const output of [process.stdout, process.stderr]) {
    output.on("error", () => {
      for (const told of brokenListeners) told();
    });
  }
}
var interruption = (signal) => new PerfError(128 + constants.signals[signal], `interrupted by ${signal}`);

export {
  withSignals
};
