// Captures what the tracer and the sources of its cross-checks say of one command or workload, as fixtures for tests:
// FILE.jsonl has bpftrace's own lines, FILE.about.json the rest.
//
//   npx tsx test/capture.ts bookworm|trixie FILE WORKLOAD
//   npx tsx test/capture.ts bookworm|trixie FILE -- gnt-instance reboot inst1
//
// MACHINE=slow-starts in the environment makes the nodes slow as that row of the machine matrix does (docs/machines.md).
import { writeFile } from 'node:fs/promises';
import { ROWS } from '../bench/machines/rows.ts';
import { openContainerTestbed } from '../src/cluster/containerTestbed.ts';
import { removeNodes } from '../src/cluster/remove.ts';
import { observe } from '../src/measure/observe.ts';
import { createRunTracer } from '../src/measure/runTracer.ts';
import { createDisposal } from '../src/platform/process/disposal.ts';
import { withSignals } from '../src/platform/process/signals.ts';
import { terminalLog } from '../src/platform/log/terminalLog.ts';
import { loadDriven } from '../src/workload/load.ts';
import { planActions, type Actions } from '../src/workload/parse.ts';

const log = terminalLog({ verbose: false });
const [suite = '', file = '', name = '', ...command] = process.argv.slice(2);
if ((suite !== 'bookworm' && suite !== 'trixie') || file === '' || name === '') {
  throw new Error('usage: capture.ts bookworm|trixie FILE WORKLOAD, or FILE -- COMMAND...');
}

const { MACHINE: machine = 'full' } = process.env;
const row = ROWS.find((known) => known.name === machine);
if (!row) throw new Error(`MACHINE must be a row of the machine matrix, got '${machine}'`);
const onRestored = row.apply;

await withSignals(async (signal) => {
  const disposal = createDisposal(log);
  try {
    const ganeti = { kind: 'debian', suite } as const;
    const settings = { ganeti, nodes: 3, instances: 6 };
    const testbed = await openContainerTestbed(settings, { log, signal, disposal, onRestored });
    const [workload] = name === '--' ? [] : await loadDriven([name]);
    const actions: Actions = workload
      ? planActions(workload, testbed.plan)
      : { before: [], steps: [{ kind: 'run', command }] };
    const work = { name: 'capture', ...actions };
    const lines: string[] = [];
    try {
      const { context, jobs, sources } = await observe(testbed, work, {
        log,
        signal,
        tracer: createRunTracer(disposal),
        keepLogs: () => Promise.resolve(),
        onLine: (line) => lines.push(line),
      });
      const about = {
        nonce: context.nonce,
        nodes: [...context.nodeOf],
        jobs,
        witnesses: {
          served: [...sources.served],
          commands: [...sources.commands],
          jobWrites: [...sources.jobWrites].map(([node, counts]) => [node, [...counts]]),
          jobSizes: [...sources.jobSizes].map(([node, sizes]) => [node, [...sizes]]),
        },
      };
      await writeFile(`${file}.jsonl`, `${lines.join('\n')}\n`);
      await writeFile(`${file}.about.json`, `${JSON.stringify(about, null, 1)}\n`);
    } finally {
      await removeNodes(testbed.plan);
    }
  } finally {
    await disposal.dispose();
  }
}, log);
