import { shortPath } from '../platform/shortPath.ts';
import { merge } from '../usecases/merge.ts';
import { renderJson } from '../report/render/renderJson.ts';
import type { MergeSettings } from '../settings/settings.ts';
import type { CommandContext } from './commandContext.ts';
import { readMeasurementFiles } from './readMeasurements.ts';
import { forTerminal } from './forTerminal.ts';

/** `merge FILE...`: what several runs measured as one measurement, its report on stdout. */
export async function mergeFiles(
  settings: MergeSettings,
  context: CommandContext,
): Promise<number> {
  const shards = await readMeasurementFiles(settings.files);
  const { exitCode, comparison, report, files } = await merge(shards, settings, context);
  context.print(settings.json ? renderJson(comparison) : `\n${forTerminal(report)}\n`);
  context.log.info(`written: ${shortPath(files.report)}, and beside it what was merged`);
  return exitCode;
}
