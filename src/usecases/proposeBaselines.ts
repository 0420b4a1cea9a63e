import { lstat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { baselineChanges, changesSomething } from '../baseline/baselineChanges.ts';
import {
  baselinePath,
  baselineText,
  readAcceptedBaselines,
  selectorOf,
  type BaselineSelector,
} from '../results/baselineFiles.ts';
import {
  baselineUpdate,
  type BaselineUpdate,
} from '../report/build/baseline/baselineUpdateReport.ts';
import { refuseLinks } from '../platform/links.ts';
import { updateBaseline } from '../baseline/updateBaseline.ts';
import { parseUntrustedMeasurement } from '../github/events/untrustedMeasurement.ts';
import type { NewFile } from '../github/client/gitData.ts';
import { readUntrustedFile } from '../github/events/intake.ts';
import { refuseUnasked, type Asked } from '../github/proposals/asked.ts';
import { topologyFor } from '../cluster/topology.ts';
import { askedSeries } from './askedSeries.ts';
import { proposalReport } from '../github/proposals/proposalText.ts';
import type { Measurement } from '../model/measurement.ts';
import { usageError } from '../platform/errors.ts';
import type { Report } from '../report/model.ts';
import type { ProposeSettings } from '../settings/actionSettings.ts';
import { knownWorkloads } from '../workload/load.ts';

/** What a measurement teaches beside the baselines of a checkout. */
export interface BaselineProposal {
  readonly measurement: Measurement;
  readonly learned: readonly BaselineUpdate[];
  /** Whether there is anything that somebody has to accept. */
  readonly changed: boolean;
  /** Paths in the repository. */
  readonly files: readonly NewFile[];
  readonly report: Report;
}

/**
 * Learns baselines from a measurement, which is untrusted: the numbers are its own, everything else is
 * what was asked for. Writes nothing.
 *
 * @param workspace the checkout whose baselines count as accepted
 * @throws PerfError (exit 2) where the file is not one that a refresh leaves, or a link is in the way
 */
export async function proposeBaselines(
  settings: ProposeSettings,
  workspace: string,
): Promise<BaselineProposal> {
  const { measurement: path, baselines: folder } = settings;
  const text = await readUntrustedFile(path);
  const measurement = parseUntrustedMeasurement(text, path, await knownWorkloads());
  refuseUnasked(measurement, await askedFor(settings, workspace), path);
  const { workloads } = measurement;
  const selector = selectorOf(measurement);
  const names = workloads.map(({ name }) => name);
  await requireCheckout(workspace);
  for (const name of names) await refuseLinks(workspace, pathOf(folder, selector, name));
  const previous = await readAcceptedBaselines(join(workspace, folder), selector, names);
  const baselines = workloads.map((workload) =>
    updateBaseline(previous.get(workload.name), workload, measurement),
  );
  const learned = baselines.map((baseline) =>
    baselineUpdate(baseline, baselineChanges(previous.get(baseline.workload), baseline)),
  );
  return {
    measurement,
    learned,
    changed: learned.some(({ changes }) => changesSomething(changes)),
    files: baselines.map((baseline) => {
      const file = pathOf(folder, selector, baseline.workload);
      return { path: file, text: baselineText(baseline, file) };
    }),
    report: proposalReport(learned, measurement, previous),
  };
}

async function askedFor(settings: ProposeSettings, workspace: string): Promise<Asked> {
  const { ganeti, workloads, repeat, series } = settings;
  return {
    ganeti,
    series: await askedSeries(series, ganeti, workspace),
    workloads,
    cluster: topologyFor(settings),
    repeat,
  };
}

/** Without one, nothing would seem to have been accepted before, and what was would be lost. */
async function requireCheckout(workspace: string): Promise<void> {
  if (await lstat(join(workspace, '.git')).catch(() => undefined)) return;
  throw usageError(
    `there is no checkout in ${workspace}, whose baselines count as accepted: check the branch out that ` +
      "the baselines are for, with actions/checkout and without its input 'path'",
  );
}

/** In the repository, with slashes. */
const pathOf = (folder: string, selector: BaselineSelector, workload: string): string =>
  posix.normalize(baselinePath(folder, selector, workload));
