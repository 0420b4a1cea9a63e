import type { Command as Program } from 'commander';
import { readSettings, type Raw } from '../settings/settings.ts';
import type { Sink } from './command.ts';
import * as help from './help.ts';
import { label, withClusterOptions, withVerbose } from './options.ts';

/** `cluster` and its own commands. */
export function addCluster(program: Program, sink: Sink): void {
  const cluster = program
    .command('cluster')
    .description(help.CLUSTER)
    .summary(help.CLUSTER_SUMMARY)
    .helpCommand(false)
    .addHelpText('after', help.CLUSTER_EXAMPLES);
  withVerbose(
    withClusterOptions(
      cluster
        .command('up')
        .description(help.CLUSTER_UP)
        .addHelpText('after', help.CLUSTER_UP_EXAMPLES),
    ),
  ).action((options: Raw) => {
    sink.found({ name: 'cluster up', settings: readSettings.cluster(options, label) });
  });
  withVerbose(
    cluster
      .command('down')
      .description(help.CLUSTER_DOWN)
      .addHelpText('after', help.CLUSTER_DOWN_EXAMPLES),
  ).action((options: Raw) => {
    sink.found({ name: 'cluster down', settings: readSettings.down(options, label) });
  });
  withVerbose(
    cluster
      .command('status')
      .description(help.CLUSTER_STATUS)
      .addHelpText('after', help.CLUSTER_STATUS_EXAMPLES),
  )
    .option('--json', 'print it as JSON on stdout')
    .action((options: Raw) => {
      sink.found({ name: 'cluster status', settings: readSettings.status(options, label) });
    });
  withVerbose(
    cluster
      .command('shell')
      .description(help.CLUSTER_SHELL)
      .addHelpText('after', help.CLUSTER_SHELL_EXAMPLES),
  )
    .argument('[node]', 'which node, by its number (default: 1, the master)')
    .action((node: string | undefined, options: Raw) => {
      const settings = readSettings.shell({ ...options, node }, (key) =>
        key === 'node' ? key : label(key),
      );
      sink.found({ name: 'cluster shell', settings });
    });
}
