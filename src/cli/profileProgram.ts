import type { Command as Program } from 'commander';
import { DEFAULTS, readSettings, type Raw } from '../settings/settings.ts';
import type { Sink } from './command.ts';
import * as help from './help.ts';
import { label, withClusterOptions, withVerbose } from './options.ts';

/** `profile --ganeti source:DIR`. */
export function addProfile(program: Program, sink: Sink): void {
  const command = program
    .command('profile')
    .description(help.PROFILE)
    .summary(help.PROFILE_SUMMARY);
  withVerbose(
    withClusterOptions(command)
      .optionsGroup('How it is measured:')
      .option('--daemon <name>', `luxid, wconfd or confd (default: ${DEFAULTS.daemon})`)
      .option('--workload <name>', `a file of workloads/ (default: ${DEFAULTS.profileWorkload})`)
      .option('--against <source>', 'profile this Ganeti too, and show both on the same axes')
      .option('--cost-centres', 'what its functions cost, in a build that counts this')
      .optionsGroup('Options:')
      .option(
        '--out <dir>',
        `where profile.json, reports and pictures go (default: ${DEFAULTS.profileOut})`,
      )
      .option('--json', 'print profile.json on stdout instead of the report'),
  )
    .addHelpText('after', help.PROFILE_EXAMPLES)
    .action((options: Raw) => {
      sink.found({ name: 'profile', settings: readSettings.profile(options, label) });
    });
}
