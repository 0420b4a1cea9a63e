import { shortPath } from '../platform/shortPath.ts';
import { EXIT } from '../platform/errors.ts';
import { renderJson } from '../report/render/renderJson.ts';
import type { ProbeSettings } from '../settings/settings.ts';
import { probeRequest } from '../usecases/probe.ts';
import type { CommandContext } from './commandContext.ts';
import { forTerminal } from './forTerminal.ts';

/** `probe CHANNEL METHOD [JSON]`: what one request costs, as tables on stdout. */
export async function probe(settings: ProbeSettings, context: CommandContext): Promise<number> {
  const { result, report, files } = await probeRequest(settings, context);
  context.print(settings.json ? renderJson(result) : `\n${forTerminal(report)}\n`);
  context.log.info(`written: ${shortPath(files.probe)}, and the reports beside it`);
  return EXIT.ok;
}
