/** What the Action does; see docs/action.md. */
export const COMMANDS = [
  'run',
  'refresh',
  'plan',
  'merge',
  'comment',
  'authorize',
  'propose',
] as const;
export type ActionCommand = (typeof COMMANDS)[number];

/** The Action of a command, by its folder in this project, whose own is that of `run`. */
export const actionName = (command: ActionCommand): string =>
  command === 'run' ? 'ganeti-perf' : `actions/${command}`;

/** What a workflow writes to use it, with the words for owner and commit that the documentation has. */
export const usesOf = (command: ActionCommand): string =>
  `OWNER/ganeti-perf${command === 'run' ? '' : `/actions/${command}`}@COMMIT`;
