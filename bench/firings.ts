// How often the tracer's programs ran, how long, and how many events came of it: per workload.
//
//   npx tsx bench/firings.ts [workload...]
import { readFile, writeFile } from 'node:fs/promises';
import { startDaemons } from '../src/cluster/daemons.ts';
import { openLab, restoreNodes } from '../src/cluster/lab.ts';
import { removeNodes } from '../src/cluster/remove.ts';
import { createDisposal } from '../src/platform/disposal.ts';
import { withSignals } from '../src/platform/signals.ts';
import { terminalLog } from '../src/platform/terminalLog.ts';
import { startTracerHost } from '../src/trace/host.ts';
import { startTrace } from '../src/trace/tracer.ts';
import { drive, settle } from '../src/workload/drive.ts';
import { CANONICAL } from '../src/workload/canonical.ts';
import { loadWorkloads } from '../src/workload/load.ts';
import { planActions } from '../src/workload/parse.ts';

const log = terminalLog({ verbose: false });
const names = process.argv.slice(2);

await withSignals(async (signal) => {
  const disposal = createDisposal(log);
  try {
    const settings = {
      ganeti: { kind: 'debian', suite: 'bookworm' },
      nodes: 3,
      instances: 6,
    } as const;
    const lab = await openLab(settings, { log, signal, disposal });
    const { plan } = lab;
    for (const workload of await loadWorkloads(names.length > 0 ? names : CANONICAL)) {
      try {
        await restoreNodes(lab, signal);
        const host = await startTracerHost(plan, lab.tracer.reference, lab.labels, signal);
        const trace = await startTrace(host, plan, { signal });
        await startDaemons(plan, signal);
        const stage = { plan, host, log, signal };
        await settle(workload.name, trace, stage);
        const stats = async () =>
          (await host.withPid('bpftrace', 'cat /proc/"$1"/fdinfo/* 2>/dev/null; true')).stdout;
        const before = await stats();
        const events = trace.events.length;
        const began = performance.now();
        await drive(workload.name, planActions(workload, plan), trace, stage);
        const wall = performance.now() - began;
        const after = await stats();
        await writeFile(
          `/tmp/tr/firings-${workload.name}.json`,
          JSON.stringify({ before, after, events: trace.events.length - events, wall }),
        );
        console.log(workload.name, trace.events.length - events, wall);
      } finally {
        await removeNodes(plan);
      }
    }
  } finally {
    await disposal.dispose();
  }
}, log);
