// What tracing costs: each workload's wall time with the trace on and with it off, alternated on the
// same snapshot, and beside it the same with `strace -f -e trace=execve` on every daemon. A side that did
// not trace gets no ratio. Then once more, untimed, how often the tracer's programs ran for each event.
//
//   npx tsx bench/overhead.ts [--nodes N, 3 by default] [--instances N, 6 by default] [pairs, 7 by default] [workload...]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDaemons } from '../src/cluster/daemons.ts';
import {
  openContainerTestbed,
  restoreNodes,
  type ContainerTestbed,
} from '../src/cluster/containerTestbed.ts';
import { tracerName } from '../src/cluster/clusterPlan.ts';
import { removeContainer, removeNodes } from '../src/cluster/remove.ts';
import { createDisposal } from '../src/platform/process/disposal.ts';
import { ensureImage } from '../src/platform/engine/images.ts';
import { projectRoot } from '../src/platform/projectRoot.ts';
import { withSignals } from '../src/platform/process/signals.ts';
import { terminalLog } from '../src/platform/log/terminalLog.ts';
import { until, type Condition } from '../src/platform/process/until.ts';
import { startTracerContainer, type TracerHost } from '../src/cluster/tracerHost.ts';
import { startTracer } from '../src/trace/collect/tracer.ts';
import { drive } from '../src/workload/drive.ts';
import { CANONICAL } from '../src/settings/canonical.ts';
import { loadDriven } from '../src/workload/load.ts';
import { planActions } from '../src/workload/parse.ts';
import type { Workload } from '../src/workload/schema.ts';
import { readFirings, since, withFirings } from './overhead/firings.ts';
import { summary, type Mode, type Timed } from './overhead/summary.ts';

const MODES: readonly Mode[] = ['off', 'bpftrace', 'strace'];
/** In the tracer's container. */
const STRACE_OUTPUT = '/tmp/strace';
/** Milliseconds that daemons are given to come to rest: without a trace nothing tells. */
const REST = 3000;

const log = terminalLog({ verbose: false });
const { values: size, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    nodes: { type: 'string', default: '3' },
    instances: { type: 'string', default: '6' },
  },
});
const [pairs = '7', ...names] = positionals;

await withSignals(async (signal) => {
  const disposal = createDisposal(log);
  try {
    const settings = {
      ganeti: { kind: 'debian', suite: 'bookworm' },
      nodes: Number(size.nodes),
      instances: Number(size.instances),
    } as const;
    const opened = await openContainerTestbed(settings, { log, signal, disposal });
    const image = await ensureImage(
      {
        name: 'bench-strace',
        context: join(projectRoot(), 'bench', 'strace'),
        base: opened.tracer.reference,
      },
      { log, signal },
    );
    const testbed: ContainerTestbed = {
      ...opened,
      tracer: { ...opened.tracer, reference: image.reference },
    };
    for (const workload of await loadDriven(names.length > 0 ? names : CANONICAL)) {
      const runs: Record<Mode, Timed[]> = { off: [], bpftrace: [], strace: [] };
      for (let i = 0; i < Number(pairs); i++) {
        // The order turns, so that a machine that slows down does so for all.
        for (const mode of MODES.map((_, k) => MODES[(k + i) % MODES.length] ?? 'off')) {
          const title = `${workload.name} ${i + 1}, ${mode}`;
          runs[mode].push(await log.phase(title, () => once(testbed, workload, mode, signal)));
        }
      }
      process.stdout.write(`${summary(workload.name, runs)}\n`);
      const firings = await log.phase(`${workload.name}, counting what fires`, () =>
        withFirings(() => once(testbed, workload, 'bpftrace', signal)),
      );
      process.stdout.write(`  ${firings?.fired ?? 'firings: not counted, as that needs root'}\n`);
    }
  } finally {
    await disposal.dispose();
  }
}, log);

/** How long the workload took, and what the tracer saw meanwhile. */
async function once(
  testbed: ContainerTestbed,
  workload: Workload,
  mode: Mode,
  signal: AbortSignal,
): Promise<Timed & { readonly fired?: string }> {
  const { plan } = testbed;
  try {
    await restoreNodes(testbed, signal);
    const { reference } = testbed.tracer;
    const container = await startTracerContainer(plan, reference, testbed.labels, signal);
    const host = await container.beside(plan, signal);
    try {
      const tracer =
        mode === 'bpftrace' ? await startTracer(container, host, plan, { signal }) : undefined;
      const trace = await tracer?.trace(host, plan, signal);
      await startDaemons(plan, signal);
      if (mode === 'strace') await startStrace(host, testbed);
      await new Promise((resolve) => setTimeout(resolve, REST));
      const seen = async (): Promise<number> =>
        mode === 'strace' ? straceLines(host) : (trace?.events.length ?? 0);
      const [eventsBefore, before] = [await seen(), trace && (await readFirings(host))];
      const began = performance.now();
      const watch = { alive: () => trace?.alive(), quietFor: () => trace?.quietFor() ?? Infinity };
      await drive(workload.name, planActions(workload, plan).steps, watch, {
        plan,
        host,
        log,
        signal,
      });
      const seconds = (performance.now() - began) / 1000;
      const events = (await seen()) - eventsBefore;
      if (!before) return { seconds, seen: events };
      const { count, ns } = since(await readFirings(host), before);
      const each = (count / events).toFixed(1);
      const fired =
        `firings: ${count} for ${events} events, ${each} each; ` +
        `${(ns / 1e6).toFixed(0)} ms in the programs of ${seconds.toFixed(2)} s`;
      return { seconds, seen: events, fired };
    } finally {
      await Promise.all([host.close(), container.close()]);
    }
  } finally {
    await Promise.all([removeNodes(plan), removeContainer(tracerName(plan.runId))]);
  }
}

/**
 * Follows every process of the nodes' PID namespaces that is there now, and what it forks; returns when it
 * has attached to as many as there are.
 */
async function startStrace(host: TracerHost, { plan }: ContainerTestbed): Promise<void> {
  // Of all processes at once: one readlink for each would take a second where processes start slowly.
  const script =
    'w=$(for p; do readlink /proc/$p/ns/pid; done); ' +
    'a=$(find /proc -maxdepth 3 -path "/proc/[0-9]*/ns/pid" -printf "%p %l\\n" 2>/dev/null | ' +
    'grep -F "$w" | sed -E "s#^/proc/([0-9]+)/.*#-p \\1#"); ' +
    `exec strace -f -e trace=execve -o ${STRACE_OUTPUT} $a`;
  const pids = plan.nodes.map((node) => String(host.pidOf.get(node.index)));
  const strace = await host.spawn('strace', ['sh', '-c', script, 'sh', ...pids]);
  const attached = (): Condition => {
    const said = strace.stderr();
    return /attached/.test(said) || said.trim() || 'it has said nothing';
  };
  await until('strace to attach', attached, { deadline: 120_000, interval: 100 });
}

async function straceLines(host: TracerHost): Promise<number> {
  const { stdout } = await host.exec(['sh', '-c', `grep -c "execve(" ${STRACE_OUTPUT} || true`]);
  return Number(stdout.trim());
}
