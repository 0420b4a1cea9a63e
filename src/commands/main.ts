import { EXIT, PerfError } from '../platform/errors.ts';
import { ProcessError } from '../platform/processError.ts';
import { withSignals } from '../platform/signals.ts';
import { terminalLog } from '../platform/terminalLog.ts';
import { parseArgv } from '../settings/argv.ts';
import type { Command } from '../settings/command.ts';
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

/** Does one command, and loads no other's code: most of ours is for a cluster, which few of them need. */
async function perform(command: Command, context: CommandContext): Promise<number> {
  switch (command.name) {
    case 'help':
      context.print(command.text);
      return EXIT.ok;
    case 'run':
      return (await import('./run.ts')).runWorkloads(command.settings, context);
    case 'refresh':
      return (await import('./refresh.ts')).refreshBaselines(command.settings, context);
    case 'learn':
      return (await import('./refresh.ts')).refreshFromFiles(command.settings, context);
    case 'trace':
      return (await import('./trace.ts')).trace(command.settings, context);
    case 'scale':
      return (await import('./scale.ts')).scaleWorkloads(command.settings, context);
    case 'plan':
      return (await import('./plan.ts')).plan(command.settings, context);
    case 'merge':
      return (await import('./merge.ts')).mergeFiles(command.settings, context);
    case 'compare':
      return (await import('./compare.ts')).compare(command.settings, context);
    case 'report':
      return (await import('./report.ts')).report(command.settings, context);
    case 'cluster up':
    case 'cluster down':
    case 'cluster status':
    case 'cluster shell':
      return (await import('./cluster.ts')).cluster(command, context);
    case 'clean':
      return (await import('./clean.ts')).clean(command.settings, context);
  }
}
