import { relative } from 'node:path';
import { merge } from '../merge.ts';
import type { Shard } from '../model/merge.ts';
import { parseMeasurement } from '../model/read.ts';
import { renderJson } from '../report/json.ts';
import type { MergeSettings } from '../settings/settings.ts';
import { readInput } from './compare.ts';
import type { CommandContext } from './context.ts';
import { forTerminal } from './terminal.ts';

/** `merge FILE...`: what several runs measured as one measurement, its report on stdout. */
export async function mergeFiles(
  settings: MergeSettings,
  context: CommandContext,
): Promise<number> {
  const shards: Shard[] = [];
  for (const file of settings.files) {
    shards.push({ file, measurement: parseMeasurement(await readInput(file), file) });
  }
  const { exitCode, comparison, report, files } = await merge(shards, settings, context);
  context.print(settings.json ? renderJson(comparison) : `\n${forTerminal(report)}\n`);
  context.log.info(`written: ${relative('.', files.report)}, and beside it what was merged`);
  return exitCode;
}
