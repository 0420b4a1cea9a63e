import {
  BACKGROUND,
  DRIVER,
  UNATTRIBUTED,
  type EventOf,
  type TraceEvent,
} from '../trace/events/event.ts';
import { identify } from '../trace/events/processes.ts';
import type { Job } from '../workload/jobQueue.ts';
import { abandonedAttempts } from './attempts.ts';
import { TracedJobs } from './jobs.ts';
import { commandLabel } from './label.ts';
import { NodeRpcs } from './nodeRpcs.ts';
import { OpenRequests, submittedJobs } from './requests.ts';
import { putBelow, rootOf, span, type Span } from './span.ts';

export interface CauseContext {
  /** The jobs of the queue, for their opcodes. */
  readonly jobs: readonly Job[];
  /** Names of the instances. */
  readonly instances: readonly string[];
}

/**
 * For each event of a whole trace, what it was done for. Events of one process hang together by fork
 * and execve; a node RPC and its handler by the addresses and ports of their connection, as do an
 * ssh and what it runs; a job and who submitted it by the reply that names it; luxid's work for a job
 * by the job's file. Time decides in three places: which opcode a job is at, which submission a job is
 * from that no reply names, and what luxid or wconfd work on; the latter two while exactly one is open.
 *
 * @param events in the order of time, from before the daemons started
 * @returns one span for each event, in the same order
 */
export function spansOf(events: readonly TraceEvent[], context: CauseContext): Span[] {
  const builder = new Builder(events, context);
  return builder.spans;
}

class Builder {
  readonly spans: Span[] = [];
  readonly #instances: ReadonlySet<string>;
  readonly #jobs: TracedJobs;
  readonly #requests = new OpenRequests();
  readonly #rpcs = new NodeRpcs();
  readonly #lost = span('unattributed', UNATTRIBUTED, 0, undefined);
  readonly #roots = new Map<string, Span>();
  readonly #byProcess = new Map<number, Span>();
  /** Threads of a node daemon that serves without forking. */
  readonly #byThread = new Map<number, Span>();
  /** By process: the place of its last fsync, whose file is known when that is renamed. */
  readonly #lastFsync = new Map<number, number>();

  constructor(events: readonly TraceEvent[], { jobs, instances }: CauseContext) {
    this.#instances = new Set(instances);
    const origin = originOf(events);
    const attempts = abandonedAttempts(events, jobs, origin);
    this.#jobs = new TracedJobs(jobs, attempts, origin, this.#lost);
    for (const event of events) {
      const found = this.#take(event);
      if (event.at > found.end) found.end = event.at;
      this.spans.push(found);
    }
  }

  #take(event: TraceEvent): Span {
    const here = this.#here(event);
    const { at, node, pid } = event;
    switch (event.kind) {
      case 'fork':
        this.#byProcess.set(event.child, this.#forked(event, here));
        this.#byThread.delete(event.child);
        return here;
      case 'execve':
        return event.succeeded ? this.#executed(event, here) : this.#workOf(event, here);
      case 'rpc': {
        if (event.channel === 'rapi') return this.#rapiRequest(event);
        const parent = this.#workOf(event, here);
        if (event.channel === 'node') return this.#rpcs.sent(event, parent);
        const request = span('request', `${event.channel} ${event.procedure}`, at, parent);
        this.#requests.asked(event, request);
        return request;
      }
      case 'reply': {
        const request = this.#requests.answered(event);
        if (!request) return here;
        for (const id of submittedJobs(request.rpc, event.text)) {
          putBelow(this.#jobs.job(id, at).span, request.span);
        }
        return request.span;
      }
      case 'connect':
        this.#rpcs.connected(event, this.#workOf(event, here));
        return here;
      case 'accept':
        this.#rpcs.accepted(event);
        return here;
      case 'served': {
        const handler = this.#rpcs.served(event) ?? this.#lost;
        // A child was forked for it, or a thread of the daemon itself serves it.
        if (this.#ofProcess(event).kind === 'daemon') this.#byThread.set(event.tid, handler);
        else this.#byProcess.set(pid, handler);
        return handler;
      }
      case 'statefile':
        return this.#written(event, here);
      case 'fsync':
        if (here.kind === 'daemon') this.#lastFsync.set(pid, this.spans.length);
        return this.#workOf(event, here);
      case 'exit':
        here.peakRss = Math.max(here.peakRss, event.peakRss ?? 0);
        this.#byProcess.delete(pid);
        this.#lastFsync.delete(pid);
        this.#rpcs.ended(pid);
        this.#requests.ended(pid);
        return here;
      case 'sleep':
        return this.#workOf(event, here);
      case 'traffic':
      case 'mark':
        return this.#root('driver', DRIVER, node);
    }
  }

  /** A client outside of the cluster is what a command line is: its request has no cause. */
  #rapiRequest(event: EventOf<'rpc'>): Span {
    const { at, pid, tid, procedure } = event;
    const label = `rapi ${procedure}`;
    const here = this.#here(event);
    const request =
      rootOf(here).kind === 'command'
        ? span('request', label, at, here)
        : span('command', label, at, undefined);
    if (this.#ofProcess(event).kind === 'daemon') this.#byThread.set(tid, request);
    else this.#byProcess.set(pid, request);
    return request;
  }

  /** Where a process stands; in a job, the opcode it is at. */
  #here(event: TraceEvent): Span {
    const { at, tid, job } = event;
    const here = this.#byThread.get(tid) ?? this.#ofProcess(event);
    return job !== undefined && here.kind === 'job' ? this.#jobs.at(job, at) : here;
  }

  #ofProcess({ node, pid, caller }: TraceEvent): Span {
    const known = this.#byProcess.get(pid);
    if (known) return known;
    if (caller === UNATTRIBUTED) return this.#lost;
    if (caller === DRIVER) return this.#root('driver', DRIVER, node);
    return this.#root(BACKGROUND.has(caller) ? 'background' : 'daemon', caller, node);
  }

  /** A daemon's work is for the request that it has open, if there is just one. */
  #workOf({ caller }: TraceEvent, here: Span): Span {
    return (here.kind === 'daemon' ? this.#requests.only(caller) : undefined) ?? here;
  }

  #root(kind: Span['kind'], name: string, node: number): Span {
    const label = `${name} on node${node}`;
    const root = this.#roots.get(label) ?? span(kind, label, 0, undefined);
    this.#roots.set(label, root);
    return root;
  }

  #forked({ at, node, pid, caller }: EventOf<'fork'>, here: Span): Span {
    const connection = here.kind === 'daemon' ? this.#rpcs.taken(pid, node) : undefined;
    if (!connection) return here;
    const from = connection.from ?? this.#lost;
    // The node daemon's child serves an RPC if it reads one: a ping of the port ends without.
    return caller === 'sshd'
      ? span('ssh', `ssh → node${node}`, at, from)
      : span('process', caller, at, from);
  }

  #executed(event: EventOf<'execve'>, here: Span): Span {
    const { at, node, pid, argv } = event;
    const { program, job } = identify(event.program, argv);
    let found: Span;
    if (job !== undefined) found = this.#jobs.job(job, at).span;
    else if (program.startsWith('ganeti-') && !isTool(program)) {
      found = this.#root(BACKGROUND.has(program) ? 'background' : 'daemon', program, node);
    } else if (here.kind === 'driver' && !isTool(program)) return here;
    else {
      const parent = here.kind === 'driver' ? undefined : this.#workOf(event, here);
      found = isTool(program)
        ? span('command', commandLabel(argv, this.#instances), at, parent)
        : span('process', program, at, parent);
    }
    this.#byProcess.set(pid, found);
    return found;
  }

  #written(event: EventOf<'statefile'>, here: Span): Span {
    const found = this.#writerOf(event, here);
    const fsync = this.#lastFsync.get(event.pid);
    if (fsync !== undefined) this.spans[fsync] = found;
    this.#lastFsync.delete(event.pid);
    return found;
  }

  /** luxid writes a job's file on its own node, and has the other nodes' daemons write the copies. */
  #writerOf(event: EventOf<'statefile'>, here: Span): Span {
    if (event.jobFile === undefined) return this.#workOf(event, here);
    const job = this.#jobs.job(event.jobFile, event.at);
    if (event.caller === LUXID) {
      // It writes before it answers, and of a long answer the trace keeps the beginning only.
      const asked = job.span.parent === this.#lost ? this.#requests.submission() : undefined;
      if (asked) putBelow(job.span, asked);
      return job.scheduling;
    }
    if (this.#rpcs.callerOf(here) === LUXID) putBelow(here, job.scheduling);
    return here;
  }
}

/** What somebody runs, or cron: it does something and ends. */
const isTool = (program: string): boolean =>
  program.startsWith('gnt-') || program === 'ganeti-watcher';

const LUXID = 'ganeti-luxid';

/** Microseconds since 1970 at the trace's first event: a mark's clock is read just before it. */
function originOf(events: readonly TraceEvent[]): number {
  let origin = 0;
  for (const event of events) {
    if (event.kind !== 'mark' || !Number.isFinite(event.clock)) continue;
    origin = Math.max(origin, event.clock - event.at / 1000);
  }
  return origin;
}
