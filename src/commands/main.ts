import { EXIT, PerfError } from '../platform/errors.ts';
import { ProcessError } from '../platform/processError.ts';
import { withSignals } from '../platform/signals.ts';
import { terminalLog } from '../platform/terminalLog.ts';
import { parseArgv } from '../settings/argv.ts';
import type { Command } from '../settings/command.ts';
import { clean } from './clean.ts';
import { cluster } from './cluster.ts';
import { compare } from './compare.ts';
import { mergeFiles } from './merge.ts';
import { plan } from './plan.ts';
import { refreshBaselines } from './refresh.ts';
import { report } from './report.ts';
import { runWorkloads } from './run.ts';
import { scaleWorkloads } from './scale.ts';
import { trace } from './trace.ts';
import type { CommandContext } from './context.ts';

/**
 * The command line: reads the words, does what they ask, and tells of every failure in one way.
 *
 * @returns the exit status
 */
export async function main(argv: readonly string[]): Promise<number> {
  const print = (text: string): void => void process.stdout.write(text);
  let verbose = false;
  try {
    const command = parseArgv(argv);
    verbose = command.name !== 'help' && command.settings.verbose;
    const log = terminalLog({ verbose });
    return await withSignals(async (signal) => perform(command, { log, signal, print }), log);
  } catch (error) {
    const log = terminalLog({ verbose });
    if (error instanceof PerfError) {
      log.error(error.message);
      return error.exitCode;
    }
    if (error instanceof ProcessError) {
      log.error(error.message);
      return EXIT.environment;
    }
    // Not foreseen, so a defect of ours: where it came from matters more than a nice sentence.
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return EXIT.invalid;
  }
}

function perform(command: Command, context: CommandContext): Promise<number> | number {
  switch (command.name) {
    case 'help':
      context.print(command.text);
      return EXIT.ok;
    case 'run':
      return runWorkloads(command.settings, context);
    case 'refresh':
      return refreshBaselines(command.settings, context);
    case 'trace':
      return trace(command.settings, context);
    case 'scale':
      return scaleWorkloads(command.settings, context);
    case 'plan':
      return plan(command.settings, context);
    case 'merge':
      return mergeFiles(command.settings, context);
    case 'compare':
      return compare(command.settings, context);
    case 'report':
      return report(command.settings, context);
    case 'cluster up':
    case 'cluster down':
    case 'cluster status':
    case 'cluster shell':
      return cluster(command, context);
    case 'clean':
      return clean(command.settings, context);
  }
}
