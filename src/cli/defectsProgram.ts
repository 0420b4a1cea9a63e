import type { Command as Program } from 'commander';
import { DEFAULTS, readSettings, type Raw } from '../settings/settings.ts';
import type { Sink } from './command.ts';
import * as help from './help.ts';
import { GANETI, label, withVerbose } from './options.ts';

/** `defects` and its own commands. */
export function addDefects(program: Program, sink: Sink): void {
  const defects = program
    .command('defects')
    .description(help.DEFECTS)
    .summary(help.DEFECTS_SUMMARY)
    .helpCommand(false)
    .addHelpText('after', help.DEFECTS_EXAMPLES);
  withVerbose(
    defects
      .command('list')
      .description(help.DEFECTS_LIST)
      .addHelpText('after', help.DEFECTS_LIST_EXAMPLES),
  )
    .option('--json', 'print it as JSON on stdout')
    .action((options: Raw) => {
      sink.found({ name: 'defects list', settings: readSettings.defectsList(options, label) });
    });
  withVerbose(
    defects
      .command('run')
      .description(help.DEFECTS_RUN)
      .argument('[name...]', 'which of defects/ (default: all)')
      .optionsGroup('What is measured:')
      .option(...GANETI)
      .option('--build-cache <dir>', 'of source:DIR: keep its compiled Haskell programs there too')
      .optionsGroup('Options:')
      .option(
        '--out <dir>',
        `where results go, of each in a folder of its own (default: ${DEFAULTS.defectsOut})`,
      )
      .option('--json', 'print defects.json on stdout instead of the report')
      .addHelpText('after', help.DEFECTS_RUN_EXAMPLES),
  ).action((names: string[], options: Raw) => {
    const settings = readSettings.defects({ ...options, names }, (key) =>
      key === 'names' ? 'the name of a defect' : label(key),
    );
    sink.found({ name: 'defects run', settings });
  });
}
