import * as core from '@actions/core';
import { create } from '@actions/glob';
import { basename, relative } from 'node:path';
import { readUntrustedFile } from '../github/events/intake.ts';
import { joinedFailure, type FailedLeg } from '../usecases/joinedFailure.ts';
import { merge } from '../usecases/merge.ts';
import type { MeasurementFile } from '../model/mergeMeasurements.ts';
import { parseFailure, parseMeasurement } from '../model/read.ts';
import { legsOf, type Leg } from '../plan/legs.ts';
import { logText } from '../platform/log/message.ts';
import { failureReport } from '../report/build/failure/failureReport.ts';
import { renderMarkdown } from '../report/render/markdown/markdown.ts';
import { actionsLog } from '../platform/log/actionsLog.ts';
import { usageError } from '../platform/errors.ts';
import { withSignals } from '../platform/process/signals.ts';
import { MAX_MATRIX_JOBS, type MergeSettings } from '../settings/settings.ts';
import { act } from './act.ts';
import { addSummary, reportOutcome } from './outputs.ts';

/** `merge`: what the legs of a matrix measured as one run, told to the job as that. */
async function mergeCommand(settings: MergeSettings): Promise<void> {
  const log = actionsLog(settings);
  const legs = legsOf(await filesOf(settings.files));
  for (const { name, attempt } of legs) {
    if (attempt !== undefined) log.info(`${logText(name)} is of attempt ${attempt}`);
  }
  const shards: MeasurementFile[] = [];
  for (const file of legs.flatMap(({ measurements }) => measurements)) {
    shards.push({ file, measurement: parseMeasurement(await readUntrustedFile(file), file) });
  }
  const failed = joinedFailure(await failuresOf(legs));
  if (failed) await addSummary(renderMarkdown(failureReport(failed)));
  const work = (signal: AbortSignal) => merge(shards, settings, { log, signal }, failed);
  await reportOutcome(await withSignals(work, log), []);
  if (failed) core.setFailed(`What was merged is a part: ${logText(failed.message)}`);
}

async function failuresOf(legs: readonly Leg[]): Promise<FailedLeg[]> {
  const failed: FailedLeg[] = [];
  for (const { name, failures } of legs) {
    for (const file of failures) {
      failed.push({ name, failure: parseFailure(await readUntrustedFile(file), file) });
    }
  }
  return failed;
}

const FAILURE = 'failure.json';

/** Of two files each, in a few attempts. */
const MOST_FILES = 10 * MAX_MATRIX_JOBS;

/**
 * What the patterns match, each file once, in order of their names. No link is followed: what a leg
 * left is untrusted.
 *
 * @throws PerfError (exit 2) where a pattern matches nothing, or all of them too much. Of `failure.json` there
 *   may be none, and where there is one, there may be nothing else
 */
async function filesOf(patterns: readonly string[]): Promise<string[]> {
  const options = {
    followSymbolicLinks: false,
    implicitDescendants: false,
    matchDirectories: false,
  };
  const excluded = patterns.filter((pattern) => pattern.startsWith('!'));
  const found = new Set<string>();
  const missing: string[] = [];
  for (const pattern of patterns) {
    if (excluded.includes(pattern) || pattern.startsWith('#')) continue;
    const globber = await create([pattern, ...excluded].join('\n'), options);
    const matches = await globber.glob();
    if (matches.length === 0) missing.push(pattern);
    for (const match of matches) found.add(relative('.', match));
  }
  const failed = [...found].some((path) => basename(path) === FAILURE);
  const wanted = missing.find((pattern) => basename(pattern) !== FAILURE);
  if (found.size === 0 || (wanted !== undefined && !failed)) {
    throw usageError(
      `input 'files': there is no file '${wanted ?? patterns.join(' ')}'; name where the artifacts of the matrix ` +
        'jobs were downloaded to, as jobs/*/measurement.json',
    );
  }
  if (found.size <= MOST_FILES) return [...found].sort();
  throw usageError(
    `input 'files' matches ${found.size} files, and a matrix has at most ${MAX_MATRIX_JOBS} jobs`,
  );
}

await act('merge', mergeCommand);
