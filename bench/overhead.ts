// What tracing costs: each workload's wall time with the trace on and with it off, alternated on the
// same snapshot, and beside it the same with `strace -f -e trace=execve` on every daemon.
//
//   npx tsx bench/overhead.ts [pairs, 5 by default] [workload...]
import { join } from 'node:path';
import { startDaemons } from '../src/cluster/daemons.ts';
import { openLab, restoreNodes, type Lab } from '../src/cluster/lab.ts';
import { tracerName } from '../src/cluster/plan.ts';
import { removeContainer, removeNodes } from '../src/cluster/remove.ts';
import { median } from '../src/model/statistics.ts';
import { createDisposal } from '../src/platform/disposal.ts';
import { ensureImage } from '../src/platform/images.ts';
import { projectRoot } from '../src/platform/projectRoot.ts';
import { withSignals } from '../src/platform/signals.ts';
import { terminalLog } from '../src/platform/terminalLog.ts';
import { startTracerContainer, type TracerHost } from '../src/trace/host.ts';
import { startTracer } from '../src/trace/tracer.ts';
import { drive } from '../src/workload/drive.ts';
import { CANONICAL } from '../src/workload/canonical.ts';
import { loadWorkloads } from '../src/workload/load.ts';
import { planActions } from '../src/workload/parse.ts';
import type { Workload } from '../src/workload/schema.ts';

type Mode = 'off' | 'bpftrace' | 'strace';
const MODES: readonly Mode[] = ['off', 'bpftrace', 'strace'];
/** Milliseconds that daemons are given to come to rest: without a trace nothing tells. */
const REST = 3000;

const log = terminalLog({ verbose: false });
const [pairs = '5', ...names] = process.argv.slice(2);

await withSignals(async (signal) => {
  const disposal = createDisposal(log);
  try {
    const settings = {
      ganeti: { kind: 'debian', suite: 'bookworm' },
      nodes: 3,
      instances: 6,
    } as const;
    const opened = await openLab(settings, { log, signal, disposal });
    const image = await ensureImage(
      {
        name: 'bench-strace',
        context: join(projectRoot(), 'bench', 'strace'),
        base: opened.tracer.reference,
      },
      { log, signal },
    );
    const lab = { ...opened, tracerImage: image.reference };
    for (const workload of await loadWorkloads(names.length > 0 ? names : CANONICAL)) {
      const times: Record<Mode, number[]> = { off: [], bpftrace: [], strace: [] };
      for (let i = 0; i < Number(pairs); i++) {
        // The order turns, so that a machine that slows down does so for all.
        for (const mode of MODES.map((_, k) => MODES[(k + i) % MODES.length] ?? 'off')) {
          const title = `${workload.name} ${i + 1}, ${mode}`;
          times[mode].push(await log.phase(title, () => once(lab, workload, mode, signal)));
        }
      }
      process.stdout.write(`${summary(workload.name, times)}\n`);
    }
  } finally {
    await disposal.dispose();
  }
}, log);

async function once(
  lab: Lab,
  workload: Workload,
  mode: Mode,
  signal: AbortSignal,
): Promise<number> {
  const { plan } = lab;
  try {
    await restoreNodes(lab, signal);
    const { reference } = lab.tracer;
    const container = await startTracerContainer(plan.runId, reference, lab.labels, signal);
    const host = await container.beside(plan, signal);
    const tracer =
      mode === 'bpftrace' ? await startTracer(container, host, plan, { signal }) : undefined;
    const trace = await tracer?.trace(host, plan, signal);
    await startDaemons(plan, signal);
    if (mode === 'strace') await startStrace(host, lab);
    await new Promise((resolve) => setTimeout(resolve, REST));
    const began = performance.now();
    const alive = { alive: () => trace?.alive() };
    await drive(workload.name, planActions(workload, plan), alive, { plan, host, log, signal });
    return (performance.now() - began) / 1000;
  } finally {
    await Promise.all([removeNodes(plan), removeContainer(tracerName(plan.runId))]);
  }
}

/** Follows every process of the nodes' PID namespaces that is there now, and what it forks. */
async function startStrace(host: TracerHost, { plan }: Lab): Promise<void> {
  const script =
    'w=""; for p; do w="$w $(readlink /proc/$p/ns/pid)"; done; a=""; ' +
    'for p in $(ls /proc | grep -E "^[0-9]+$"); do n=$(readlink /proc/$p/ns/pid) || continue; ' +
    'case "$w" in *"$n"*) a="$a -p $p";; esac; done; exec strace -f -e trace=execve -o /tmp/strace $a';
  const pids = plan.nodes.map((node) => String(host.pidOf.get(node.index)));
  await host.spawn('strace', ['sh', '-c', script, 'sh', ...pids]);
}

function summary(name: string, times: Record<Mode, number[]>): string {
  const ratio = (mode: Mode): string => {
    const each = times[mode].map((time, i) => time / (times.off[i] ?? Number.NaN));
    const [least, most] = [Math.min(...each), Math.max(...each)];
    return `${median(each).toFixed(3)} (${least.toFixed(3)} to ${most.toFixed(3)})`;
  };
  return (
    `${name}: off ${median(times.off).toFixed(2)} s; bpftrace / off ${ratio('bpftrace')}; ` +
    `strace / off ${ratio('strace')}; ${times.off.length} of each`
  );
}
