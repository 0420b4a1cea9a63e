/** The exit statuses of the command line; see `ganeti-perf --help`. */
export const EXIT = {
  ok: 0,
  regression: 1,
  usage: 2,
  environment: 3,
  invalid: 4,
  /** 128 + SIGINT, as shells report it; other signals likewise. */
  interrupted: 130,
} as const;

/**
 * An error whose message is meant for the person at the terminal: it names the thing, the value
 * seen and the remedy. Anything that is not a PerfError is a defect of ours.
 */
export class PerfError extends Error {
  readonly exitCode: number;
  /** Whether the same may well go right when it is measured once more. */
  readonly remeasure: boolean;
  /** Whether it was the Ganeti under test that could not be built. */
  readonly build: boolean;
  constructor(
    exitCode: number,
    message: string,
    options?: ErrorOptions & { remeasure?: boolean; build?: boolean },
  ) {
    super(message, options);
    this.name = 'PerfError';
    this.exitCode = exitCode;
    this.remeasure = options?.remeasure ?? false;
    this.build = options?.build ?? false;
  }
}

/** Bad usage or a bad input file: exit 2. */
export const usageError = (message: string, options?: ErrorOptions): PerfError =>
  new PerfError(EXIT.usage, message, options);

/** The machine lacks something: exit 3. Say what, and the command that mends it. */
export const environmentError = (message: string, options?: ErrorOptions): PerfError =>
  new PerfError(EXIT.environment, message, options);

/** The Ganeti under test cannot be built: exit 3. The first line says what of it, the others are its last. */
export const buildError = (message: string, options?: ErrorOptions): PerfError =>
  new PerfError(EXIT.environment, message, { ...options, build: true });

/** The measurement cannot be trusted: exit 4. Say what differed. */
export const invalidError = (message: string, options?: ErrorOptions): PerfError =>
  new PerfError(EXIT.invalid, message, options);

/**
 * The measurement cannot be trusted, through no fault of the workload's: something was not seen, or was
 * seen otherwise by a second observer. Exit 4, when it is so a second time too.
 */
export const incompleteError = (message: string, options?: ErrorOptions): PerfError =>
  new PerfError(EXIT.invalid, message, { ...options, remeasure: true });
