import { create } from '@actions/glob';
import { relative } from 'node:path';
import { readUntrustedFile } from '../github/events/intake.ts';
import { merge } from '../usecases/merge.ts';
import type { MeasurementFile } from '../model/mergeMeasurements.ts';
import { parseMeasurement } from '../model/read.ts';
import { actionsLog } from '../platform/log/actionsLog.ts';
import { usageError } from '../platform/errors.ts';
import { withSignals } from '../platform/process/signals.ts';
import { MAX_MATRIX_JOBS, type MergeSettings } from '../settings/settings.ts';
import { act } from './act.ts';
import { reportOutcome } from './outputs.ts';

/** `merge`: what the legs of a matrix measured as one run, told to the job as that. */
async function mergeCommand(settings: MergeSettings): Promise<void> {
  const files = await filesOf(settings.files);
  const shards: MeasurementFile[] = [];
  for (const file of files) {
    shards.push({ file, measurement: parseMeasurement(await readUntrustedFile(file), file) });
  }
  const log = actionsLog(settings);
  const outcome = await withSignals((signal) => merge(shards, settings, { log, signal }), log);
  await reportOutcome(outcome, []);
}

/**
 * What the patterns match, each file once, in order of their names. No link is followed: what a leg
 * left is untrusted.
 *
 * @throws PerfError (exit 2) where a pattern matches nothing, or all of them too much
 */
async function filesOf(patterns: readonly string[]): Promise<string[]> {
  const options = {
    followSymbolicLinks: false,
    implicitDescendants: false,
    matchDirectories: false,
  };
  const excluded = patterns.filter((pattern) => pattern.startsWith('!'));
  const found = new Set<string>();
  for (const pattern of patterns) {
    if (excluded.includes(pattern) || pattern.startsWith('#')) continue;
    const globber = await create([pattern, ...excluded].join('\n'), options);
    const matches = await globber.glob();
    if (matches.length === 0) {
      throw usageError(
        `input 'files': there is no file '${pattern}'; name where the artifacts of the matrix jobs were ` +
          'downloaded to, as jobs/*/measurement.json',
      );
    }
    for (const match of matches) found.add(relative('.', match));
  }
  if (found.size <= MAX_MATRIX_JOBS) return [...found].sort();
  throw usageError(
    `input 'files' matches ${found.size} files, and a matrix has at most ${MAX_MATRIX_JOBS} jobs`,
  );
}

await act('merge', mergeCommand);
