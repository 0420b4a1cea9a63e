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
