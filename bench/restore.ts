// Where the time between a snapshot and a cluster that is up goes: each step, in seconds and in seconds of a processor, as a
// measurement takes them. The cluster is formed before, where there is no snapshot of it yet.
//
//   npx tsx bench/restore.ts [nodes, 3 by default] [instances, 6 by default] [bookworm|trixie] [rounds, 1 by default]
import { cpus } from 'node:os';
import { startDaemons } from '../src/cluster/daemons.ts';
import { openContainerTestbed, restoreNodes } from '../src/cluster/containerTestbed.ts';
import { removeNodes } from '../src/cluster/remove.ts';
import { createRunTracer } from '../src/measure/runTracer.ts';
import { terminalLog } from '../src/platform/log/terminalLog.ts';
import { createDisposal } from '../src/platform/process/disposal.ts';
import { together } from '../src/platform/process/together.ts';
import { withSignals } from '../src/platform/process/signals.ts';

const log = terminalLog({ verbose: false });
const [nodes = '3', instances = '6', suite = 'bookworm', rounds = '1'] = process.argv.slice(2);
const settings = {
  ganeti: { kind: 'debian', suite: suite === 'trixie' ? 'trixie' : 'bookworm' },
  nodes: Number(nodes),
  instances: Number(instances),
} as const;

await withSignals(async (signal) => {
  const disposal = createDisposal(log);
  const context = { log, signal, disposal };
  try {
    // The first time it forms the cluster, where there is no snapshot yet.
    const testbed = await step('open', () => openContainerTestbed(settings, context));
    const { plan } = testbed;
    // One for all rounds, as of all measurements of a run: it attaches its probes in the first.
    const tracer = createRunTracer(disposal);
    for (let round = 0; round < Number(rounds); round++) {
      const began = performance.now();
      await step('restore', () =>
        together(context, [
          (linked) => restoreNodes(testbed, linked.signal),
          () => tracer.prepare(testbed, signal),
        ]),
      );
      const host = await step('tracer beside', () => tracer.beside(testbed, signal));
      const trace = await step('attach', () => tracer.trace(testbed, host, { signal }));
      await step('daemons', () => startDaemons(plan, signal));
      const seconds = (performance.now() - began) / 1000;
      print(
        `${nodes} nodes, ${instances} instances are up under a trace after ${seconds.toFixed(1)} s`,
      );
      await trace.mark('begin');
      await trace.mark('end');
      print(`${(await trace.stop()).length} events until then, none lost`);
      await host.close();
      await removeNodes(plan);
    }
  } finally {
    await disposal.dispose();
  }
}, log);

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const [began, busy] = [performance.now(), busySeconds()];
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  const used = busySeconds() - busy;
  print(
    `${name.padEnd(16)}${seconds.toFixed(1).padStart(8)} s${used.toFixed(1).padStart(8)} s of a processor`,
  );
  return result;
}

/** Of all processors together, since the machine started. */
function busySeconds(): number {
  return (
    cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) /
    1000
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
