import { shortPath } from '../platform/shortPath.ts';
import { EXIT } from '../platform/errors.ts';
import { renderJson } from '../report/render/renderJson.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { costCentresOfDaemon } from '../usecases/costCentres.ts';
import { profileDaemon } from '../usecases/profile.ts';
import type { CommandContext } from './commandContext.ts';
import { forTerminal } from './forTerminal.ts';

/** `profile`: what a daemon's heap held during a workload, or what its functions cost, as tables on stdout. */
export async function profile(settings: ProfileSettings, context: CommandContext): Promise<number> {
  const { result, report, files } = await (settings.costCentres
    ? costCentresOfDaemon(settings, context)
    : profileDaemon(settings, context));
  context.print(settings.json ? renderJson(result) : `\n${forTerminal(report)}\n`);
  context.log.info(`written: ${shortPath(files.page)}, and beside it all that was sampled`);
  return EXIT.ok;
}
