// How often an unchanged Ganeti is called worse: every repeat of every workload of a measurement is
// held against the baselines by itself, without the second look that a run takes.
//
//   npm run perf -- run --repeat 17 --out OUT
//   npx tsx bench/alarms.ts OUT/measurement.json...
import { readFileSync } from 'node:fs';
import { baselinesFolder, readBaselines } from '../src/baseline/files.ts';
import { compareMeasurement } from '../src/compare/measurement.ts';
import { isRegression } from '../src/compare/verdict.ts';
import type { Measurement, WorkloadMeasurement } from '../src/model/measurement.ts';
import { parseMeasurement } from '../src/model/read.ts';

let comparisons = 0;
let judged = 0;
const alarms: string[] = [];
for (const file of process.argv.slice(2)) {
  const measurement = parseMeasurement(readFileSync(file, 'utf8'), file);
  const { ganeti, cluster, workloads } = measurement;
  const selector = { version: ganeti.version, cluster };
  const names = workloads.map(({ name }) => name);
  const baselines = await readBaselines(baselinesFolder(undefined), selector, names);
  for (const workload of workloads) {
    for (let repeat = 0; repeat < workload.repeat; repeat++) {
      const single: Measurement = { ...measurement, workloads: [only(workload, repeat)] };
      const [comparison] = compareMeasurement(single, baselines).workloads;
      if (comparison?.status !== 'compared')
        throw new Error(`${file}: no baseline to compare with`);
      comparisons += 1;
      judged += comparison.metrics.filter(({ gates }) => gates).length;
      for (const metric of comparison.metrics.filter(isRegression)) {
        const { key, before, band, after } = metric;
        const limit = band ? `at most ${band.high}` : 'exactly';
        alarms.push(
          `${workload.name}, repeat ${repeat + 1}: ${key} ${before} (${limit}), now ${after}`,
        );
      }
    }
  }
}
for (const alarm of alarms) process.stdout.write(`${alarm}\n`);
process.stdout.write(
  `${comparisons} comparisons of ${judged} metrics that may decide: ${alarms.length} alarms\n`,
);

/** One repeat as a measurement of its own. */
function only(workload: WorkloadMeasurement, repeat: number): WorkloadMeasurement {
  const metrics = Object.entries(workload.metrics).map(
    ([key, { unit, values }]) => [key, { unit, values: values.slice(repeat, repeat + 1) }] as const,
  );
  return { ...workload, repeat: 1, metrics: Object.fromEntries(metrics) };
}
