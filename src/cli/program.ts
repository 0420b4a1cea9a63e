import { Command as Program, Option as ProgramOption } from 'commander';
import { usageError } from '../platform/errors.ts';
import { addCluster } from './clusterProgram.ts';
import type { Sink } from './command.ts';
import * as help from './help.ts';
import { addDefects } from './defectsProgram.ts';
import { addProbe } from './probeProgram.ts';
import { addProfile } from './profileProgram.ts';
import { addHarness } from './harnessProgram.ts';
import { HELP_LAYOUT } from './helpLayout.ts';
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
    .configureHelp(HELP_LAYOUT)
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => sink.print(text),
      writeErr: () => undefined,
      // The same text everywhere, whatever the terminal.
      getOutHelpWidth: () => 100,
    });

  withRunOptions(
    program.command('run').description(help.RUN).summary(help.RUN_SUMMARY),
    DEFAULTS.repeat,
  )
    .optionsGroup('How it is measured:')
    .option(
      '--base <source>',
      'what the change is made on; only what is worse than it too is a regression',
    )
    .option(
      '--against <source>',
      'measure this one too, in turns, and compare with it in place of baselines',
    )
    .optionsGroup('Options:')
    .option('--json', 'print the comparison as JSON on stdout instead of the report')
    .option('--keep', 'start the same cluster afterwards; end it with: ganeti-perf cluster down')
    .addHelpText('after', help.RUN_EXAMPLES)
    .action((options: Raw) => {
      sink.found({ name: 'run', settings: readSettings.run(renamed(options), label) });
    });

  withRunOptions(
    program.command('refresh').description(help.REFRESH).summary(help.REFRESH_SUMMARY),
    DEFAULTS.refreshRepeat,
  )
    .argument('[file...]', 'take the repeats from these measurement files, and measure nothing')
    .option('--json', 'print what changed in the baselines as JSON on stdout')
    .addHelpText('after', help.REFRESH_EXAMPLES)
    .action((files: string[], options: Raw) => {
      if (files.length > 0) {
        const stray = Object.keys(options).find((key) => !LEARNS_WITH.has(key));
        if (stray !== undefined) {
          throw usageError(
            `${label(stray)} is for measuring, and with files nothing is measured: leave it out`,
          );
        }
        const settings = readSettings.learn({ ...options, files }, (key) =>
          key === 'files' ? 'the files to take the repeats from' : label(key),
        );
        sink.found({ name: 'learn', settings });
        return;
      }
      const raw = { repeat: DEFAULTS.refreshRepeat, ...renamed(options) };
      sink.found({ name: 'refresh', settings: readSettings.run(raw, label) });
    });

  withClusterOptions(program.command('trace').description(help.TRACE).summary(help.TRACE_SUMMARY))
    .argument('<command...>', 'a command of Ganeti and its words, after --')
    .passThroughOptions()
    .optionsGroup('Options:')
    .option(
      '--out <dir>',
      `where the tree, the reports, events and logs go (default: ${DEFAULTS.traceOut})`,
    )
    .option('--json', 'print the tree as JSON on stdout instead of the report')
    .option('--verbose', 'say more on stderr while working')
    .addHelpText('after', help.TRACE_EXAMPLES)
    .action((command: string[], options: Raw) => {
      const settings = readSettings.trace({ ...options, command }, (key) =>
        key === 'command' ? 'the command after --' : label(key),
      );
      sink.found({ name: 'trace', settings });
    });

  addProbe(program, sink);
  addProfile(program, sink);
  addHarness(program, sink);
  addDefects(program, sink);

  withRunOptions(
    program.command('scale').description(help.SCALE).summary(help.SCALE_SUMMARY),
    DEFAULTS.repeat,
    SIZE_LISTS,
  )
    .optionsGroup('How it is measured:')
    .option('--against <source>', 'measure this one too, in turns, and compare how both grow')
    .addOption(new ProgramOption('--totals <list>').hideHelp())
    .optionsGroup('Options:')
    .option('--accept', 'write the formulas into the baselines')
    .option('--json', 'print growth.json on stdout instead of the report')
    .addHelpText('after', help.SCALE_EXAMPLES)
    .action((options: Raw) => {
      sink.found({ name: 'scale', settings: readSettings.scale(renamed(options), label) });
    });

  addFanOut(program, sink);

  withVerbose(program.command('compare').description(help.COMPARE).summary(help.COMPARE_SUMMARY))
    .argument('<base>', 'a measurement.json, or a folder of baselines')
    .argument('<head>', 'the measurement.json that is compared with it')
    .option('--json', 'print the comparison as JSON on stdout')
    .addHelpText('after', help.COMPARE_EXAMPLES)
    .action((base: string, head: string, options: Raw) => {
      const settings = readSettings.compare({ ...options, base, head }, label);
      sink.found({ name: 'compare', settings });
    });

  withVerbose(program.command('report').description(help.REPORT).summary(help.REPORT_SUMMARY))
    .argument(
      '<file>',
      'comparison, measurement, growth, trace, probe, profile or harness, as .json',
    )
    .option('--format <format>', `${FORMATS.join(', ')} (default: ${DEFAULTS.format})`)
    .addHelpText('after', help.REPORT_EXAMPLES)
    .action((file: string, options: Raw) => {
      sink.found({ name: 'report', settings: readSettings.report({ ...options, file }, label) });
    });

  addCluster(program, sink);

  withVerbose(program.command('clean').description(help.CLEAN).summary(help.CLEAN_SUMMARY))
    .option('--images', 'remove the images too; the next run builds them again')
    .option('--all-users', 'remove what other users of this machine left or run, too')
    .addHelpText('after', help.CLEAN_EXAMPLES)
    .action((options: Raw) => {
      sink.found({ name: 'clean', settings: readSettings.clean(options, label) });
    });
  return program;
}

/** Many runners: what each of them measures, and what all of it comes to. */
function addFanOut(program: Program, sink: Sink): void {
  withPlanOptions(program.command('plan').description(help.PLAN).summary(help.PLAN_SUMMARY))
    .addHelpText('after', help.PLAN_EXAMPLES)
    .action((options: Raw) => {
      sink.found({ name: 'plan', settings: readSettings.plan(renamed(options), label) });
    });

  withVerbose(program.command('merge').description(help.MERGE).summary(help.MERGE_SUMMARY))
    .argument('<file...>', "each matrix job's measurement.json")
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
