import { EXIT } from '../platform/errors.ts';
import { shortPath } from '../platform/shortPath.ts';
import { renderJson } from '../report/render/renderJson.ts';
import type { HarnessSettings } from '../settings/settings.ts';
import { callFunction } from '../usecases/harness.ts';
import type { CommandContext } from './commandContext.ts';
import { forTerminal } from './forTerminal.ts';

/** `harness NAME`: what a call of one function costs, as tables on stdout. */
export async function harness(settings: HarnessSettings, context: CommandContext): Promise<number> {
  const { result, report, files } = await callFunction(settings, context);
  context.print(settings.json ? renderJson(result) : `\n${forTerminal(report)}\n`);
  context.log.info(`written: ${shortPath(files.harness)}, and the reports beside it`);
  return EXIT.ok;
}
