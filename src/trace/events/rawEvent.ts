import * as z from 'zod';
import { invalidError } from '../../platform/errors.ts';

const int = z.int();
const text = z.string();
/** After 104 days these exceed 2^53, and lose a few nanoseconds that nobody misses. */
const nanoseconds = z.number().min(0);
/**
 * The tuples that program.ts prints: a name, the places of {@link HeadSchema}, then what is listed here.
 */
const TUPLES = {
  fork: z.tuple([int, int, text]),
  execve: z.tuple([text]).rest(text),
  exec: z.tuple([int, int]),
  exit: z.tuple([int, nanoseconds]),
  request: z.tuple([int, int, text, text]).rest(z.literal([0, 1])),
  reply: z.tuple([int, int, text]),
  traffic: z.tuple([z.literal([0, 1]), z.literal([0, 1]), text, int, int]),
  confd: z.tuple([text]),
  curl: z.tuple([text]),
  served: z.tuple([text, int, int]),
  connect: z.tuple([int, int, int]),
  accept: z.tuple([int, int]),
  file: z.tuple([int, text, text]),
  rename: z.tuple([text, text]),
  fsync: z.tuple([int, text, text]),
  sleep: z.tuple([nanoseconds, nanoseconds]),
};

/** `nanoseconds, node, pid, tid, cpu, number` */
const HeadSchema = z.tuple([nanoseconds, z.int().min(1), int, int, int, int]);
const HEAD = 6;

/** What is printed right before a mark, of each processor: `numbered, pid, cpu, number`. */
const NumberedSchema = z.tuple([z.literal('numbered'), int, int, int]);

interface Where {
  /** Nanoseconds since boot. */
  readonly at: number;
  /** The number of the node, 1 being the master. */
  readonly node: number;
  /** Of the process, and of its thread, as the host numbers them. */
  readonly pid: number;
  readonly tid: number;
  /** The processor, and which of its events this is, from 0 on. */
  readonly cpu: number;
  readonly number: number;
}

/** How many events a processor had emitted when process `pid` was about to write a mark. */
export interface Numbered {
  readonly pid: number;
  readonly cpu: number;
  readonly emitted: number;
}

/** A file as it was when it was closed or synchronized. */
export interface FileState {
  readonly bytes: number;
  /** The last part of its path, and the one before it; `/` where a file system begins there. */
  readonly name: string;
  readonly folder: string;
}

/** What one end of local sockets did, one way. Calls that failed are none, as one that found nothing to read yet. */
export interface Traffic {
  readonly end: 'client' | 'daemon';
  readonly direction: 'sends' | 'receives';
  readonly calls: number;
  readonly bytes: number;
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
        /** One call sent all of it; traces from before that was told have none. */
        readonly isWhole?: boolean;
      }
    | {
        readonly kind: 'reply';
        readonly from: number;
        readonly to: number;
        readonly text: string;
      }
    /** Of all sockets of one path, since the tracer began; `socket` is where the daemon listens. */
    | ({ readonly kind: 'traffic'; readonly socket: string } & Traffic)
    | { readonly kind: 'confd'; readonly text: string }
    | { readonly kind: 'curl'; readonly url: string }
    | { readonly kind: 'served'; readonly text: string; readonly peer: Endpoint }
    | { readonly kind: 'connect'; readonly port: number; readonly peer: Endpoint }
    | { readonly kind: 'accept'; readonly peer: Endpoint }
    /** A file that was opened for writing is about to be closed. */
    | ({ readonly kind: 'file' } & FileState)
    | { readonly kind: 'rename'; readonly from: string; readonly to: string }
    | ({ readonly kind: 'fsync' } & FileState)
    /** `deadline`: the moment it names, by the monotonic clock; 0 where it names a duration. */
    | { readonly kind: 'sleep'; readonly ns: number; readonly deadline: number }
  );

export type TracerLine =
  | { readonly type: 'event'; readonly event: RawEvent }
  | { readonly type: 'numbered'; readonly numbered: Numbered }
  /** Events for which the kernel's buffer had no room. */
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
  if (type === 'lost_events') return { type: 'lost', count: data.events };
  if (type === 'attached_probes') return { type: 'attached', probes: data.probes };
  if (data[0] !== 'numbered') return { type: 'event', event: readTuple(data) };
  const numbered = NumberedSchema.safeParse(data);
  if (!numbered.success) throw malformed('numbered', data.slice(1));
  const [, pid, cpu, emitted] = numbered.data;
  return { type: 'numbered', numbered: { pid, cpu, emitted } };
}

const MessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('value'),
    data: z.union([
      z.tuple([z.literal('numbered')]).rest(z.unknown()),
      z.tuple([z.enum(Object.keys(TUPLES) as [Name])]).rest(z.unknown()),
    ]),
  }),
  z.object({ type: z.literal('lost_events'), data: z.object({ events: int }) }),
  z.object({ type: z.literal('attached_probes'), data: z.object({ probes: int }) }),
]);

type Name = keyof typeof TUPLES;

function readTuple([name, ...places]: [Name, ...unknown[]]): RawEvent {
  const head = HeadSchema.safeParse(places.slice(0, HEAD));
  if (!head.success) throw malformed(name, places);
  const [at, node, pid, tid, cpu, number] = head.data;
  const where: Where = { at, node, pid, tid, cpu, number };
  const read = <N extends Name>(of: N): z.infer<(typeof TUPLES)[N]> => {
    const parsed = TUPLES[of].safeParse(places.slice(HEAD));
    if (parsed.success) return parsed.data as z.infer<(typeof TUPLES)[N]>;
    throw malformed(name, places);
  };
  switch (name) {
    case 'fork': {
      const [child, flags, comm] = read('fork');
      return { kind: name, ...where, child, thread: (flags & CLONE_THREAD) !== 0, comm };
    }
    case 'execve': {
      const [path, ...argv] = read('execve');
      return { kind: name, ...where, path, argv: withoutTail(argv) };
    }
    case 'exec': {
      const [oldTid, inheritedRss] = read('exec');
      return { kind: name, ...where, oldTid, inheritedRss };
    }
    case 'exit': {
      const [maxRss, cpuNs] = read('exit');
      return { kind: name, ...where, maxRss, cpuNs };
    }
    case 'request': {
      const [from, to, content, socket, whole] = read('request');
      const isWhole = whole === undefined ? {} : { isWhole: whole === 1 };
      return { kind: name, ...where, from, to, text: content, socket, ...isWhole };
    }
    case 'reply': {
      const [from, to, content] = read('reply');
      return { kind: name, ...where, from, to, text: content };
    }
    case 'traffic': {
      const [end, direction, socket, calls, bytes] = read('traffic');
      return {
        kind: name,
        ...where,
        socket,
        end: end === 0 ? 'client' : 'daemon',
        direction: direction === 0 ? 'sends' : 'receives',
        calls,
        bytes,
      };
    }
    case 'confd': {
      const [content] = read('confd');
      return { kind: name, ...where, text: content };
    }
    case 'curl': {
      const [url] = read('curl');
      return { kind: name, ...where, url };
    }
    case 'served': {
      const [content, address, port] = read('served');
      return { kind: name, ...where, text: content, peer: endpoint(address, port) };
    }
    case 'connect': {
      const [ownPort, address, port] = read('connect');
      return { kind: name, ...where, port: ownPort, peer: endpoint(address, port) };
    }
    case 'accept': {
      const [address, port] = read('accept');
      return { kind: name, ...where, peer: endpoint(address, port) };
    }
    case 'file':
    case 'fsync': {
      const [bytes, file, folder] = read(name);
      return { kind: name, ...where, bytes, name: file, folder };
    }
    case 'rename': {
      const [from, to] = read('rename');
      return { kind: name, ...where, from, to };
    }
    case 'sleep': {
      const [ns, deadline] = read('sleep');
      return { kind: name, ...where, ns, deadline };
    }
  }
}

const malformed = (name: string, places: readonly unknown[]): Error =>
  invalidError(
    `the tracer's '${name}' event is malformed: ${JSON.stringify(places).slice(0, 200)}`,
  );

/** Linux keeps an address in the order of the network, which these processors read backwards. */
function endpoint(address: number, port: number): Endpoint {
  return { address: [0, 8, 16, 24].map((shift) => (address >>> shift) & 255).join('.'), port };
}

/** Arguments past the last one arrive as empty strings. */
function withoutTail(argv: readonly string[]): string[] {
  const last = argv.findLastIndex((argument) => argument !== '');
  return argv.slice(0, last + 1);
}
