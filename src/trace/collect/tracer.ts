import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { ClusterPlan } from '../../cluster/clusterPlan.ts';
import { execOn } from '../../cluster/nodes.ts';
import { incompleteError, invalidError } from '../../platform/errors.ts';
import type { Spawned } from '../../platform/process/process.ts';
import { until, type Condition } from '../../platform/process/until.ts';
import { createActivity } from '../events/activity.ts';
import {
  countSkipped,
  createArrival,
  incompleteness,
  type Arrival,
} from '../events/completeness.ts';
import type { TracerContainer, TracerHost } from '../../cluster/tracerHost.ts';
import { parseLibraries, type Libraries } from '../program/libraries.ts';
import { markCommand, nodeCommand } from '../program/mark.ts';
import { traceProgram } from '../program/traceProgram.ts';
import { parseTracerLine, type RawEvent } from '../events/rawEvent.ts';

/** A trace that is on. */
export interface Trace {
  readonly nonce: string;
  /** What has arrived so far, CPU by CPU in order. */
  readonly events: readonly RawEvent[];
  /** Milliseconds since the cluster's last event that is not background work. */
  quietFor(): number;
  /** Writes a mark into the trace, and waits until it has arrived. */
  mark(label: string): Promise<void>;
  /** @throws PerfError (exit 4) when the tracer has ended although nobody stopped it */
  alive(): void;
  /**
   * Ends the trace and forgets it; of it nothing after the mark 'end' is needed.
   *
   * @throws PerfError (exit 4) when an event was lost before the mark 'end'
   */
  stop(): Promise<readonly RawEvent[]>;
}

export interface TracerOptions {
  readonly signal?: AbortSignal | undefined;
  /** Gets every line of the tracer as it was written. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/** The tracer at work: its probes are attached, and it sees the clusters that it is told of. */
export interface Tracer {
  /**
   * Turns a cluster's trace on, and returns when the first mark has been seen in it. One cluster at a time.
   *
   * @param host beside the cluster's nodes
   */
  trace(host: TracerHost, plan: ClusterPlan, signal?: AbortSignal): Promise<Trace>;
  /** Whether it can go on: it has not ended, and all that it said was understood. */
  isSound(): boolean;
  /** Detaches the probes, and waits until it has ended. */
  stop(): Promise<void>;
}

const PROGRAM = '/tmp/trace.bt';
/** bpftrace passes events on several times a second. */
const MARK_WAIT = { deadline: 200_000, interval: 20 };

/**
 * Starts bpftrace, which takes some seconds of a processor, and attaches its probes: once for all clusters
 * whose nodes have the same image as these, as its probes in libraries are in the files of that image.
 */
export async function startTracer(
  container: TracerContainer,
  host: TracerHost,
  plan: ClusterPlan,
  { signal, onLine }: TracerOptions = {},
): Promise<Tracer> {
  const nonce = newNonce();
  await container.write(PROGRAM, await programFor(nonce, host, plan));
  const command = ['bpftrace', '-f', 'json', '-B', 'line', PROGRAM];
  const bpftrace = await container.spawn('bpftrace', command);
  const collected = collect(bpftrace, onLine);
  const told = new Set<number>();
  let stopping = false;
  const alive = (): void => {
    if (collected.failure !== undefined) throw collected.failure;
    if (collected.ended !== undefined && !stopping) {
      throw invalidError(`the tracer ended while it was needed: ${collected.ended}`);
    }
  };
  const attached = (): Condition => {
    alive();
    return collected.attached || 'no probe attached yet';
  };
  await until('bpftrace to attach', attached, { deadline: 600_000, interval: 50, signal });
  return {
    trace: (beside, cluster, whileUp) =>
      traceCluster({ nonce, collected, told, alive }, beside, cluster, whileUp),
    isSound: () => collected.failure === undefined && collected.ended === undefined,
    async stop() {
      if (collected.ended !== undefined) return;
      stopping = true;
      await container.withPid('bpftrace', 'kill -INT "$1"');
      const end = await Promise.race([bpftrace.finished, after(60_000)]);
      if (!end) throw invalidError('the tracer did not end within 60 s of being asked to');
      await collected.drained;
    },
  };
}

/** What all traces of a tracer share. */
interface Shared {
  /** Of what the tracer is told about nodes. */
  readonly nonce: string;
  readonly collected: Collected;
  /** Nodes' PID namespaces that it was told of, by a trace that was never stopped too. */
  readonly told: Set<number>;
  alive(): void;
}

async function traceCluster(
  { nonce: tracerNonce, collected, told, alive }: Shared,
  host: TracerHost,
  plan: ClusterPlan,
  signal?: AbortSignal,
): Promise<Trace> {
  const nonce = newNonce();
  const { arrival } = collected;
  const activity = createActivity();
  arrival.forget();
  collected.listen((event) => activity.see(event, performance.now()));
  const numbers = await pidNamespaces(host, plan);
  const tell = async (isOn: boolean): Promise<void> => {
    for (const pidNamespace of numbers.keys()) told.add(pidNamespace);
    const nodes = [...told].map((pidNamespace) => ({
      pidNamespace,
      number: isOn ? (numbers.get(pidNamespace) ?? 0) : 0,
    }));
    await host.exec(nodeCommand(tracerNonce, nodes));
    if (!isOn) told.clear();
  };
  /** What the kernel had skipped, by the mark at which that was read. */
  const skipped = { ready: 0, begin: 0, end: 0 };
  const mark = async (label: string): Promise<void> => {
    const reading = skippedRuns(host);
    await execOn(plan.master, markCommand(nonce, label), { signal });
    await until(`mark '${label}' in the trace`, () => arrived(label), { ...MARK_WAIT, signal });
    const read = await (label === 'end' ? skippedRuns(host) : reading);
    if (label === 'begin' || label === 'end') skipped[label] = read;
  };
  const arrived = (label: string): Condition => {
    alive();
    return arrival.marks.has(`${nonce} ${label}`) || `${arrival.events.length} other events`;
  };
  // Probes are attached one after the other, in a second or so, and until they are nothing is heard of
  // nodes either: try until a mark comes back.
  let attempt = 0;
  const comesBack = async (): Promise<Condition> => {
    attempt++;
    await tell(true);
    await execOn(plan.master, markCommand(nonce, `ready-${attempt}`), { signal });
    return arrived(`ready-${attempt - 1}`) === true || arrived(`ready-${attempt}`);
  };
  const readingReady = skippedRuns(host);
  await until('the first mark in the trace', comesBack, {
    deadline: 300_000,
    interval: 50,
    signal,
  });
  skipped.ready = await readingReady;
  return {
    nonce,
    events: arrival.events,
    quietFor: () => performance.now() - activity.last(),
    mark,
    alive,
    async stop() {
      alive();
      const problem = incompleteness(arrival, nonce, skipped);
      await tell(false);
      const events = [...arrival.events];
      arrival.forget();
      collected.listen(undefined);
      if (problem !== undefined) throw incompleteError(problem);
      return events;
    },
  };
}

const newNonce = (): string => randomBytes(8).toString('hex');

/** The numbers of the nodes by the inodes of their PID namespaces. */
async function pidNamespaces(host: TracerHost, plan: ClusterPlan): Promise<Map<number, number>> {
  const pids = plan.nodes.map((node) => host.pidOf.get(node.index) ?? 0);
  const script = 'for p; do readlink /proc/$p/ns/pid; done';
  const { stdout } = await host.exec(['sh', '-c', script, 'sh', ...pids.map(String)]);
  const inodes = stdout.split('\n').map((line) => Number(/^pid:\[(\d+)\]$/.exec(line)?.[1]));
  return new Map(
    plan.nodes.map(({ index, name }, i) => {
      const pidNamespace = inodes[i];
      if (!pidNamespace) throw invalidError(`the PID namespace of ${name} cannot be read`);
      return [pidNamespace, index] as const;
    }),
  );
}

async function programFor(nonce: string, host: TracerHost, plan: ClusterPlan): Promise<string> {
  const libraries = await findLibraries(plan);
  const at = (path: string): string => host.path(plan.master, path);
  return traceProgram({
    nonce,
    libcurl: at(libraries.libcurl),
    libssl: at(libraries.libssl),
    hasSocketLengths: await hasTracepoint(host, 'sock/sock_recv_length'),
    hasRename: await hasTracepoint(host, 'syscalls/sys_enter_rename'),
  });
}

async function hasTracepoint(host: TracerHost, path: string): Promise<boolean> {
  const script = 'test -e "/sys/kernel/tracing/events/$0" && echo yes; true';
  return (await host.exec(['sh', '-c', script, path])).stdout.trim() === 'yes';
}

/** The files behind the sonames that Ganeti's HTTP clients and node daemon are linked to. */
async function findLibraries(plan: ClusterPlan): Promise<Libraries> {
  const script =
    'for l in libcurl-gnutls.so.4 libssl.so.3; do ' +
    'readlink -f "$(ldconfig -p | awk -v l="$l" \'$1 == l { print $NF; exit }\')"; done';
  const { stdout } = await execOn(plan.master, ['sh', '-c', script]);
  return parseLibraries(stdout);
}

/**
 * How often the kernel skipped one of the tracer's programs because another one, or a call that
 * reads a BPF map, held the processor; the kernel counts it per program (proc(5), fdinfo).
 */
async function skippedRuns(host: TracerHost): Promise<number> {
  const { stdout } = await host.withPid('bpftrace', 'cat /proc/"$1"/fdinfo/* 2>/dev/null; true');
  return countSkipped(stdout);
}

interface Collected {
  readonly arrival: Arrival;
  readonly attached: boolean;
  /** A line that was not understood. */
  readonly failure: Error | undefined;
  /** How the process ended, once it has. */
  readonly ended: string | undefined;
  readonly drained: Promise<void>;
  /** Whom to show each event as it arrives; one at a time. */
  listen(listener: ((event: RawEvent) => void) | undefined): void;
}

function collect(bpftrace: Spawned, onLine?: (line: string) => void): Collected {
  const arrival = createArrival();
  let listener: ((event: RawEvent) => void) | undefined;
  const state = {
    attached: false,
    failure: undefined as Error | undefined,
    ended: undefined as string | undefined,
  };
  const take = (line: string): void => {
    onLine?.(line);
    const read = parseTracerLine(line);
    arrival.take(read);
    if (read.type === 'attached') state.attached = true;
    if (read.type === 'event') listener?.(read.event);
  };
  const lines = createInterface({ input: bpftrace.stdout, crlfDelay: Infinity });
  const drained = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      try {
        take(line);
      } catch (error) {
        state.failure ??= error as Error;
      }
    });
    lines.on('close', resolve);
  });
  void bpftrace.finished.then((end) => {
    const said = bpftrace
      .stderr()
      .replace(/^WARNING: .*RLIMIT_MEMLOCK.*\n/m, '')
      // Numbers that a program gave, compared with the kernel's; two lines of source follow.
      .replace(/^.*WARNING: Addrspace mismatch\n(?:.*\n){2}/gm, '')
      .trim();
    state.ended = said || `exit status ${end.exitCode ?? end.signal ?? 'unknown'}`;
  });
  return Object.assign(state, {
    arrival,
    drained,
    listen: (one: typeof listener) => void (listener = one),
  });
}

const after = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());
