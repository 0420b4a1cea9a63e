import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { onAbort } from './abort.ts';
import { spawn, type RunOptions, type RunResult, type Spawned } from './process.ts';
import { ProcessError, type ProcessEnd } from './processError.ts';

/** What is asked of a shell; as for a process of its own. */
export type ShellOptions = Pick<RunOptions, 'timeout' | 'signal' | 'reject'>;

/**
 * A shell that stays, and does one command after the other: where to start one takes long, as
 * `docker exec` takes a tenth of a second, of which most is a processor's work.
 */
export interface Shell {
  /**
   * Runs a command to its end, with nothing to read. What does not end in time takes the shell with it; the
   * next command is then given to a new one.
   *
   * @throws ProcessError as `run` does
   */
  run(command: readonly string[], options?: ShellOptions): Promise<RunResult>;
  close(): Promise<void>;
}

export interface ShellSource {
  /** Starts `sh`, its stdin passed on, e.g. `['docker', 'exec', '--interactive', NAME, 'sh']`. */
  readonly command: readonly [string, ...string[]];
  /** Milliseconds that it may live. */
  readonly lifetime: number;
  readonly signal?: AbortSignal | undefined;
}

const DEFAULT_TIMEOUT = 5 * 60_000;

/** It is started with the first command. */
export function createShell(source: ShellSource): Shell {
  let session: ShellSession | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const discard = async (): Promise<void> => {
    const ended = session;
    session = undefined;
    await ended?.process.kill('SIGKILL');
  };
  const ask = async (command: readonly string[], options: ShellOptions): Promise<RunResult> => {
    if (options.signal?.aborted) throw failure(command, { aborted: true }, options.signal.reason);
    if (session?.dead) await discard();
    session ??= await startSession(source);
    const answer = await answered(session, command, options);
    if (answer.end !== undefined) {
      await discard();
      throw failure(command, answer.end, options.signal?.reason, answer.stderr);
    }
    const { exitCode, stdout, stderr } = answer;
    if (exitCode === 0 || options.reject === false) return { exitCode, stdout, stderr };
    throw failure(command, { exitCode }, undefined, stderr, stdout);
  };
  return {
    run(command, options = {}) {
      const turn = last.then(() => ask(command, options));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: discard,
  };
}

interface ShellSession {
  readonly process: Spawned;
  readonly input: PassThrough;
  /** Takes what the shell writes to its stdout. */
  take: (text: string) => void;
  /** Is told that the shell has ended. */
  ended: (end: Partial<ProcessEnd>) => void;
  /** Why the shell ended, once it has. */
  dead?: Partial<ProcessEnd>;
}

type Answer =
  | { readonly end?: undefined; readonly exitCode: number; stdout: string; stderr: string }
  | { readonly end: Partial<ProcessEnd>; readonly stderr: string };

async function startSession({ command, lifetime, signal }: ShellSource): Promise<ShellSession> {
  const [file, ...args] = command;
  const input = new PassThrough();
  input.on('error', () => undefined);
  const process = await spawn(file, args, { timeout: lifetime, signal, input });
  const session: ShellSession = { process, input, ...DEAF };
  process.stdout.setEncoding('utf8').on('data', (text: string) => session.take(text));
  void process.finished.then(({ error }) => {
    session.dead = error?.end ?? { failure: 'the shell ended before the command did' };
    session.ended(session.dead);
  });
  // What a command says on stderr is kept apart in a file, as two streams have no common order.
  input.write('e=$(mktemp) && trap \'rm -f "$e"\' EXIT\n');
  return session;
}

/** Between commands: what one printed is not held on to, as a shell may live for hours. */
const DEAF = { take: () => undefined, ended: () => undefined };

/** Never rejects. */
function answered(
  session: ShellSession,
  command: readonly string[],
  { timeout = DEFAULT_TIMEOUT, signal }: ShellOptions,
): Promise<Answer> {
  // Nobody who writes what is printed can guess it.
  const fence = randomBytes(8).toString('hex');
  const { process, input } = session;
  return new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      clearTimeout(deadline);
      letGo?.();
      Object.assign(session, DEAF);
      resolve(answer);
    };
    const broken = (end: Partial<ProcessEnd>): void => settle({ end, stderr: process.stderr() });
    const deadline = setTimeout(() => broken({ timedOutAfter: timeout }), timeout);
    const letGo = signal && onAbort(signal, () => broken({ aborted: true }));
    session.ended = broken;
    // It may have ended since it was looked at.
    if (session.dead) broken(session.dead);
    let text = '';
    session.take = (more) => {
      // The fence may come in two pieces.
      const from = Math.max(0, text.length - fence.length - 2);
      text += more;
      if (!text.includes(`\n${fence}\n`, from)) return;
      settle(parseAnswer(text, fence));
    };
    input.write(
      `${command.map(quoted).join(' ')} < /dev/null 2> "$e"; printf '\\n${fence} %s\\n' $?; ` +
        `cat "$e"; printf '\\n${fence}\\n'\n`,
    );
  });
}

/** Both without the final newline. */
function parseAnswer(text: string, fence: string): Answer {
  const [stdout = '', rest = ''] = text.split(`\n${fence} `);
  const [, status, stderr = ''] = /^(\d+)\n([^]*)$/.exec(rest.split(`\n${fence}\n`)[0] ?? '') ?? [];
  const trimmed = (said: string): string => said.replace(/\n$/, '');
  return { exitCode: Number(status), stdout: trimmed(stdout), stderr: trimmed(stderr) };
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

function failure(
  command: readonly string[],
  end: Partial<ProcessEnd>,
  cause?: unknown,
  stderr = '',
  stdout = '',
): ProcessError {
  const nothing: ProcessEnd = {
    exitCode: undefined,
    signal: undefined,
    timedOutAfter: undefined,
    aborted: false,
    failure: undefined,
  };
  return new ProcessError(command, { ...nothing, ...end }, { stdout, stderr }, { cause });
}
