import { grouped } from '../model/grouped.ts';
import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { compareWithBaselines } from './compareWithBaselines.ts';
import { conclude } from './conclude.ts';
import {
  mergeMeasurements,
  type MeasurementFile,
  type FileDifference,
} from '../model/mergeMeasurements.ts';
import { seen } from '../model/json.ts';
import type { RunOutcome } from './outcome.ts';
import type { WorkContext } from '../platform/context.ts';
import { invalidError, usageError } from '../platform/errors.ts';
import type { Failure } from '../model/failure.ts';
import { enumeration } from '../text/format.ts';
import { openResults } from '../results/results.ts';
import type { MergeSettings } from '../settings/settings.ts';

/**
 * Merges what several runs measured, judges it as one run does, and leaves what one run leaves; events
 * and logs stay with the runs.
 *
 * @param failed why others of these runs did not measure: what is merged is a part then, and a file says so
 * @throws PerfError (exit 2) on shards that do not belong together, (exit 4) where none of them measured
 */
export async function merge(
  shards: readonly MeasurementFile[],
  settings: Pick<MergeSettings, 'baselines' | 'out'>,
  { log }: WorkContext,
  failed?: Failure,
): Promise<RunOutcome> {
  await refuseLoss(shards, settings.out);
  if (failed && shards.length === 0) return nothingMeasured(failed, settings.out);
  const { measurement, differences } = mergeMeasurements(shards);
  for (const line of differenceLines(differences)) log.info(line);
  const results = await openResults(settings.out, { events: false });
  if (failed) await results.writeFailure(failed);
  await results.writeMeasurement(measurement);

  const comparison = await compareWithBaselines(measurement, settings.baselines);
  return conclude(comparison, results, { baselines: settings.baselines });
}

async function nothingMeasured(failed: Failure, out: string): Promise<never> {
  const { writeFailure } = await openResults(out, { events: false });
  await writeFailure(failed);
  throw invalidError(`there is nothing to merge: ${failed.message}`);
}

/** The folder is emptied first, with the logs and events of a shard that lies in it, by whatever name it was given. */
async function refuseLoss(shards: readonly MeasurementFile[], out: string): Promise<void> {
  const real = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
  const folder = await real(out);
  for (const { file } of shards) {
    if (dirname(await real(file)) !== folder && (await real(dirname(file))) !== folder) continue;
    throw usageError(
      `${file} lies in --out '${out}', where the merged measurement goes; name another folder with ` +
        '--out, or leave that file out when an earlier merge wrote it',
    );
  }
}

/** One line for each value that is another than the first shard's. */
function differenceLines(differences: readonly FileDifference[]): string[] {
  const alike = grouped(differences, ({ name, value, kept }) => {
    const [there, here] = [kept, value].map((side) => (side === null ? 'not known' : seen(side)));
    return `${name} is ${there}, and ${here} in`;
  });
  return [...alike].map(
    ([line, own]) => `${line} ${enumeration(own.map(({ file }) => file))}; the first is kept`,
  );
}
