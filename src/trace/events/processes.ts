import { isVolumeTool } from './volumeTools.ts';
import { DRIVER, UNATTRIBUTED } from './event.ts';

/** What is known of one process. */
export interface Process {
  readonly pid: number;
  /** The program it runs, e.g. `ganeti-noded`, `ssh`, or `job` for one of Ganeti's job processes. */
  readonly program: string;
  /** The daemon, job or command-line tool that it works for; its own program if it is one. */
  readonly caller: string;
  readonly job?: number;
  /** When it was forked, in the trace's time; 0 for one that was there before. */
  readonly startedAt: number;
  /** Pages of memory that its peak counts although an earlier image of the process held them. */
  readonly inheritedRss: number;
  /** It is a command of LVM or DRBD: see volumeTools.ts. */
  readonly isVolumeTool: boolean;
}

/** All processes of a cluster, by pid, as the trace has shown them so far. */
export type Processes = Map<number, Process>;

const NEW = { startedAt: 0, inheritedRss: 0, isVolumeTool: false } as const;

/** A process that was there before the trace, known by no more than its name. */
export function stranger(pid: number, comm: string): Process {
  if (comm.startsWith('runc') || comm === 'exe') {
    return { pid, program: DRIVER, caller: DRIVER, ...NEW };
  }
  const program = comm.replace(/:$/, '') || UNATTRIBUTED;
  const caller = isCaller(program) ? program : UNATTRIBUTED;
  return { pid, program, caller, ...NEW };
}

/** A child is what its parent is, until it executes something else. */
export function forked(parent: Process, child: number, startedAt: number): Process {
  return { ...parent, pid: child, startedAt, inheritedRss: 0 };
}

/** A process after a successful execve of `path`. */
export function executed(
  before: Process,
  path: string,
  argv: readonly string[],
  inheritedRss: number,
): Process {
  const { program, job } = identify(path, argv);
  // Where a caller runs something that is none, as noded runs ssh, the work stays the caller's.
  if (!isCaller(program)) {
    return { ...before, program, inheritedRss, isVolumeTool: isVolumeTool(path) };
  }
  const { pid, startedAt } = before;
  return {
    pid,
    program,
    caller: program,
    startedAt,
    inheritedRss,
    isVolumeTool: false,
    ...(job === undefined ? {} : { job }),
  };
}

/** Ganeti's daemons and tools by their own names, its job processes, and what arrives by ssh. */
const isCaller = (program: string): boolean =>
  /^(?:ganeti-[a-z]+|gnt-[a-z]+|job|sshd)$/.test(program);

/** Names a program by its file, or by its script where an interpreter was executed. */
export function identify(
  path: string,
  argv: readonly string[],
): { readonly program: string; readonly job?: number } {
  const name = basename(path);
  if (!/^python3?(?:\.\d+)?$/.test(name)) return { program: name };
  const at = argv.findIndex((argument, i) => i > 0 && !argument.startsWith('-'));
  const script = argv[at];
  if (script === undefined) return { program: name };
  // luxid runs `python3 .../ganeti/jqueue/exec.py ID`, one process per job.
  const job = Number(argv[at + 1]);
  if (script.endsWith('/jqueue/exec.py') && Number.isSafeInteger(job))
    return { program: 'job', job };
  return { program: basename(script) };
}

export const basename = (path: string): string => /([^/]+)\/*$/.exec(path)?.[1] ?? UNATTRIBUTED;
