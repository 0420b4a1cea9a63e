import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRegression } from '../../src/compare/verdict.ts';
import type { Comparison, MetricComparison } from '../../src/model/comparison.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { ATTEMPTS } from '../../src/model/metric.ts';
import { parseMeasurement } from '../../src/model/read.ts';
import type { WorkContext } from '../../src/platform/context.ts';
import { EXIT, invalidError } from '../../src/platform/errors.ts';
import { run } from '../../src/run.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { probe, type Slowdown } from './probe.ts';
import { ROW_SCHEMA, type Moved, type RowResult, type Series, type WorkloadRow } from './result.ts';
import type { Row } from './rows.ts';

export interface RowSettings {
  readonly series: Series;
  readonly workloads: readonly string[];
  readonly repeat: number;
  readonly configInstances: number;
  /** A folder that is copied over the nodes. */
  readonly overlay: string | undefined;
  /** Gets all that a `run` leaves, and row.json. */
  readonly out: string;
}

/**
 * A `run` against the committed baselines, on clusters that were made slow: what it says is what it would say on
 * such a machine.
 *
 * @throws PerfError (exit 4) when a cluster was not slow, or there was nothing to compare with
 */
export async function measureRow(
  row: Row,
  { series, workloads, repeat, configInstances, overlay, out }: RowSettings,
  context: WorkContext,
): Promise<RowResult> {
  const slowdowns: Slowdown[] = [];
  await rm(join(out, ROW_FILE), { force: true });
  const settings = readSettings.run(
    {
      ganeti: `debian:${series}`,
      workloads: [...workloads],
      repeat: String(repeat),
      configInstances: String(configInstances),
      overlay,
      out,
    },
    (key) => `--${key}`,
  );
  const { exitCode, comparison, files } = await run(settings, {
    ...context,
    async onRestored(testbed, signal) {
      const before = await probe(testbed.plan.master, signal);
      await row.apply?.(testbed, signal);
      const after = row.apply ? await probe(testbed.plan.master, signal) : before;
      slowdowns.push({ before, after });
    },
  });
  refuseUnbitten(row, slowdowns);
  if (exitCode === EXIT.invalid) throw invalidError(`a probe counted nothing: see ${files.report}`);
  const text = await readFile(files.measurement, 'utf8');
  const measurement = parseMeasurement(text, files.measurement);
  const result: RowResult = {
    schema: ROW_SCHEMA,
    row: row.name,
    series,
    exitCode,
    slowdowns,
    workloads: comparison.workloads.map((workload) => workloadRow(workload, measurement)),
  };
  // The largest of the files by far, and of no use once all is as it should be.
  if (exitCode === 0) await rm(files.events, { force: true });
  await writeFile(join(out, ROW_FILE), `${JSON.stringify(result, null, 2)}\n`);
  return result;
}

export const ROW_FILE = 'row.json';

function refuseUnbitten({ name, title, unbitten }: Row, slowdowns: readonly Slowdown[]): void {
  const reasons = slowdowns.flatMap((slowdown) => unbitten(slowdown) ?? []);
  const [reason] = reasons;
  if (reason === undefined) return;
  throw invalidError(
    `the row ${name} (${title}) did not bite on ${reasons.length} of ${slowdowns.length} clusters: ${reason}; ` +
      'what was measured says nothing of such a machine',
  );
}

function workloadRow(
  { name, status, metrics }: Comparison['workloads'][number],
  measurement: Measurement,
): WorkloadRow {
  const measured = measurement.workloads.find((workload) => workload.name === name);
  if (status !== 'compared' || !measured) {
    throw invalidError(`there is no baseline of ${name} to compare with (${status})`);
  }
  const exact = metrics.filter(({ kind }) => kind === 'exact');
  return {
    name,
    measurements: measured.repeat,
    wall: measured.metrics.wall?.values ?? [],
    exact: exact.length,
    differ: exact.filter(({ verdict }) => verdict !== 'same').map(moved),
    alarms: metrics.filter(isRegression).map(moved),
    abandoned: measured.metrics[ATTEMPTS.count]?.values ?? [],
  };
}

const moved = ({ key, verdict, before, values }: MetricComparison): Moved => ({
  key,
  verdict,
  before,
  values,
});
