import * as z from 'zod';
import { invalidError } from '../platform/errors.ts';

const int = z.int();
const text = z.string();
/** After 104 days these exceed 2^53, and lose a few nanoseconds that nobody misses. */
const nanoseconds = z.number().min(0);
const head = [nanoseconds, z.int().min(1), int, int] as const;

/** The tuples that program.ts prints: `name, nanoseconds, node, pid, tid`, then what is listed here. */
const TUPLES = {
  fork: z.tuple([...head, int, int, text]),
  execve: z.tuple([...head, text]).rest(text),
  exec: z.tuple([...head, int, int]),
  exit: z.tuple([...head, int, nanoseconds]),
  request: z.tuple([...head, int, int, text, text]),
  reply: z.tuple([...head, int, int, text]),
  confd: z.tuple([...head, text]),
  curl: z.tuple([...head, text]),
  served: z.tuple([...head, text, int, int]),
  connect: z.tuple([...head, int, int, int]),
  accept: z.tuple([...head, int, int]),
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
  /** Of the process, and of its thread, as the host numbers them. */
  readonly pid: number;
  readonly tid: number;
}

/** An end of a TCP connection. */
export interface Endpoint {
  /** e.g. `10.213.100.101` */
  readonly address: string;
  readonly port: number;
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
        readonly path: string;
        readonly argv: readonly string[];
      }
    /** `oldTid`: the thread that called; `inheritedRss`: pages of the image it replaced. */
    | { readonly kind: 'exec'; readonly oldTid: number; readonly inheritedRss: number }
    | { readonly kind: 'exit'; readonly maxRss: number; readonly cpuNs: number }
    /** `from` and `to` tell the two ends of the connection, `socket` is where the daemon listens. */
    | {
        readonly kind: 'request';
        readonly from: number;
        readonly to: number;
        readonly text: string;
        readonly socket: string;
      }
    | {
        readonly kind: 'reply';
        readonly from: number;
        readonly to: number;
        readonly text: string;
      }
    | { readonly kind: 'confd'; readonly text: string }
    | { readonly kind: 'curl'; readonly url: string }
    | { readonly kind: 'served'; readonly text: string; readonly peer: Endpoint }
    | { readonly kind: 'connect'; readonly port: number; readonly peer: Endpoint }
    | { readonly kind: 'accept'; readonly peer: Endpoint }
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
      const [at, node, pid, tid, child, flags, comm] = read('fork');
      return { kind: name, at, node, pid, tid, child, thread: (flags & CLONE_THREAD) !== 0, comm };
    }
    case 'execve': {
      const [at, node, pid, tid, path, ...argv] = read('execve');
      return { kind: name, at, node, pid, tid, path, argv: withoutTail(argv) };
    }
    case 'exec': {
      const [at, node, pid, tid, oldTid, inheritedRss] = read('exec');
      return { kind: name, at, node, pid, tid, oldTid, inheritedRss };
    }
    case 'exit': {
      const [at, node, pid, tid, maxRss, cpuNs] = read('exit');
      return { kind: name, at, node, pid, tid, maxRss, cpuNs };
    }
    case 'request': {
      const [at, node, pid, tid, from, to, content, socket] = read('request');
      return { kind: name, at, node, pid, tid, from, to, text: content, socket };
    }
    case 'reply': {
      const [at, node, pid, tid, from, to, content] = read('reply');
      return { kind: name, at, node, pid, tid, from, to, text: content };
    }
    case 'confd': {
      const [at, node, pid, tid, content] = read('confd');
      return { kind: name, at, node, pid, tid, text: content };
    }
    case 'curl': {
      const [at, node, pid, tid, url] = read('curl');
      return { kind: name, at, node, pid, tid, url };
    }
    case 'served': {
      const [at, node, pid, tid, content, address, port] = read('served');
      return { kind: name, at, node, pid, tid, text: content, peer: endpoint(address, port) };
    }
    case 'connect': {
      const [at, node, pid, tid, ownPort, address, port] = read('connect');
      return { kind: name, at, node, pid, tid, port: ownPort, peer: endpoint(address, port) };
    }
    case 'accept': {
      const [at, node, pid, tid, address, port] = read('accept');
      return { kind: name, at, node, pid, tid, peer: endpoint(address, port) };
    }
    case 'open': {
      const [at, node, pid, tid, fd, path] = read('open');
      return { kind: name, at, node, pid, tid, fd, path };
    }
    case 'write': {
      const [at, node, pid, tid, fd, bytes] = read('write');
      return { kind: name, at, node, pid, tid, fd, bytes };
    }
    case 'rename': {
      const [at, node, pid, tid, from, to] = read('rename');
      return { kind: name, at, node, pid, tid, from, to };
    }
    case 'fsync': {
      const [at, node, pid, tid] = read('fsync');
      return { kind: name, at, node, pid, tid };
    }
    case 'sleep': {
      const [at, node, pid, tid, ns] = read('sleep');
      return { kind: name, at, node, pid, tid, ns };
    }
  }
}

/** Linux keeps an address in the order of the network, which these processors read backwards. */
function endpoint(address: number, port: number): Endpoint {
  return { address: [0, 8, 16, 24].map((shift) => (address >>> shift) & 255).join('.'), port };
}

/** Arguments past the last one arrive as empty strings. */
function withoutTail(argv: readonly string[]): string[] {
  const last = argv.findLastIndex((argument) => argument !== '');
  return argv.slice(0, last + 1);
}
