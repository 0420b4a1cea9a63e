import { shortPath } from '../platform/shortPath.ts';
import { run } from '../run.ts';
import { renderJson } from '../report/render/renderJson.ts';
import type { RunSettings } from '../settings/settings.ts';
import type { CommandContext } from './commandContext.ts';
import { forTerminal } from './forTerminal.ts';

/** `run`: the main job, its report on stdout. */
export async function runWorkloads(
  settings: RunSettings,
  context: CommandContext,
): Promise<number> {
  const { exitCode, comparison, report, files } = await run(settings, context);
  context.print(settings.json ? renderJson(comparison) : `\n${forTerminal(report)}\n`);
  context.log.info(`written: ${shortPath(files.report)}, and beside it all that was measured`);
  return exitCode;
}
