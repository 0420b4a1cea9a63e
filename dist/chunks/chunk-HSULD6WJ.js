import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/platform/errors.ts
var EXIT = {
  ok: 0,
  regression: 1,
  usage: 2,
  environment: 3,
  invalid: 4,
  /** 128 + SIGINT, as shells report it; other signals likewise. */
  interrupted: 130
};
var PerfError = class extends Error {
  exitCode;
  /** Whether the same may well go right when it is measured once more. */
  remeasure;
  /** Whether it was the Ganeti under test that could not be built. */
  build;
  constructor(exitCode, message, options) {
    super(message, options);
    this.name = "PerfError";
    this.exitCode = exitCode;
    this.remeasure = options?.remeasure ?? false;
    this.build = options?.build ?? false;
  }
};
var usageError = (message, options) => new PerfError(EXIT.usage, message, options);
var environmentError = (message, options) => new PerfError(EXIT.environment, message, options);
var buildError = (message, options) => new PerfError(EXIT.environment, message, { ...options, build: true });
var invalidError = (message, options) => new PerfError(EXIT.invalid, message, options);
var incompleteError = (message, options) => new PerfError(EXIT.invalid, message, { ...options, remeasure: true });

export {
  EXIT,
  PerfError,
  usageError,
  environmentError,
  buildError,
  invalidError,
  incompleteError
};
