import { shortPath } from '../platform/shortPath.ts';
import { EXIT } from '../platform/errors.ts';
import { renderJson } from '../report/render/renderJson.ts';
import type { TraceSettings } from '../settings/settings.ts';
import { traceOne } from '../usecases/traceOne.ts';
import type { CommandContext } from './commandContext.ts';
import { forTerminal } from './forTerminal.ts';

/** `trace -- COMMAND`: what one command cost, as a tree on stdout. */
export async function trace(settings: TraceSettings, context: CommandContext): Promise<number> {
  const { result, report, files } = await traceOne(settings, context);
  context.print(settings.json ? renderJson(result) : `\n${forTerminal(report)}\n`);
  context.log.info(`written: ${shortPath(files.report)}, and beside it all that was traced`);
  return EXIT.ok;
}
