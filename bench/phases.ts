// Where the time of a warm run goes: each step of each workload's measurement, side by side with the same
// workload's own time, untraced, on the same snapshot. The two alternate.
//
//   npx tsx bench/phases.ts [rounds, 3 by default] [bookworm|trixie]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDaemons } from '../src/cluster/daemons.ts';
import {
  openContainerTestbed,
  restoreNodes,
  type ContainerTestbed,
} from '../src/cluster/containerTestbed.ts';
import { tracerName } from '../src/cluster/clusterPlan.ts';
import { removeContainer, removeNodes } from '../src/cluster/remove.ts';
import { median } from '../src/model/statistics.ts';
import { createDisposal } from '../src/platform/process/disposal.ts';
import type { Log } from '../src/platform/log/log.ts';
import { withSignals } from '../src/platform/process/signals.ts';
import { terminalLog } from '../src/platform/log/terminalLog.ts';
import type { Timings } from '../src/platform/log/timings.ts';
import { run } from '../src/run.ts';
import { readSettings } from '../src/settings/settings.ts';
import { startTracerHost, type TracerHost } from '../src/cluster/tracerHost.ts';
import { drive } from '../src/workload/drive.ts';
import { CANONICAL } from '../src/settings/canonical.ts';
import { loadDriven } from '../src/workload/load.ts';
import { planActions } from '../src/workload/parse.ts';
import type { Workload } from '../src/workload/schema.ts';

/** Seconds of one step within one phase of the log, e.g. `restore` within `measure cluster-verify`. */
interface Step {
  readonly phase: string;
  readonly step: string;
  readonly seconds: number;
}

/** Milliseconds that daemons are given to come to rest: without a trace nothing tells. */
const REST = 3000;
/** The step of a whole phase. */
const ALL = 'phase';
const WHOLE_RUN = 'whole run';

const quiet = terminalLog({ verbose: false });
const [rounds = '3', suite = 'bookworm'] = process.argv.slice(2);
const settings = {
  ganeti: { kind: 'debian', suite: suite === 'trixie' ? 'trixie' : 'bookworm' },
  nodes: 3,
  instances: 6,
} as const;
const bare = new Map<string, number[]>();
const runs: Step[][] = [];

await withSignals(async (signal) => {
  const workloads = await loadDriven(CANONICAL);
  for (let round = 0; round < Number(rounds); round++) {
    await driveBare(workloads, signal);
    runs.push(await measure(signal));
  }
}, quiet);
process.stdout.write(`${table()}\n`);

/** Each workload once, with no tracer there. */
async function driveBare(workloads: readonly Workload[], signal: AbortSignal): Promise<void> {
  const disposal = createDisposal(quiet);
  try {
    const testbed = await openContainerTestbed(settings, { log: quiet, signal, disposal });
    for (const workload of workloads) {
      const seconds = await quiet.phase(`${workload.name}, untraced`, () =>
        once(testbed, workload, signal),
      );
      bare.set(workload.name, [...(bare.get(workload.name) ?? []), seconds]);
    }
  } finally {
    await disposal.dispose();
  }
}

async function once(
  testbed: ContainerTestbed,
  workload: Workload,
  signal: AbortSignal,
): Promise<number> {
  const { plan } = testbed;
  let host: TracerHost | undefined;
  try {
    await restoreNodes(testbed, signal);
    // For a look at the job files; it traces nothing.
    host = await startTracerHost(plan, testbed.tracer.reference, testbed.labels, signal);
    await startDaemons(plan, signal);
    await new Promise((resolve) => setTimeout(resolve, REST));
    const began = performance.now();
    const stage = { plan, host, log: quiet, signal };
    const watch = { alive: () => undefined, quietFor: () => Infinity };
    await drive(workload.name, planActions(workload, plan).steps, watch, stage);
    return (performance.now() - began) / 1000;
  } finally {
    await host?.close();
    await Promise.all([removeNodes(plan), removeContainer(tracerName(plan.runId))]);
  }
}

/** One warm run as a user starts it, timed. */
async function measure(signal: AbortSignal): Promise<Step[]> {
  const out = mkdtempSync(join(tmpdir(), 'ganeti-perf-phases-'));
  const steps: Step[] = [];
  let phase = WHOLE_RUN;
  const time = async <T>(within: string, step: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    try {
      return await work();
    } finally {
      steps.push({ phase: within, step, seconds: (performance.now() - began) / 1000 });
    }
  };
  const timings: Timings = { time: (step, work) => time(phase, step, work) };
  const log: Log = {
    ...quiet,
    phase: (title, work) =>
      time((phase = title), ALL, () => quiet.phase(title, work)).finally(() => (phase = WHOLE_RUN)),
  };
  const asked = { out, ganeti: `debian:${settings.ganeti.suite}` };
  try {
    await time(WHOLE_RUN, ALL, () =>
      run(readSettings.run(asked, String), { log, signal, timings }),
    );
    return steps;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Medians over the rounds, in seconds: a row per step, a column per workload and one for the sum. */
function table(): string {
  const phases = CANONICAL.map((name) => `measure ${name}`);
  const steps = [...new Set(runs.flat().flatMap((s) => (phases.includes(s.phase) ? s.step : [])))];
  const sumOf = (of: readonly Step[], within: string, step: string): number =>
    of
      .filter((s) => s.phase === within && s.step === step)
      .reduce((sum, { seconds }) => sum + seconds, 0);
  const over = (within: string, step: string): number =>
    median(runs.map((each) => sumOf(each, within, step)));
  const row = (title: string, values: readonly number[]): string => {
    const sum = values.reduce((total, value) => total + value, 0);
    return [title.padEnd(24), ...[...values, sum].map((v) => v.toFixed(2).padStart(17))].join('');
  };
  const own = CANONICAL.map((name) => median(bare.get(name) ?? []));
  const work = own.reduce((sum, value) => sum + value, 0);
  const whole = over(WHOLE_RUN, ALL);
  const others = new Set(
    runs.flat().flatMap((s) => (phases.includes(s.phase) || s.phase === WHOLE_RUN ? [] : s.phase)),
  );
  return [
    [''.padEnd(24), ...[...CANONICAL, 'sum'].map((t) => t.padStart(17))].join(''),
    row('untraced, its own time', own),
    ...steps
      .filter((step) => step !== ALL)
      .map((step) =>
        row(
          step,
          phases.map((p) => over(p, step)),
        ),
      ),
    row(
      'whole measurement',
      phases.map((p) => over(p, ALL)),
    ),
    ...[...others].map((other) => `${other}: ${over(other, ALL).toFixed(2)} s`),
    `whole run: ${whole.toFixed(2)} s, ${(whole / work).toFixed(2)} times the workloads' own time`,
  ].join('\n');
}
