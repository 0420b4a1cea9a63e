import { Help, type Argument, type HelpConfiguration } from 'commander';

/**
 * How `--help` is laid out: groups follow each other without a gap, and commands are listed by their names and
 * arguments, so that what belongs to one command is on one screen.
 */
export const HELP_LAYOUT: HelpConfiguration = {
  formatItemList: (heading, items) => (items.length === 0 ? [] : [heading, ...items]),
  formatHelp: (command, helper) => `${Help.prototype.formatHelp.call(helper, command, helper)}\n`,
  subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(term)].join(' '),
  subcommandDescription: (command) => command.summary() || command.description(),
};

function term(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}
