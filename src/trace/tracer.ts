import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { ClusterPlan } from '../cluster/plan.ts';
import { execOn } from '../cluster/nodes.ts';
import { incompleteError, invalidError } from '../platform/errors.ts';
import type { Spawned } from '../platform/process.ts';
import { until, type Evidence } from '../platform/until.ts';
import { createActivity } from './activity.ts';
import { countSkipped, createArrival, incompleteness, type Arrival } from './completeness.ts';
import type { TracerHost } from './host.ts';
import { parseLibraries, type Libraries } from './libraries.ts';
import { markCommand } from './mark.ts';
import { traceProgram } from './program.ts';
import { parseTracerLine, type RawEvent } from './rawEvent.ts';

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
   * Ends the trace, of which nothing after the mark 'end' is needed.
   *
   * @throws PerfError (exit 4) when an event was lost before the mark 'end'
   */
  stop(): Promise<readonly RawEvent[]>;
}

export interface TraceOptions {
  readonly signal?: AbortSignal | undefined;
  /** Gets every line of the tracer as it was written. */
  readonly onLine?: ((line: string) => void) | undefined;
}

const PROGRAM = '/tmp/trace.bt';
/** bpftrace passes events on several times a second. */
const MARK_WAIT = { deadline: 20_000, interval: 50 };

/** Turns the trace on, and returns when the first mark has been seen in it. */
export async function startTrace(
  host: TracerHost,
  plan: ClusterPlan,
  { signal, onLine }: TraceOptions = {},
): Promise<Trace> {
  await host.exec(['sh', '-c', `cat > ${PROGRAM}`], { input: await programFor(host, plan) });
  const bpftrace = await host.spawn('bpftrace', ['bpftrace', '-f', 'json', '-B', 'line', PROGRAM]);
  const nonce = randomBytes(8).toString('hex');
  const collected = collect(bpftrace, onLine);
  const activity = createActivity();
  collected.onEvent((event) => activity.see(event, performance.now()));

  let stopping = false;
  const alive = (): void => {
    if (collected.failure !== undefined) throw collected.failure;
    if (collected.ended !== undefined && !stopping) {
      throw invalidError(`the tracer ended while it was needed: ${collected.ended}`);
    }
  };
  /** What the kernel had skipped, by the mark at which that was read. */
  const skipped = { ready: 0, begin: 0, end: 0 };
  const mark = async (label: string): Promise<void> => {
    await execOn(plan.master, markCommand(nonce, label), { signal });
    await until(`mark '${label}' in the trace`, () => arrived(label), { ...MARK_WAIT, signal });
    if (label === 'begin' || label === 'end') skipped[label] = await skippedRuns(host);
  };
  const arrived = (label: string): Evidence => {
    alive();
    const { marks, events } = collected.arrival;
    return marks.has(`${nonce} ${label}`) || `${events.length} other events`;
  };
  const attached = (): Evidence => {
    alive();
    return collected.attached || 'no probe attached yet';
  };
  await until('bpftrace to attach', () => attached(), { deadline: 60_000, interval: 50, signal });
  // Probes are attached one after the other, in a second or so: try until a mark comes back.
  let attempt = 0;
  const comesBack = async (): Promise<Evidence> => {
    attempt++;
    await execOn(plan.master, markCommand(nonce, `ready-${attempt}`), { signal });
    return arrived(`ready-${attempt - 1}`) === true || arrived(`ready-${attempt}`);
  };
  await until('the first mark in the trace', comesBack, { deadline: 30_000, signal });
  skipped.ready = await skippedRuns(host);
  return {
    nonce,
    events: collected.arrival.events,
    quietFor: () => performance.now() - activity.last(),
    mark,
    alive,
    async stop() {
      alive();
      const problem = incompleteness(collected.arrival, nonce, skipped);
      stopping = true;
      await host.withPid('bpftrace', 'kill -INT "$1"');
      const end = await Promise.race([bpftrace.finished, after(60_000)]);
      if (!end) throw invalidError('the tracer did not end within 60 s of being asked to');
      await collected.drained;
      alive();
      if (problem !== undefined) throw incompleteError(problem);
      return collected.arrival.events;
    },
  };
}

async function programFor(host: TracerHost, plan: ClusterPlan): Promise<string> {
  const pids = plan.nodes.map((node) => host.pidOf.get(node.index) ?? 0);
  const script = 'for p; do readlink /proc/$p/ns/pid; done';
  const { stdout } = await host.exec(['sh', '-c', script, 'sh', ...pids.map(String)]);
  const inodes = stdout.split('\n').map((line) => Number(/^pid:\[(\d+)\]$/.exec(line)?.[1]));
  const nodes = plan.nodes.map(({ index, name }, i) => {
    const pidNamespace = inodes[i];
    if (!pidNamespace) throw invalidError(`the PID namespace of ${name} cannot be read`);
    return { index, pidNamespace };
  });
  const libraries = await findLibraries(plan);
  const at = (path: string): string => host.path(plan.master, path);
  return traceProgram({ nodes, libcurl: at(libraries.libcurl), libssl: at(libraries.libssl) });
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
  onEvent(listener: (event: RawEvent) => void): void;
}

function collect(bpftrace: Spawned, onLine?: (line: string) => void): Collected {
  const arrival = createArrival();
  const listeners: ((event: RawEvent) => void)[] = [];
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
    if (read.type !== 'event') return;
    for (const listener of listeners) listener(read.event);
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
      .trim();
    state.ended = said || `exit status ${end.exitCode ?? end.signal ?? 'unknown'}`;
  });
  return Object.assign(state, {
    arrival,
    drained,
    onEvent: (l: (e: RawEvent) => void) => void listeners.push(l),
  });
}

const after = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());
