import { readFileSync } from 'node:fs';
import { baselineChanges } from '../../src/baseline/baselineChanges.ts';
import { baselinePath } from '../../src/results/baselineFiles.ts';
import { baselineUpdate } from '../../src/report/build/baseline/baselineUpdateReport.ts';
import { updateBaseline } from '../../src/baseline/updateBaseline.ts';
import type { WrittenBaseline } from '../../src/usecases/updateBaselines.ts';
import { parseBaseline, parseMeasurement, parsePublished } from '../../src/model/read.ts';
import { comparisonReport } from '../../src/report/build/comparison/comparisonReport.ts';
import { costsReport } from '../../src/report/build/costs/costsReport.ts';
import { defectsReport } from '../../src/report/build/defects/defectsReport.ts';
import { failureReport } from '../../src/report/build/failure/failureReport.ts';
import { growthReport } from '../../src/report/build/growth/growthReport.ts';
import { harnessReport } from '../../src/report/build/harness/harnessReport.ts';
import { measurementReport } from '../../src/report/build/measurement/measurementReport.ts';
import type { Reader } from '../../src/report/build/comparison/remedies.ts';
import type { Report } from '../../src/report/model.ts';
import { probeSizesReport } from '../../src/report/build/probe/probeSizesReport.ts';
import { probeReport } from '../../src/report/build/probe/probeReport.ts';
import { profileReport } from '../../src/report/build/profile/profileReport.ts';
import { traceReport } from '../../src/report/build/trace/traceReport.ts';
import { SHA } from '../support/pullRequest.ts';

/**
 * What reports are made of: `report.json` in the folder of each is the document as a run left it, captured on a
 * cluster, and what a program is shown of it.
 */
export const PUBLISHED = [
  /** A planted regression, the overlay rpc-write-and-sleep, judged by the baseline and by its base. */
  'regression',
  'pass',
  /** `compare` of the measurements of these two: nothing slept any more. */
  'invalid',
  /** `compare` of two measurements of `job-messages`, of two builds of the master branch: in one, c429dd2 is reverted. */
  'against',
  /** A planted regression, the overlay message-per-instance: a message for each instance. */
  'growth',
  /** A node of the largest cluster was killed while it was measured. */
  'growth-invalid',
  /** `scale --nodes 3 --config-instances 0,500,1000,2000 --workload instance-restart --repeat 3`. */
  'growth-config',
  /** `scale --totals 10x150,20x300,40x600,80x1200 --workload queries --repeat 3`. */
  'growth-totals',
  'trace',
  /** `probe wconfd ReadConfig --repeat 40`. */
  'probe',
  /** `probe wconfd ReadConfig --nodes 1 --instances 0 --config-instances 0,223,833 --config-bare`, on a busy machine. */
  'probe-sizes',
  /** `harness parseConfig --config-instances 1000`, of Ganeti's master branch. */
  'harness',
  /** luxid during `cluster-verify`, of two builds of the master branch: in one, the commit c429dd2 is reverted. */
  'profile',
  /** confd during `instance-restart`, of two builds of the master branch that do not differ in it. */
  'cost-centres',
  'measurement',
  /** `run` of a Ganeti whose src/Ganeti/Query/Node.hs lacks a bracket. */
  'failure',
] as const;
export type PublishedCase = (typeof PUBLISHED)[number];

/** The captured document of a case. */
export function documentOf(name: PublishedCase): ReturnType<typeof parsePublished> {
  return parsePublished(textOf(`golden/${name}/report.json`), `${name}/report.json`);
}

/**
 * The report of a case.
 *
 * @param reader of a comparison
 */
export function reportOf(name: PublishedCase, reader = READERS[name]): Report {
  const published = documentOf(name);
  switch (published.kind) {
    case 'comparison':
      return comparisonReport(published.document, reader);
    case 'growth':
      return growthReport(published.document);
    case 'failure':
      return failureReport(published.document);
    case 'trace':
      return traceReport(published.document);
    case 'probe':
      return probeReport(published.document);
    case 'probe-sizes':
      return probeSizesReport(published.document);
    case 'profile':
      return profileReport(published.document);
    case 'cost-centres':
      return costsReport(published.document);
    case 'harness':
      return harnessReport(published.document);
    case 'defects':
      return defectsReport(published.document);
    case 'measurement':
      return measurementReport(published.document);
    case 'baseline':
      throw new Error(`${name}/report.json is a baseline, of which there is no report`);
  }
}

const READERS: Partial<Record<PublishedCase, Reader>> = {
  invalid: { against: true },
  against: { against: true },
};

/** Whom the comment on a pull request is for. */
export const ASKER: Reader = { asker: { headSha: SHA } };

/** What a `refresh` of three repeats of that planted regression made of the accepted baseline. */
export function learnedOf(): WrittenBaseline {
  const [accepted, measured] = ['accepted.json', 'measured.json'] as const;
  const previous = parseBaseline(textOf(`fixtures/baselines/${accepted}`), accepted);
  const measurement = parseMeasurement(textOf(`fixtures/baselines/${measured}`), measured);
  const [workload] = measurement.workloads;
  if (!workload) throw new Error(`${measured} has no workload`);
  const baseline = updateBaseline(previous, workload, measurement);
  const { version } = baseline.ganeti;
  const { cluster } = baseline;
  return {
    ...baselineUpdate(baseline, baselineChanges(previous, baseline)),
    path: baselinePath('baselines', { version, cluster }, workload.name),
  };
}

const textOf = (path: string): string =>
  readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
