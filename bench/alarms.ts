// How often an unchanged Ganeti is called worse, in two ways.
//
// Every repeat of every workload is held against the baselines by itself, without the confirmation that a
// run takes:
//
//   npm run perf -- run --repeat 17 --out OUT
//   npx tsx bench/alarms.ts OUT/measurement.json...
//
// All ways of taking some repeats as one Ganeti and as many others as another one, measured in turns with it,
// as --against does:
//
//   npx tsx bench/alarms.ts --turns 3 OUT/measurement.json...
//
// Baselines that were made from these repeats know them: with --baselines DIR those of another folder are asked, as
// earlier ones.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  baselinesFolder,
  readBaselines,
  readNearestBaselines,
  selectorOf,
} from '../src/results/baselineFiles.ts';
import { baselineInTurns } from '../src/baseline/baselineInTurns.ts';
import { compareMeasurement } from '../src/compare/compareMeasurement.ts';
import { isRegression } from '../src/compare/verdict.ts';
import { compareWorkload } from '../src/compare/compareWorkload.ts';
import type { WorkloadComparison } from '../src/model/comparison.ts';
import type { Measurement, WorkloadMeasurement } from '../src/model/measurement.ts';
import { natureOf } from '../src/model/nature.ts';
import { parseMeasurement } from '../src/model/read.ts';

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { turns: { type: 'string' }, baselines: { type: 'string' } },
});

const folder = baselinesFolder(options.baselines);
let comparisons = 0;
let judged = 0;
let waiting = 0;
const alarms = new Map<string, number>();
for (const file of files) {
  const measurement = parseMeasurement(readFileSync(file, 'utf8'), file);
  if (options.turns === undefined) await againstBaselines(measurement, file);
  else await inTurns(measurement, Number(options.turns));
}
for (const [alarm, times] of alarms) process.stdout.write(`${times} x ${alarm}\n`);
const total = [...alarms.values()].reduce((sum, times) => sum + times, 0);
process.stdout.write(
  `${comparisons} comparisons of ${judged} metrics that may decide, ${waiting} of them waiting: ${total} alarms\n`,
);

async function againstBaselines(measurement: Measurement, file: string): Promise<void> {
  const { workloads } = measurement;
  const names = workloads.map(({ name }) => name);
  const baselines = await readBaselines(folder, selectorOf(measurement), names);
  for (const workload of workloads) {
    for (let repeat = 0; repeat < workload.repeat; repeat++) {
      const single: Measurement = { ...measurement, workloads: [only(workload, [repeat])] };
      const [comparison] = compareMeasurement(single, baselines).workloads;
      if (comparison?.status !== 'compared')
        throw new Error(`${file}: no baseline to compare with`);
      count(comparison);
    }
  }
}

async function inTurns(measurement: Measurement, turns: number): Promise<void> {
  const names = measurement.workloads.map(({ name }) => name);
  const known = await readNearestBaselines(folder, selectorOf(measurement), names);
  for (const workload of measurement.workloads) {
    const all = Array.from({ length: workload.repeat }, (_, i) => i);
    for (const base of subsets(all, turns)) {
      for (const head of subsets(
        all.filter((i) => !base.includes(i)),
        turns,
      )) {
        const reference = baselineInTurns(
          only(workload, base),
          measurement,
          known.get(workload.name),
        );
        count(compareWorkload(reference, only(workload, head)));
      }
    }
  }
}

function count({ name, metrics }: WorkloadComparison): void {
  comparisons += 1;
  judged += metrics.filter(({ gates }) => gates).length;
  // Whether waiting may decide depends on its values: with enough turns, all of it is asked.
  waiting += metrics.filter(({ key }) => natureOf(key) === 'waiting').length;
  for (const { key, before } of metrics.filter(isRegression)) {
    const alarm = `${name}: ${key}${before === null ? ', new' : ''}`;
    alarms.set(alarm, (alarms.get(alarm) ?? 0) + 1);
  }
}

/** All subsets of so many items. */
function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) =>
    subsets(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

/** Some repeats as a measurement of their own, which does not have what none of them counted. */
function only(workload: WorkloadMeasurement, repeats: readonly number[]): WorkloadMeasurement {
  const metrics = Object.entries(workload.metrics)
    .map(
      ([key, { unit, values }]) =>
        [key, { unit, values: repeats.map((i) => values[i] ?? 0) }] as const,
    )
    .filter(([, { values }]) => values.some((value) => value > 0));
  return { ...workload, repeat: repeats.length, metrics: Object.fromEntries(metrics) };
}
