import { Connections } from './connections.ts';
import type { EventOf, TraceEvent } from './event.ts';
import type { LoggedCommand, LoggedRpc } from './ganetiLog.ts';
import { betweenMarks } from './marked.ts';

/** An RPC that a node daemon's log says it has served. */
export type ServedRpc = Omit<LoggedRpc, 'address'> & {
  /** The caller's node. */
  readonly from: number;
};

/** What one trace is cross-checked with, per node number. */
export interface CrossCheckSources {
  /** What was served, from the node daemons' logs. */
  readonly served: ReadonlyMap<number, readonly ServedRpc[]>;
  /** Commands run, from all of Ganeti's logs. */
  readonly commands: ReadonlyMap<number, readonly LoggedCommand[]>;
  /** Renames onto job files, from inotify: job id -> how often. */
  readonly jobWrites: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Sizes of the job files as they are now: job id -> bytes. */
  readonly jobSizes: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** One sentence for each thing that differs. */
export interface Differences {
  /** Of these the measurement is made. */
  readonly between: readonly string[];
  /** Before the first mark or after the last: nothing is counted there. */
  readonly outside: readonly string[];
}

/** Holds what was traced, from the tracer's start to its end, against every other source. */
export function crossCheck(events: readonly TraceEvent[], sources: CrossCheckSources): Differences {
  const all = differences(events, sources);
  if (all.length === 0) return { between: [], outside: [] };
  const part = betweenMarks(events, sources);
  // Where nothing differs between the marks, all of it is outside; else it is told with the rest.
  const isOutside = part !== undefined && differences(part.events, part.sources).length === 0;
  return isOutside ? { between: [], outside: all } : { between: all, outside: [] };
}

function differences(events: readonly TraceEvent[], sources: CrossCheckSources): string[] {
  return [
    ...checkRpcs(events, sources),
    ...checkJoins(events),
    ...checkConnections(events, sources),
    ...checkCommands(events, sources),
    ...checkJobFiles(events, sources),
  ];
}

function checkRpcs(events: readonly TraceEvent[], { served }: CrossCheckSources): string[] {
  const sent = tally(
    of(events, 'rpc').filter((e) => e.channel === 'node'),
    (e) => `${e.target} ${e.procedure}`,
  );
  const taken = tally(of(events, 'served'), (e) => `${e.node} ${e.procedure}`);
  const logged = tally(
    [...served].flatMap(([node, rpcs]) => rpcs.map(({ procedure }) => `${node} ${procedure}`)),
    (key) => key,
  );
  const keys = new Set([...sent.keys(), ...taken.keys(), ...logged.keys()]);
  return [...keys].toSorted().flatMap((key) => {
    const counts = [sent, taken, logged].map((map) => map.get(key) ?? 0);
    if (new Set(counts).size === 1) return [];
    const [node, procedure] = key.split(' ');
    return [
      `node RPC ${procedure} to node${node}: ${counts[0]} sent, ${counts[1]} served, ` +
        `${counts[2]} in the node daemon's log`,
    ];
  });
}

/** What joins an RPC with its handler is the connection's port: the daemon must have seen the same. */
function checkConnections(events: readonly TraceEvent[], { served }: CrossCheckSources): string[] {
  return [...served].flatMap(([node, rpcs]) => {
    const logged = rpcs.filter(({ port }) => port !== undefined);
    // Daemons from 3.2 on do not log ports.
    if (logged.length === 0) return [];
    const traced = tally(
      of(events, 'served').filter((event) => event.node === node),
      ({ peer, procedure }) => `${peer.node}:${peer.port} ${procedure}`,
    );
    const wanted = tally(logged, ({ from, port, procedure }) => `${from}:${port} ${procedure}`);
    return [...new Set([...traced.keys(), ...wanted.keys()])].flatMap((connection) => {
      const [seen, told] = [traced.get(connection) ?? 0, wanted.get(connection) ?? 0];
      if (seen === told) return [];
      return [
        `node RPC ${connection.replace(/^(\d+):(\d+) /, 'from node$1, port $2, ')} to node${node}: ` +
          `${seen} traced, ${told} in the node daemon's log`,
      ];
    });
  });
}

/** The kernel's own cross-check: what was served came over a connection of a process that sent it. */
function checkJoins(events: readonly TraceEvent[]): string[] {
  const connections = new Connections<number>();
  const sent = new Set<string>();
  const differs: string[] = [];
  for (const event of events) {
    if (event.kind === 'connect') connections.opened(event, event.pid);
    if (event.kind === 'rpc' && event.channel === 'node') {
      sent.add(`${event.pid} ${event.target} ${event.procedure}`);
    }
    if (event.kind !== 'served') continue;
    const { node, procedure, peer } = event;
    if (sent.has(`${connections.opener(peer, node)} ${node} ${procedure}`)) continue;
    differs.push(
      `node RPC ${procedure} to node${node}: served over a connection from port ${peer.port} of ` +
        `node${peer.node}, which nobody opened who had sent it`,
    );
  }
  return differs;
}

/**
 * Ganeti logs what it runs by RunCmd only, so the trace may have more; but what the log has, the
 * trace must have, as often.
 */
function checkCommands(events: readonly TraceEvent[], { commands }: CrossCheckSources): string[] {
  const attempts = of(events, 'execve');
  return [...commands].flatMap(([node, logged]) => {
    const here = attempts.filter((event) => event.node === node);
    const traced = tally(here, (event) => event.program);
    // A string is run by a shell, which may run it without an execve of its own.
    const shells = here.filter((e) => /^(?:ba|da)?sh$/.test(e.program) && e.argv[1] === '-c');
    const wanted = tally(
      logged.filter(({ command }) => {
        const shell = shells.findIndex(({ argv }) => sameStart(argv[2], command));
        if (shell >= 0) shells.splice(shell, 1);
        return shell < 0;
      }),
      programOf,
    );
    return [...wanted].flatMap(([program, count]) => {
      const seen = traced.get(program) ?? 0;
      return seen >= count
        ? []
        : [`node${node} logged ${count} times that it ran ${program}; ${seen} were traced`];
    });
  });
}

const sameStart = (argument: string | undefined, command: string): boolean =>
  argument !== undefined && argument !== '' && command.startsWith(argument.slice(0, 200));

const programOf = ({ command }: LoggedCommand): string => {
  const first = /^'([^']*)'|^(\S+)/.exec(command);
  return (first?.[1] ?? first?.[2] ?? '').replace(/^.*\//, '');
};

function checkJobFiles(events: readonly TraceEvent[], sources: CrossCheckSources): string[] {
  const writes = of(events, 'statefile').filter((event) => event.jobFile !== undefined);
  const traced = tally(writes, (event) => `${event.node} ${event.jobFile}`);
  const last = new Map(writes.map((event) => [`${event.node} ${event.jobFile}`, event.bytes]));
  const seen = flatten(sources.jobWrites);
  const sizes = flatten(sources.jobSizes);
  const differs: string[] = [];
  for (const key of new Set([...traced.keys(), ...seen.keys()])) {
    const [node, job] = key.split(' ');
    const [a, b] = [traced.get(key) ?? 0, seen.get(key) ?? 0];
    if (a !== b)
      differs.push(`job-${job} on node${node}: ${a} writes traced, ${b} seen by inotify`);
    const [bytes, size] = [last.get(key), sizes.get(key)];
    if (bytes !== undefined && size !== undefined && bytes !== size) {
      differs.push(`job-${job} on node${node}: ${bytes} bytes traced, the file has ${size}`);
    }
  }
  return differs;
}

const of = <K extends TraceEvent['kind']>(events: readonly TraceEvent[], kind: K): EventOf<K>[] =>
  events.filter((event): event is EventOf<K> => event.kind === kind);

function tally<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

const flatten = (nested: ReadonlyMap<number, ReadonlyMap<number, number>>): Map<string, number> =>
  new Map(
    [...nested].flatMap(([node, jobs]) =>
      [...jobs].map(([job, value]) => [`${node} ${job}`, value] as const),
    ),
  );
