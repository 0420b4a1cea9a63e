import { incompleteError } from '../../platform/errors.ts';
import { nodeAt } from './connections.ts';
import type { Channel, NodePort, Origin, StateFile, TraceEvent } from './event.ts';
import { DRIVER, UNATTRIBUTED } from './event.ts';
import { MARK } from '../program/mark.ts';
import { basename, executed, forked, stranger, type Process, type Processes } from './processes.ts';
import type { Endpoint, FileState, RawEvent } from './rawEvent.ts';
import { askedFor } from './sleep.ts';

export interface AttributionContext {
  /** Node numbers by address and by name, for the targets of RPCs. */
  readonly nodeOf: ReadonlyMap<string, number>;
  /** Of this trace's marks. */
  readonly nonce: string;
}

export interface Attribution {
  /** In the order of time. */
  readonly events: readonly TraceEvent[];
  /** Those that are alive at the end. */
  readonly processes: Processes;
}

/**
 * Gives every raw event its cause. Each CPU's events arrive in order, but those of two CPUs do
 * not, so they are put in the order of time first.
 *
 * @throws PerfError (exit 4) when a state file's bytes were not seen being written
 */
export function attribute(raw: readonly RawEvent[], context: AttributionContext): Attribution {
  const ordered = raw.toSorted((a, b) => a.at - b.at);
  const start = ordered[0]?.at ?? 0;
  const state = new State();
  for (const event of ordered) step(state, event, event.at - start, context);
  return { events: state.events, processes: state.processes };
}

/** What must be remembered from event to event. */
class State {
  readonly events: TraceEvent[] = [];
  readonly processes: Processes = new Map();
  /** All probes are attached: bpftrace passes nothing on before, so no mark could have been seen. */
  complete = false;
  /** By thread: an execve that was tried, and where its event stands. */
  readonly tried = new Map<
    number,
    { path: string; argv: readonly string[]; index: number | undefined }
  >();
  /** By process, bytes of the files that it has written, by the last two parts of their paths. */
  readonly written = new Map<number, Map<string, number>>();
  /** By thread, the deadline of its last sleep: one that a signal broke off is begun again. */
  readonly deadlines = new Map<number, number>();
  /** By the places of its two ends, the lower one first. */
  readonly connections = new Map<string, number>();

  connection({ from, to }: { readonly from: number; readonly to: number }): number {
    const ends = `${Math.min(from, to)} ${Math.max(from, to)}`;
    const known = this.connections.get(ends) ?? this.connections.size + 1;
    this.connections.set(ends, known);
    return known;
  }

  wrote(pid: number, { bytes, name, folder }: FileState): void {
    const files = this.written.get(pid) ?? new Map<string, number>();
    this.written.set(pid, files.set(`${folder}/${name}`, bytes));
  }

  /** Of a process from before the trace, only a fork tells what it is called. */
  process(pid: number, comm = ''): Process {
    const known = this.processes.get(pid);
    if (known && (known.program !== UNATTRIBUTED || comm === '')) return known;
    const process = stranger(pid, comm);
    this.processes.set(pid, process);
    return process;
  }
}

function step(state: State, raw: RawEvent, at: number, context: AttributionContext): void {
  const { node, pid, tid } = raw;
  const process = state.process(pid, raw.kind === 'fork' ? raw.comm : undefined);
  const { caller, job } = process;
  const origin: Origin = { at, node, pid, tid, caller, ...(job === undefined ? {} : { job }) };
  const add = (event: TraceEvent): number => state.events.push(event) - 1;
  switch (raw.kind) {
    case 'fork':
      if (raw.thread) return;
      state.processes.set(raw.child, forked(process, raw.child, at));
      add({ ...origin, kind: 'fork', child: raw.child });
      return;
    case 'execve': {
      const program = basename(raw.path);
      if (process.isVolumeTool) {
        // The real command in its place: Ganeti ran it once.
        state.tried.set(tid, { path: raw.path, argv: raw.argv, index: undefined });
        return;
      }
      const isMark = caller === DRIVER && raw.argv[1] === MARK && raw.argv[2] === context.nonce;
      const index = add(
        isMark
          ? { ...origin, kind: 'mark', label: raw.argv[3] ?? '', clock: Number(raw.argv[4]) }
          : { ...origin, kind: 'execve', program, argv: raw.argv, succeeded: false },
      );
      state.complete ||= isMark;
      state.tried.set(tid, { path: raw.path, argv: raw.argv, index });
      return;
    }
    case 'exec': {
      const tried = state.tried.get(raw.oldTid);
      // Before the first mark, probes are still being attached, the one for execve maybe last.
      if (!tried && !state.complete) return;
      // The kernel skips a probe while another BPF program or map call holds the processor.
      if (!tried) {
        throw incompleteError(
          `events were lost: process ${pid} executed something that was not seen; ` +
            'run again with less else going on, above all other tracers',
        );
      }
      state.tried.delete(raw.oldTid);
      const { index } = tried;
      const event = index === undefined ? undefined : state.events[index];
      if (index !== undefined && event?.kind === 'execve') {
        state.events[index] = { ...event, succeeded: true };
      }
      state.processes.set(pid, executed(process, tried.path, tried.argv, raw.inheritedRss));
      return;
    }
    case 'exit':
      add({
        ...origin,
        kind: 'exit',
        program: process.program,
        startedAt: process.startedAt,
        ...(raw.maxRss > process.inheritedRss && !process.isVolumeTool
          ? { peakRss: raw.maxRss * PAGE }
          : {}),
        cpuSeconds: process.isVolumeTool ? 0 : raw.cpuNs / 1e9,
      });
      state.processes.delete(pid);
      state.written.delete(pid);
      return;
    case 'request': {
      const procedure = /"method"\s*:\s*"([^"]*)"/.exec(raw.text)?.[1] ?? 'unknown';
      const channel = channelOf(raw.socket);
      const connection = state.connection(raw);
      const lockLevel = LOCKS_ASKED.exec(raw.text)?.[1];
      const asked = lockLevel === undefined ? {} : { lockLevel };
      const { isWhole } = raw;
      add({
        ...{ ...origin, kind: 'rpc', channel, procedure, target: node, connection },
        ...(isWhole === undefined ? {} : { isWhole }),
        ...asked,
      });
      return;
    }
    case 'reply':
      add({ ...origin, kind: 'reply', connection: state.connection(raw), text: message(raw.text) });
      return;
    case 'traffic': {
      const { end, direction, calls, bytes } = raw;
      const channel = channelOf(raw.socket);
      if (channel !== 'other') {
        add({ ...origin, kind: 'traffic', channel, end, direction, calls, bytes });
      }
      return;
    }
    case 'confd':
      add({ ...origin, kind: 'rpc', channel: 'confd', procedure: confdQuery(raw.text), target: 0 });
      return;
    case 'curl': {
      // A request to RAPI is counted where it is served.
      const url = /^https?:\/\/([^/:]+):(\d+)\/([^/?]*)/.exec(raw.url);
      if (url?.[2] === RAPI_PORT) return;
      const channel = url?.[2] === NODED_PORT ? 'node' : 'other';
      const target = context.nodeOf.get(url?.[1] ?? '') ?? 0;
      add({ ...origin, kind: 'rpc', channel, procedure: url?.[3] ?? 'unknown', target });
      return;
    }
    case 'served': {
      if (caller === RAPI) {
        add({
          ...origin,
          kind: 'rpc',
          channel: 'rapi',
          procedure: resource(raw.text),
          target: node,
        });
        return;
      }
      const procedure = /^POST \/(\S*) HTTP/.exec(raw.text)?.[1];
      const peer = nodePort(raw.peer, node, context);
      if (caller === NODED && procedure) add({ ...origin, kind: 'served', procedure, peer });
      return;
    }
    case 'connect':
      add({ ...origin, kind: 'connect', port: raw.port, peer: nodePort(raw.peer, node, context) });
      return;
    case 'accept':
      add({ ...origin, kind: 'accept', peer: nodePort(raw.peer, node, context) });
      return;
    case 'file':
      state.wrote(pid, raw);
      return;
    case 'rename': {
      const target = stateFile(raw.to);
      const from = raw.from.split('/').slice(-2).join('/');
      const bytes = state.written.get(pid)?.get(from);
      state.written.get(pid)?.delete(from);
      if (!target) return;
      if (bytes === undefined) {
        throw incompleteError(`${raw.to} was renamed into place, but was not seen being written`);
      }
      add({ ...origin, kind: 'statefile', ...target, bytes });
      return;
    }
    case 'fsync':
      state.wrote(pid, raw);
      if (!process.isVolumeTool) add({ ...origin, kind: 'fsync' });
      return;
    case 'sleep': {
      const isResumed = raw.deadline !== 0 && state.deadlines.get(tid) === raw.deadline;
      state.deadlines.set(tid, raw.deadline);
      if (!isResumed && !process.isVolumeTool)
        add({ ...origin, kind: 'sleep', seconds: askedFor(raw.ns) });
    }
  }
}

const nodePort = (
  { address, port }: Endpoint,
  here: number,
  { nodeOf }: AttributionContext,
): NodePort => ({ node: nodeAt(address, here, nodeOf), port });

/** What follows the sign for a message's end was in the daemon's memory before. */
const message = (text: string): string => text.replace(/\u0003.*/s, '');

/** wconfd's updateLocksWaiting [job, livelock, pid], priority, [[level/name, mode], ...]. */
const LOCKS_ASKED = /"updateLocksWaiting".*?\[\["([a-z-]+)/;

const NODED = 'ganeti-noded';
const RAPI = 'ganeti-rapi';
/** Ganeti's constants: DEFAULT_NODED_PORT. */
const NODED_PORT = '1811';
/** The same: DEFAULT_RAPI_PORT. */
const RAPI_PORT = '5080';
/** Linux on x86-64 and arm64 (with 4 KiB pages) counts memory in these; see docs/numbers.md. */
const PAGE = 4096;

/** The sockets of pathutils.py: QUERY_SOCKET, WCONFD_SOCKET, and metad's. */
function channelOf(socket: string): Channel {
  if (socket.endsWith('/ganeti-query') || socket.endsWith('/ganeti-luxi')) return 'luxi';
  if (socket.endsWith('/ganeti-wconfd')) return 'wconfd';
  return socket.endsWith('/ganeti-metad') ? 'metad' : 'other';
}

/** A confd request is JSON in JSON: its type is a number, CONFD_REQ_* of Ganeti's constants. */
const confdQuery = (text: string): string =>
  `type-${/type\\?"\s*:\s*(\d{1,15})/.exec(text)?.[1] ?? 'unknown'}`;

/** `GET_2_jobs_N` of `GET /2/jobs/12?wait HTTP/1.1`: without the query, and numbers of jobs. */
function resource(request: string): string {
  const [, method, path] = /^(\w+) ([^\s?]*)/.exec(request) ?? [];
  if (method === undefined || path === undefined) return 'unknown';
  return [method, ...path.split('/')]
    .filter((part) => part !== '')
    .map((part, i) => (i > 1 && /^\d+$/.test(part) ? 'N' : part))
    .join('_');
}

function stateFile(
  path: string,
): { family: StateFile; file: string; jobFile?: number } | undefined {
  const file = /^\/var\/lib\/ganeti\/((?:queue\/)?[^/]+)$/.exec(path)?.[1];
  if (file === undefined) return undefined;
  const job = /^queue\/job-(\d{1,15})$/.exec(file)?.[1];
  if (job !== undefined) return { family: 'jobfile', file, jobFile: Number(job) };
  if (file === 'config.data' || file.startsWith('ssconf_')) return { family: 'config', file };
  if (file === 'locks.data' || file === 'tempres.data') return { family: 'locks', file };
  return undefined;
}
