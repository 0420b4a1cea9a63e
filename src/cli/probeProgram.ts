import type { Command as Program } from 'commander';
import { DEFAULTS, readSettings, type Raw } from '../settings/settings.ts';
import type { Sink } from './command.ts';
import * as help from './help.ts';
import { CONFIGURATIONS, label, withClusterOptions, withVerbose } from './options.ts';

/** `probe CHANNEL METHOD [JSON]`. */
export function addProbe(program: Program, sink: Sink): void {
  const command = program.command('probe').description(help.PROBE).summary(help.PROBE_SUMMARY);
  withVerbose(
    withClusterOptions(command, CONFIGURATIONS)
      .argument('<channel>', 'luxi, wconfd, config, node, confd or metad: who is asked')
      .argument('<method>', 'the name of the request')
      .argument('[args]', `its arguments as a JSON list (default: ${DEFAULTS.probeArgs})`)
      .optionsGroup('How it is measured:')
      .option(
        '--repeat <k>',
        'send it k times (default: until its median is known to 2 %, 20 to 200)',
      )
      .option('--against <source>', 'send it to this Ganeti too, in turns, and show both')
      .option('--concurrency <c>', `send so many at once (default: ${DEFAULTS.concurrency})`)
      .optionsGroup('Options:')
      .option('--out <dir>', `where probe.json and the reports go (default: ${DEFAULTS.probeOut})`)
      .option('--json', 'print probe.json on stdout instead of the report'),
  )
    .addHelpText('after', help.PROBE_EXAMPLES)
    .action((channel: string, method: string, args: string | undefined, options: Raw) => {
      const settings = readSettings.probe({ ...options, channel, method, args }, (key) =>
        ARGUMENTS.has(key) ? key : label(key),
      );
      sink.found({ name: 'probe', settings });
    });
}

const ARGUMENTS: ReadonlySet<string> = new Set(['channel', 'method', 'args']);
