// A storm of short commands: every node of a cluster starts thousands of them at once, and each has to be in the trace.
// The same storm without a trace alternates with it. Ends with 1 where a count differs from what was started; events that
// were lost end it with their number.
//
//   npx tsx bench/storm.ts [commands, 20000 by default] [nodes, 8 by default] [rounds, 3 by default]
import {
  openContainerTestbed,
  restoreNodes,
  type ContainerTestbed,
} from '../src/cluster/containerTestbed.ts';
import { tracerName } from '../src/cluster/clusterPlan.ts';
import { execOn } from '../src/cluster/nodes.ts';
import { removeContainer, removeNodes } from '../src/cluster/remove.ts';
import { startTracerContainer } from '../src/cluster/tracerHost.ts';
import { median } from '../src/model/statistics.ts';
import { terminalLog } from '../src/platform/log/terminalLog.ts';
import { createDisposal } from '../src/platform/process/disposal.ts';
import { withSignals } from '../src/platform/process/signals.ts';
import { startTracer } from '../src/trace/collect/tracer.ts';

/** What a node starts: it takes next to nothing. Its argument tells it from the tracer's marks. */
const [COMMAND, ARGUMENT] = ['/bin/true', 'storm'];
/** Counts what has succeeded. */
const SCRIPT = `made=0; while [ "$made" -lt "$1" ]; do ${COMMAND} ${ARGUMENT} && made=$((made + 1)); done; echo "$made"`;

/** One storm, as its nodes tell it. */
interface Storm {
  readonly seconds: number;
  /** Of each node, in their order. */
  readonly made: readonly number[];
}
/** And as the tracer tells it. */
interface Traced extends Storm {
  readonly counted: readonly number[];
  readonly ended: readonly number[];
  readonly events: number;
}

const log = terminalLog({ verbose: false });
const [commands = 20_000, nodes = 8, rounds = 3] = process.argv.slice(2).map(Number);
const each = Math.ceil(commands / nodes);

await withSignals(async (signal) => {
  const disposal = createDisposal(log);
  try {
    const settings = {
      ganeti: { kind: 'debian', suite: 'bookworm' },
      nodes,
      instances: 1,
    } as const;
    const testbed = await openContainerTestbed(settings, { log, signal, disposal });
    const [plain, traced]: [Storm[], Traced[]] = [[], []];
    for (let round = 1; round <= rounds; round++) {
      plain.push(await log.phase(`storm ${round}, untraced`, () => bare(testbed, signal)));
      traced.push(await log.phase(`storm ${round}, traced`, () => watched(testbed, signal)));
    }
    for (const one of traced) print(one);
    const ratios = traced.map(({ seconds }, k) => seconds / (plain[k]?.seconds ?? Number.NaN));
    const least = Math.min(...ratios).toFixed(2);
    const most = Math.max(...ratios).toFixed(2);
    process.stdout.write(
      `traced / untraced ${median(ratios).toFixed(2)} (${least} to ${most}), ${rounds} of each in turns\n`,
    );
  } finally {
    await disposal.dispose();
  }
}, log);

function print({ seconds, made, counted, ended, events }: Traced): void {
  const isExact = made.every((number, k) => number === counted[k] && number === ended[k]);
  if (!isExact) process.exitCode = 1;
  process.stdout.write(
    `${isExact ? 'exact' : 'NOT EXACT'}: started ${made.join(' ')}, seen to start ${counted.join(' ')}, ` +
      `seen to end ${ended.join(' ')}; ${events} events in ${seconds.toFixed(1)} s, ` +
      `${(events / seconds).toFixed(0)} a second, none lost\n`,
  );
}

async function storm({ plan }: ContainerTestbed, signal: AbortSignal): Promise<Storm> {
  const began = performance.now();
  const command = ['sh', '-c', SCRIPT, 'sh', String(each)];
  const made = await Promise.all(
    plan.nodes.map(async (node) => {
      const { stdout } = await execOn(node, command, { signal, timeout: 3_600_000 });
      return Number(stdout);
    }),
  );
  return { seconds: (performance.now() - began) / 1000, made };
}

async function bare(testbed: ContainerTestbed, signal: AbortSignal): Promise<Storm> {
  try {
    await restoreNodes(testbed, signal);
    return await storm(testbed, signal);
  } finally {
    await removeNodes(testbed.plan);
  }
}

async function watched(testbed: ContainerTestbed, signal: AbortSignal): Promise<Traced> {
  const { plan, tracer, labels } = testbed;
  try {
    await restoreNodes(testbed, signal);
    const container = await startTracerContainer(plan, tracer.reference, labels, signal);
    const host = await container.beside(plan, signal);
    const started = await startTracer(container, host, plan, { signal });
    try {
      const trace = await started.trace(host, plan, signal);
      await trace.mark('begin');
      const told = await storm(testbed, signal);
      await trace.mark('end');
      // Throws where an event is missing: each processor numbers its own.
      const events = await trace.stop();
      const own = events.flatMap((event) =>
        event.kind === 'execve' && event.argv[1] === ARGUMENT ? [event] : [],
      );
      const at = new Map(own.map(({ pid, node }) => [pid, node]));
      const ends = events.flatMap(({ kind, pid }) => (kind === 'exit' ? [at.get(pid) ?? 0] : []));
      const byNode = (of: readonly number[]): number[] =>
        plan.nodes.map(({ index }) => of.filter((node) => node === index).length);
      const [counted, ended] = [byNode(own.map(({ node }) => node)), byNode(ends)];
      return { ...told, counted, ended, events: events.length };
    } finally {
      await started.stop();
      await Promise.all([host.close(), container.close()]);
    }
  } finally {
    await Promise.all([removeNodes(plan), removeContainer(tracerName(plan.runId))]);
  }
}
