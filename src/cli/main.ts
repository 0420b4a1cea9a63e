import { EXIT, PerfError } from '../platform/errors.ts';
import { ProcessError } from '../platform/process/processError.ts';
import { withSignals } from '../platform/process/signals.ts';
import { terminalLog } from '../platform/log/terminalLog.ts';
import { parseArgv } from './argv.ts';
import type { Command } from './command.ts';
import type { CommandContext } from './commandContext.ts';

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
      for (const cause of causesOf(error)) log.debug(`because: ${cause.message}`);
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

/** What lies behind an error, and behind that: its message names what matters most, and not all. */
function causesOf({ cause }: Error): Error[] {
  return cause instanceof Error ? [cause, ...causesOf(cause)] : [];
}

/** Does one command, and loads no other's code: most of ours is for a cluster, which few of them need. */
async function perform(command: Command, context: CommandContext): Promise<number> {
  switch (command.name) {
    case 'help':
      context.print(command.text);
      return EXIT.ok;
    case 'run':
      return (await import('./runCommand.ts')).runWorkloads(command.settings, context);
    case 'refresh':
      return (await import('./refreshCommand.ts')).refreshBaselines(command.settings, context);
    case 'learn':
      return (await import('./refreshCommand.ts')).refreshFromFiles(command.settings, context);
    case 'trace':
      return (await import('./traceCommand.ts')).trace(command.settings, context);
    case 'probe':
      return (await import('./probeCommand.ts')).probe(command.settings, context);
    case 'profile':
      return (await import('./profileCommand.ts')).profile(command.settings, context);
    case 'harness':
      return (await import('./harnessCommand.ts')).harness(command.settings, context);
    case 'defects list':
    case 'defects run':
      return (await import('./defectsCommand.ts')).defects(command, context);
    case 'scale':
      return (await import('./scaleCommand.ts')).scaleWorkloads(command.settings, context);
    case 'plan':
      return (await import('./planCommand.ts')).planCommand(command.settings, context);
    case 'merge':
      return (await import('./mergeCommand.ts')).mergeFiles(command.settings, context);
    case 'compare':
      return (await import('./compareCommand.ts')).compare(command.settings, context);
    case 'report':
      return (await import('./reportCommand.ts')).report(command.settings, context);
    case 'cluster up':
    case 'cluster down':
    case 'cluster status':
    case 'cluster shell':
      return (await import('./clusterCommands.ts')).cluster(command, context);
    case 'clean':
      return (await import('./cleanCommand.ts')).clean(command.settings, context);
  }
}
