import { closest, distance } from 'fastest-levenshtein';
import { usageError } from '../platform/errors.ts';
import { actionName, COMMANDS, usesOf, type ActionCommand } from '../settings/actionCommand.ts';
import { enumeration } from '../text/format.ts';
import { plainLine } from '../text/plain.ts';
import { INPUTS } from './inputTable.ts';

const PREFIX = 'INPUT_';

/**
 * Refuses an input that the command's action.yml does not have: the runner only warns of it, and hands it
 * over all the same. `env`: the environment that the runner gave the step.
 *
 * @throws PerfError (exit 2) that names the Action which has the input, or the nearest input that there is
 */
export function refuseForeign(
  command: ActionCommand,
  env: Readonly<Record<string, string | undefined>>,
): void {
  const known: readonly string[] = INPUTS[command];
  for (const [variable, text = ''] of Object.entries(env)) {
    if (!variable.startsWith(PREFIX)) continue;
    const name = variable.slice(PREFIX.length).toLowerCase();
    if (known.includes(name)) continue;
    if (name === 'command') refuseCommand(command, text);
    else throw usageError(foreign(name, command));
  }
}

/** The Action had one folder and this input once; who names the command that it is need change nothing. */
function refuseCommand(command: ActionCommand, text: string): void {
  const wanted = text.trim();
  if (wanted === '' || wanted === command) return;
  const known = COMMANDS.find((name) => name === wanted);
  throw usageError(
    known === undefined
      ? `there is no input 'command' any more, nor a command '${shown(wanted)}': remove it, or use ` +
          `one of: ${COMMANDS.map(usesOf).join(', ')}`
      : `there is no input 'command' any more, as '${known}' is an Action of its own; use: ${usesOf(known)}`,
  );
}

function foreign(name: string, command: ActionCommand): string {
  const owners = COMMANDS.filter((other) => (INPUTS[other] as readonly string[]).includes(name));
  if (owners.length > 0) {
    const belongs = enumeration(owners.map(actionName), owners.length);
    const uses = owners.map(usesOf).join(' or ');
    return `input '${name}' belongs to ${belongs}, and this is ${actionName(command)}: remove it, or use: ${uses}`;
  }
  const nearest = nearestOf(name, INPUTS[command]);
  return (
    `there is no input '${shown(name)}'` +
    (nearest === undefined
      ? `; there are: ${INPUTS[command].join(', ')}`
      : `; did you mean '${nearest}'?`)
  );
}

/** The name that this one most likely stands for: it has a word in common, or few letters differ. */
function nearestOf(name: string, known: readonly string[]): string | undefined {
  const parts = name.split(/[^a-z]+/);
  const shared = known.filter((other) => parts.includes(other));
  const nearest = closest(name, shared.length > 0 ? shared : known);
  const near = distance(name, nearest) <= Math.max(1, Math.floor(nearest.length / 2));
  return shared.length > 0 || near ? nearest : undefined;
}

/** What somebody wrote, short and on one line. */
const shown = (text: string): string => plainLine(text).slice(0, 80);
