import { maxOf } from '../model/numbers.ts';
import { EXIT } from '../platform/errors.ts';
import { shortPath } from '../platform/shortPath.ts';
import { serialize } from '../model/serialize.ts';
import { renderJson } from '../report/render/renderJson.ts';
import { run } from '../run.ts';
import { loadDefects } from '../usecases/defects/load.ts';
import { runDefects } from '../usecases/defects/runDefects.ts';
import type { Command } from './command.ts';
import type { CommandContext } from './commandContext.ts';
import { forTerminal } from './forTerminal.ts';

/** `defects list`, `defects run`. */
export async function defects(
  command: Extract<Command, { readonly name: 'defects list' | 'defects run' }>,
  context: CommandContext,
): Promise<number> {
  if (command.name === 'defects list') {
    context.print(command.settings.json ? await listJson() : await listText());
    return EXIT.ok;
  }
  const { settings } = command;
  const { exitCode, result, report, files } = await runDefects(
    await loadDefects(settings.names),
    settings,
    context,
    run,
  );
  context.print(settings.json ? renderJson(result) : `\n${forTerminal(report)}\n`);
  context.log.info(`written: ${shortPath(files.report)}, and of each a folder beside it`);
  return exitCode;
}

const listJson = async (): Promise<string> =>
  serialize(
    (await loadDefects([])).map(({ name, title, origin, mended, workload, change }) => ({
      ...{ name, title, origin, mended: mended ?? [], workload },
      needs: change.source ? 'source' : 'any',
    })),
  );

async function listText(): Promise<string> {
  const all = await loadDefects([]);
  const width = maxOf(all.map(({ name }) => name.length));
  return all
    .map(
      ({ name, title, mended, change }) =>
        `${name.padEnd(width)}  ${title}${mended ? ` (mended by ${mended.join(', ')})` : ''}` +
        `${change.source ? '; needs source:DIR' : ''}\n`,
    )
    .join('');
}
