import { shortPath } from '../platform/shortPath.ts';
import { plural } from '../text/format.ts';
import { renderJson } from '../report/render/renderJson.ts';
import { terminalText } from '../text/escapeTerminal.ts';
import { scale } from '../usecases/scale/scale.ts';
import type { ScaleSettings } from '../settings/settings.ts';
import type { CommandContext } from './commandContext.ts';
import { forTerminal } from './forTerminal.ts';

/** `scale`: how the counts grow with the size of the cluster, as a report on stdout. */
export async function scaleWorkloads(
  settings: ScaleSettings,
  context: CommandContext,
): Promise<number> {
  const { exitCode, growth, report, files, accepted } = await scale(settings, context);
  context.print(settings.json ? renderJson(growth) : `\n${forTerminal(report)}\n`);
  for (const { workload, path, formulas } of accepted) {
    context.log.info(
      `${workload}: ${plural(formulas.length, 'formula')} changed in ${shortPath(path)}`,
    );
    for (const { key, before, after } of formulas) {
      context.log.debug(terminalText([`${key}: ${before ?? 'none'} -> ${after ?? 'none'}`]));
    }
  }
  if (settings.accept && growth.failures.length > 0) {
    context.log.warn('nothing was accepted, as a size could not be measured');
  }
  context.log.info(`written: ${shortPath(files.report)}, and beside it what was measured`);
  return exitCode;
}
