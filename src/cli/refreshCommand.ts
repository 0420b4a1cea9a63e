import { shortPath } from '../platform/shortPath.ts';
import { baselineUpdateLines } from '../report/build/baseline/baselineUpdateReport.ts';
import { EXIT } from '../platform/errors.ts';
import { refresh } from '../usecases/refresh.ts';
import type { LearnSettings, RunSettings } from '../settings/settings.ts';
import { updateFromFiles, type WrittenBaseline } from '../usecases/updateBaselines.ts';
import type { CommandContext } from './commandContext.ts';
import { readMeasurementFiles } from './readMeasurements.ts';

/** `refresh`: learns baselines, and says how they differ from the ones before. */
export async function refreshBaselines(
  settings: RunSettings,
  context: CommandContext,
): Promise<number> {
  const learned = await refresh(settings, context);
  context.print(settings.json ? `${JSON.stringify(learned, null, 2)}\n` : describe(learned));
  return EXIT.ok;
}

/** `refresh FILE...`: the same from what others have measured. */
export async function refreshFromFiles(
  { files, baselines, json }: LearnSettings,
  context: CommandContext,
): Promise<number> {
  const shards = await readMeasurementFiles(files);
  const learned = await updateFromFiles(shards, baselines);
  context.print(json ? `${JSON.stringify(learned, null, 2)}\n` : describe(learned));
  return EXIT.ok;
}

/** For somebody whose shell stands in a folder of their own. */
const describe = (learned: readonly WrittenBaseline[]): string =>
  baselineUpdateLines(learned.map((one) => ({ ...one, path: shortPath(one.path) })));
