import { shortPath } from '../platform/shortPath.ts';
import { EXIT } from '../platform/errors.ts';
import { renderJson } from '../report/render/renderJson.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { profileDaemon } from '../usecases/profile.ts';
import type { CommandContext } from './commandContext.ts';
import { forTerminal } from './forTerminal.ts';

/** `profile`: what a daemon's heap held during a workload, as tables on stdout. */
export async function profile(settings: ProfileSettings, context: CommandContext): Promise<number> {
  const { result, report, files } = await profileDaemon(settings, context);
  context.print(settings.json ? renderJson(result) : `\n${forTerminal(report)}\n`);
  context.log.info(`written: ${shortPath(files.page)}, and beside it all that was sampled`);
  return EXIT.ok;
}
