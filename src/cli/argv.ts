import { CommanderError, type Command as Program } from 'commander';
import { PerfError, usageError } from '../platform/errors.ts';
import type { Command } from './command.ts';
import { createProgram } from './program.ts';

/**
 * What a command line asks for; nothing is done yet.
 *
 * @param argv the words after the program's name
 * @throws PerfError (exit 2) on an unknown command or option, or a value that is not allowed
 */
export function parseArgv(argv: readonly string[]): Command {
  let command: Command | undefined;
  let printed = '';
  const program = createProgram({
    found: (found) => (command = found),
    print: (text) => (printed += text),
  });
  const words = withCommand(argv);
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    if (error instanceof PerfError) throw usageError(`${error.message}\n${hint(words, program)}`);
    if (!(error instanceof CommanderError)) throw error;
    // Help and version are thrown too: commander would end the process otherwise.
    if (error.exitCode === 0) return { name: 'help', text: `${printed.trimEnd()}\n` };
    throw usageError(`${sentence(error, program, words)}\n${hint(words, program)}`);
  }
  if (command === undefined) throw new Error(`no command took '${words.join(' ')}'`);
  return command;
}

function sentence(
  { code, message }: CommanderError,
  program: Program,
  [first = '']: readonly string[],
): string {
  // What commander says when a command with parts is given none of them.
  if (code === 'commander.help')
    return `${first} needs one of ${partsOf(program, first).join(', ')}`;
  return message.replace(/^error: /, '').replace(/\n\(/, ' (');
}

/** `run` is what is meant when no command is named; `help X` is `X --help`, as elsewhere. */
function withCommand(argv: readonly string[]): string[] {
  const [first, ...rest] = argv;
  if (first === 'help') return [...rest, '--help'];
  const isNamed = first !== undefined && !first.startsWith('-');
  const isGlobal = first === '-h' || first === '--help' || first === '-V' || first === '--version';
  return isNamed || isGlobal ? [...argv] : ['run', ...argv];
}

function hint([first = '', second = '']: readonly string[], program: Program): string {
  const command = namesOf(program).includes(first) ? ` ${first}` : '';
  const part = partsOf(program, first).includes(second) ? ` ${second}` : '';
  return `see: ganeti-perf${command}${part} --help`;
}

const namesOf = ({ commands }: Program): string[] => commands.map((command) => command.name());

const partsOf = ({ commands }: Program, name: string): string[] =>
  commands.flatMap((command) => (command.name() === name ? namesOf(command) : []));
