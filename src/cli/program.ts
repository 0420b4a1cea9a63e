import { Command as Program } from 'commander';
import { usageError } from '../platform/errors.ts';
import type { Command } from './command.ts';
import * as help from './help.ts';
import {
  label,
  renamed,
  SIZE_LISTS,
  withClusterOptions,
  withPlanOptions,
  withRunOptions,
  withVerbose,
} from './options.ts';
import { DEFAULTS, FORMATS, readSettings, type Raw } from '../settings/settings.ts';
import { VERSION } from '../settings/version.ts';

export interface Sink {
  found(command: Command): void;
  /** Help and version. */
  print(text: string): void;
}

/** Options of a `refresh` that measures nothing. */
const LEARNS_WITH: ReadonlySet<string> = new Set(['baselines', 'json', 'verbose']);

/** The command line, as commander knows it; every parse needs a new one, as it keeps what it read. */
export function createProgram(sink: Sink): Program {
  const program = new Program('ganeti-perf')
    .description(help.PROGRAM)
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'explain; also after a command')
    .helpCommand(false)
    .addHelpText('after', help.EXAMPLES)
    .usage('[command] [options]')
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => sink.print(text),
      writeErr: () => undefined,
      // The same text everywhere, whatever the terminal.
      getOutHelpWidth: () => 100,
    });

  withRunOptions(program.command('run').description(help.RUN), DEFAULTS.repeat)
    .optionsGroup('How it is measured:')
    .option(
      '--base <source>',
      'what the change is made on: only what is worse than that too is a regression ' +
        '(default with --overlay: the same without it)',
    )
    .option(
      '--against <source>',
      'measure this Ganeti too, alternately, and judge by it instead of by baselines',
    )
    .optionsGroup('Options:')
    .option('--json', 'print the comparison as JSON on stdout instead of the report')
    .option(
      '--keep',
      'start the same cluster afterwards and leave it; end it with: ganeti-perf cluster down',
    )
    .addHelpText('after', help.RUN_EXAMPLES)
    .action((options: Raw) => {
      sink.found({ name: 'run', settings: readSettings.run(renamed(options), label) });
    });

  withRunOptions(program.command('refresh').description(help.REFRESH), DEFAULTS.refreshRepeat)
    .argument(
      '[file...]',
      'learn from these measurement files, of several machines, and measure nothing',
    )
    .option('--json', 'print what changed in the baselines as JSON on stdout')
    .addHelpText('after', help.REFRESH_EXAMPLES)
    .action((files: string[], options: Raw) => {
      if (files.length > 0) {
        const stray = Object.keys(options).find((key) => !LEARNS_WITH.has(key));
        if (stray !== undefined) {
          throw usageError(
            `${label(stray)} is for measuring, and files are learned from: leave it out`,
          );
        }
        const settings = readSettings.learn({ ...options, files }, (key) =>
          key === 'files' ? 'the files to learn from' : label(key),
        );
        sink.found({ name: 'learn', settings });
        return;
      }
      const raw = { repeat: DEFAULTS.refreshRepeat, ...renamed(options) };
      sink.found({ name: 'refresh', settings: readSettings.run(raw, label) });
    });

  withClusterOptions(program.command('trace').description(help.TRACE))
    .argument('<command...>', 'a command of Ganeti and its words, after --')
    .passThroughOptions()
    .optionsGroup('Files:')
    .option(
      '--out <dir>',
      `where the tree, the reports, the events and logs go (default: ${DEFAULTS.traceOut})`,
    )
    .optionsGroup('Options:')
    .option('--json', 'print the tree as JSON on stdout instead of the report')
    .option('--verbose', 'say more on stderr while working')
    .addHelpText('after', help.TRACE_EXAMPLES)
    .action((command: string[], options: Raw) => {
      const settings = readSettings.trace({ ...options, command }, (key) =>
        key === 'command' ? 'the command after --' : label(key),
      );
      sink.found({ name: 'trace', settings });
    });

  withRunOptions(program.command('scale').description(help.SCALE), DEFAULTS.repeat, SIZE_LISTS)
    .option('--accept', 'write the formulas into the baselines')
    .option('--json', 'print growth.json on stdout instead of the report')
    .addHelpText('after', help.SCALE_EXAMPLES)
    .action((options: Raw) => {
      sink.found({ name: 'scale', settings: readSettings.scale(renamed(options), label) });
    });

  addFanOut(program, sink);

  withVerbose(program.command('compare').description(help.COMPARE))
    .argument('<base>', 'a measurement.json, or a folder of baselines')
    .argument('<head>', 'the measurement.json to judge')
    .option('--json', 'print the comparison as JSON on stdout')
    .addHelpText('after', help.COMPARE_EXAMPLES)
    .action((base: string, head: string, options: Raw) => {
      const settings = readSettings.compare({ ...options, base, head }, label);
      sink.found({ name: 'compare', settings });
    });

  withVerbose(program.command('report').description(help.REPORT))
    .argument('<file>', 'comparison.json, measurement.json, growth.json or trace.json')
    .option('--format <format>', `${FORMATS.join(', ')} (default: ${DEFAULTS.format})`)
    .addHelpText('after', help.REPORT_EXAMPLES)
    .action((file: string, options: Raw) => {
      sink.found({ name: 'report', settings: readSettings.report({ ...options, file }, label) });
    });

  addCluster(program, sink);

  withVerbose(program.command('clean').description(help.CLEAN))
    .option('--images', 'remove the images too; the next run builds them again')
    .action((options: Raw) => {
      sink.found({ name: 'clean', settings: readSettings.clean(options, label) });
    });
  return program;
}

/** Many runners: what each of them measures, and what all of it comes to. */
function addFanOut(program: Program, sink: Sink): void {
  withPlanOptions(program.command('plan').description(help.PLAN))
    .addHelpText('after', help.PLAN_EXAMPLES)
    .action((options: Raw) => {
      sink.found({ name: 'plan', settings: readSettings.plan(renamed(options), label) });
    });

  withVerbose(program.command('merge').description(help.MERGE))
    .argument('<file...>', "each leg's measurement.json")
    .option('--baselines <dir>', 'baselines to compare with (default: those of this project)')
    .option(
      '--out <dir>',
      `where measurement, comparison and reports go (default: ${DEFAULTS.mergeOut})`,
    )
    .option('--json', 'print the comparison as JSON on stdout instead of the report')
    .addHelpText('after', help.MERGE_EXAMPLES)
    .action((files: string[], options: Raw) => {
      const settings = readSettings.merge({ ...options, files }, (key) =>
        key === 'files' ? 'the files to merge' : label(key),
      );
      sink.found({ name: 'merge', settings });
    });
}

function addCluster(program: Program, sink: Sink): void {
  const cluster = program.command('cluster').description(help.CLUSTER).helpCommand(false);
  withVerbose(withClusterOptions(cluster.command('up').description(help.CLUSTER_UP))).action(
    (options: Raw) => {
      sink.found({ name: 'cluster up', settings: readSettings.cluster(options, label) });
    },
  );
  withVerbose(cluster.command('down').description(help.CLUSTER_DOWN)).action((options: Raw) => {
    sink.found({ name: 'cluster down', settings: readSettings.down(options, label) });
  });
  withVerbose(cluster.command('status').description(help.CLUSTER_STATUS))
    .option('--json', 'print it as JSON on stdout')
    .action((options: Raw) => {
      sink.found({ name: 'cluster status', settings: readSettings.status(options, label) });
    });
  withVerbose(cluster.command('shell').description(help.CLUSTER_SHELL))
    .argument('[node]', 'which node, by its number (default: 1, the master)')
    .action((node: string | undefined, options: Raw) => {
      const settings = readSettings.shell({ ...options, node }, (key) =>
        key === 'node' ? key : label(key),
      );
      sink.found({ name: 'cluster shell', settings });
    });
}
