import type { Command as Program } from 'commander';
import { DEFAULTS, readSettings, type Raw } from '../settings/settings.ts';
import type { Sink } from './command.ts';
import * as help from './help.ts';
import { label, withClusterOptions, withVerbose } from './options.ts';

/** `harness NAME`. */
export function addHarness(program: Program, sink: Sink): void {
  const command = program.command('harness').description(help.HARNESS);
  withVerbose(
    withClusterOptions(command.summary(help.HARNESS_SUMMARY))
      .argument('<name>', 'which function: a file of harnesses/ without .hs')
      .optionsGroup('How it is measured:')
      .option('--repeat <k>', `take k samples, of many calls each (default: ${DEFAULTS.samples})`)
      .option('--against <source>', 'call that of this Ganeti too, in turns, and show both')
      .optionsGroup('Options:')
      .option(
        '--out <dir>',
        `where harness.json and the reports go (default: ${DEFAULTS.harnessOut})`,
      )
      .option('--json', 'print harness.json on stdout instead of the report'),
  )
    .addHelpText('after', help.HARNESS_EXAMPLES)
    .action((name: string, options: Raw) => {
      // Without one there is nothing to link against; Debian's package has no modules.
      const raw = { ganeti: 'debian:bookworm', ...options, name };
      const settings = readSettings.harness(raw, (key) => (key === 'name' ? key : label(key)));
      sink.found({ name: 'harness', settings });
    });
}
