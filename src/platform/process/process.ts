import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { execa } from 'execa';
import { environmentOfPrograms } from './environment.ts';
import { ProcessError, type ProcessEnd } from './processError.ts';
import { describe, supervise, type Child } from './supervision.ts';

export interface ProcessOptions {
  /** Deadline in milliseconds: `docker exec` can hang for ever, so every process has one. */
  readonly timeout?: number;
  /** What it reads from stdin; default nothing. */
  readonly input?: string | Uint8Array | Readable;
  readonly cwd?: string;
  /** Added to this process's own environment, and to what environment.ts has for every program. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the process when it fires. */
  readonly signal?: AbortSignal | undefined;
}

export interface RunOptions extends ProcessOptions {
  /** `false`: an exit status other than 0 is a result. All other ends throw nevertheless. */
  readonly reject?: boolean;
  /** Bytes per stream, beyond which it throws, as half an answer is no answer; default 64 MiB. */
  readonly maxBuffer?: number;
  /** Gets each line of both streams as it is written; of a long one, its beginning. */
  readonly onLine?: ((line: string) => void) | undefined;
}

export interface RunResult {
  /** Without the final newline. */
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface SpawnOptions extends ProcessOptions {
  /** Milliseconds; a long process has a deadline too, and its caller knows which. */
  readonly timeout: number;
}

/** A process that is running. */
export interface Spawned {
  readonly pid: number;
  /** Must be read to its end, or the process blocks when the pipe is full. */
  readonly stdout: Readable;
  /** The last 64 KiB it wrote to stderr so far. */
  stderr(): string;
  /**
   * Asks it to end (`SIGTERM` by default), insists with SIGKILL after `grace` milliseconds (2000 by
   * default), and resolves when it has ended.
   */
  kill(signal?: NodeJS.Signals, grace?: number): Promise<SpawnEnd>;
  /** How it ended; never rejects, so that nobody has to wait for it. */
  readonly finished: Promise<SpawnEnd>;
}

export interface SpawnEnd extends ProcessEnd {
  /** Undefined when it exited with 0, or because of `kill()`. */
  readonly error: ProcessError | undefined;
}

/** It ends a hang: what takes 5 s on a usual machine takes a minute on one ten times slower. */
const DEFAULT_TIMEOUT = 5 * 60_000;
const MAX_BUFFER = 64 * 1024 * 1024;
/** Characters of a line that somebody looks at. */
const LONGEST_LINE = 4096;
const STDERR_TAIL = 64 * 1024;

/**
 * Runs a process to its end and gives back what it wrote.
 *
 * @throws ProcessError when it cannot be started, exits with a status other than 0 (unless
 *   `reject` is false), is ended by a signal, passes its deadline, writes too much, or is aborted.
 */
export async function run(
  file: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const timeout = options.timeout ?? DEFAULT_TIMEOUT;
  refuseAborted(file, args, options.signal);
  const child = execa(file, args, {
    ...common(options),
    maxBuffer: options.maxBuffer ?? MAX_BUFFER,
  }) as unknown as Child;
  if (options.onLine)
    for (const stream of [child.stdout, child.stderr]) eachLine(stream, options.onLine);
  const end = supervise(child, timeout, options.signal);
  const result = await end.settled;
  const output = { stdout: text(result?.stdout), stderr: text(result?.stderr) };
  const how = describe(result, end.reason(), timeout);
  const exited = how.exitCode !== undefined && !how.aborted && how.timedOutAfter === undefined;
  if (exited && how.failure === undefined && (how.exitCode === 0 || options.reject === false)) {
    return { ...output, exitCode: how.exitCode };
  }
  throw new ProcessError([file, ...args], how, output, { cause: result?.cause });
}

/**
 * Starts a process that is to run for a while, and whose stdout is a stream.
 *
 * @throws ProcessError when it cannot be started at all.
 */
export async function spawn(
  file: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<Spawned> {
  refuseAborted(file, args, options.signal);
  const child = execa(file, args, { ...common(options), buffer: false }) as unknown as Child;
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr = (stderr + chunk).slice(-STDERR_TAIL);
  });
  const end = supervise(child, options.timeout, options.signal);
  let killed = false;
  const finished = end.settled.then((result): SpawnEnd => {
    const how = describe(result, end.reason(), options.timeout);
    const good = killed || (how.exitCode === 0 && how.failure === undefined && !end.reason());
    const argv = [file, ...args];
    return {
      ...how,
      error: good ? undefined : new ProcessError(argv, how, { stdout: '', stderr }),
    };
  });
  const pid = child.pid;
  if (pid === undefined) throw (await finished).error ?? new Error(`${file} did not start`);
  const kill = (signal: NodeJS.Signals = 'SIGTERM', grace?: number): Promise<SpawnEnd> => {
    killed = true;
    end.terminate(signal, grace);
    return finished;
  };
  return { pid, stdout: child.stdout, stderr: () => stderr, kill, finished };
}

/** Hands the terminal to a process, e.g. a shell on a node, and waits for it; gives its exit status. */
export async function runInteractive(file: string, args: readonly string[]): Promise<number> {
  // In our own process group: only the foreground group may read from the terminal.
  const result = await execa(file, args, { stdio: 'inherit', reject: false });
  if (result.exitCode !== undefined) return result.exitCode;
  const output = { stdout: '', stderr: '' };
  throw new ProcessError([file, ...args], describe(result, undefined), output);
}

function common(options: ProcessOptions) {
  return {
    reject: false,
    detached: true,
    cleanup: false,
    ...(options.input === undefined ? { stdin: 'ignore' as const } : { input: options.input }),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...environmentOfPrograms(), ...options.env },
  } as const;
}

function refuseAborted(file: string, args: readonly string[], signal?: AbortSignal): void {
  if (signal?.aborted !== true) return;
  const end: ProcessEnd = {
    exitCode: undefined,
    signal: undefined,
    timedOutAfter: undefined,
    aborted: true,
    failure: undefined,
  };
  throw new ProcessError(
    [file, ...args],
    end,
    { stdout: '', stderr: '' },
    { cause: signal.reason },
  );
}

/** Beside execa, which keeps what is written. */
function eachLine(stream: Readable, take: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream.on('data', (chunk: Uint8Array) => {
    const [first = '', ...lines] = decoder.write(Buffer.from(chunk)).split('\n');
    let open = (rest + first).slice(0, LONGEST_LINE);
    for (const next of lines) {
      take(open);
      open = next.slice(0, LONGEST_LINE);
    }
    rest = open;
  });
  stream.on('end', () => {
    if (rest !== '') take(rest);
  });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
