import { z } from 'zod';
import { invalidError } from '../platform/errors.ts';

const int = z.int();
const text = z.string();
/** After 104 days these exceed 2^53, and lose a few nanoseconds that nobody misses. */
const nanoseconds = z.number().min(0);
const head = [nanoseconds, z.int().min(1), z.int()] as const;

/** The tuples that program.ts prints: `name, nanoseconds, node, pid`, then what is listed here. */
const TUPLES = {
  fork: z.tuple([...head, int, int, text]),
  execve: z.tuple([...head, int, text]).rest(text),
  exec: z.tuple([...head, int, int]),
  exit: z.tuple([...head, int, nanoseconds]),
  request: z.tuple([...head, int, text, text]),
  confd: z.tuple([...head, text]),
  curl: z.tuple([...head, int, text]),
  served: z.tuple([...head, int, text]),
  open: z.tuple([...head, int, text]),
  write: z.tuple([...head, int, int]),
  rename: z.tuple([...head, text, text]),
  fsync: z.tuple([...head]),
  sleep: z.tuple([...head, nanoseconds]),
};

interface Where {
  /** Nanoseconds since boot. */
  readonly at: number;
  /** The number of the node, 1 being the master. */
  readonly node: number;
  /** Of the process, as the host numbers it. */
  readonly pid: number;
}

/** What one line of the tracer says, with names in place of positions. */
export type RawEvent = Where &
  (
    | {
        readonly kind: 'fork';
        readonly child: number;
        readonly thread: boolean;
        readonly comm: string;
      }
    | {
        readonly kind: 'execve';
        readonly tid: number;
        readonly path: string;
        readonly argv: readonly string[];
      }
    /** `oldTid`: the thread that called; `inheritedRss`: pages of the image it replaced. */
    | { readonly kind: 'exec'; readonly oldTid: number; readonly inheritedRss: number }
    | { readonly kind: 'exit'; readonly maxRss: number; readonly cpuNs: number }
    | {
        readonly kind: 'request';
        readonly tid: number;
        readonly text: string;
        readonly socket: string;
      }
    | { readonly kind: 'confd'; readonly text: string }
    | { readonly kind: 'curl'; readonly tid: number; readonly url: string }
    | { readonly kind: 'served'; readonly tid: number; readonly text: string }
    | { readonly kind: 'open'; readonly fd: number; readonly path: string }
    | { readonly kind: 'write'; readonly fd: number; readonly bytes: number }
    | { readonly kind: 'rename'; readonly from: string; readonly to: string }
    | { readonly kind: 'fsync' }
    | { readonly kind: 'sleep'; readonly ns: number }
  );

export type TracerLine =
  | { readonly type: 'event'; readonly event: RawEvent }
  /** How many events the kernel side emitted: printed once, at the very end. */
  | { readonly type: 'emitted'; readonly count: number }
  | { readonly type: 'lost'; readonly count: number }
  | { readonly type: 'attached'; readonly probes: number }
  | { readonly type: 'nothing' };

/** CLONE_THREAD of linux/sched.h. */
const CLONE_THREAD = 0x10000;

/**
 * Reads one line of `bpftrace -f json`.
 *
 * @throws PerfError (exit 4) on a line it does not know: what is not understood cannot be counted
 */
export function parseTracerLine(line: string): TracerLine {
  if (line.trim() === '') return { type: 'nothing' };
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch (error) {
    throw invalidError(`the tracer wrote a line that is not JSON: ${line.slice(0, 120)}`, {
      cause: error,
    });
  }
  const known = MessageSchema.safeParse(message);
  if (!known.success) throw invalidError(`unknown line of the tracer: ${line.slice(0, 120)}`);
  const { type, data } = known.data;
  if (type === 'value') return { type: 'event', event: readTuple(data) };
  if (type === 'lost_events') return { type: 'lost', count: data.events };
  if (type === 'attached_probes') return { type: 'attached', probes: data.probes };
  return { type: 'emitted', count: data['@emitted'] };
}

const MessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('value'),
    data: z.tuple([z.enum(Object.keys(TUPLES) as [Name])]).rest(z.unknown()),
  }),
  z.object({ type: z.literal('lost_events'), data: z.object({ events: int }) }),
  z.object({ type: z.literal('attached_probes'), data: z.object({ probes: int }) }),
  z.object({ type: z.literal('map'), data: z.object({ '@emitted': int }) }),
]);

type Name = keyof typeof TUPLES;

function readTuple([name, ...rest]: [Name, ...unknown[]]): RawEvent {
  const read = <N extends Name>(of: N): z.infer<(typeof TUPLES)[N]> => {
    const parsed = TUPLES[of].safeParse(rest);
    if (parsed.success) return parsed.data as z.infer<(typeof TUPLES)[N]>;
    throw invalidError(
      `the tracer's '${name}' event is malformed: ${JSON.stringify(rest).slice(0, 200)}`,
    );
  };
  switch (name) {
    case 'fork': {
      const [at, node, pid, child, flags, comm] = read('fork');
      return { kind: name, at, node, pid, child, thread: (flags & CLONE_THREAD) !== 0, comm };
    }
    case 'execve': {
      const [at, node, pid, tid, path, ...argv] = read('execve');
      return { kind: name, at, node, pid, tid, path, argv: withoutTail(argv) };
    }
    case 'exec': {
      const [at, node, pid, oldTid, inheritedRss] = read('exec');
      return { kind: name, at, node, pid, oldTid, inheritedRss };
    }
    case 'exit': {
      const [at, node, pid, maxRss, cpuNs] = read('exit');
      return { kind: name, at, node, pid, maxRss, cpuNs };
    }
    case 'request': {
      const [at, node, pid, tid, content, socket] = read('request');
      return { kind: name, at, node, pid, tid, text: content, socket };
    }
    case 'confd': {
      const [at, node, pid, content] = read('confd');
      return { kind: name, at, node, pid, text: content };
    }
    case 'curl': {
      const [at, node, pid, tid, url] = read('curl');
      return { kind: name, at, node, pid, tid, url };
    }
    case 'served': {
      const [at, node, pid, tid, content] = read('served');
      return { kind: name, at, node, pid, tid, text: content };
    }
    case 'open': {
      const [at, node, pid, fd, path] = read('open');
      return { kind: name, at, node, pid, fd, path };
    }
    case 'write': {
      const [at, node, pid, fd, bytes] = read('write');
      return { kind: name, at, node, pid, fd, bytes };
    }
    case 'rename': {
      const [at, node, pid, from, to] = read('rename');
      return { kind: name, at, node, pid, from, to };
    }
    case 'fsync': {
      const [at, node, pid] = read('fsync');
      return { kind: name, at, node, pid };
    }
    case 'sleep': {
      const [at, node, pid, ns] = read('sleep');
      return { kind: name, at, node, pid, ns };
    }
  }
}

/** Arguments past the last one arrive as empty strings. */
function withoutTail(argv: readonly string[]): string[] {
  const last = argv.findLastIndex((argument) => argument !== '');
  return argv.slice(0, last + 1);
}
