import type { createColors } from 'picocolors';
import { plainLine } from './plain.ts';
import { wordsOf, type Text } from './text.ts';
import { withoutCommands } from './workflowCommands.ts';

export type Colours = ReturnType<typeof createColors>;

/** One line without effect on the terminal, or on an Action's log, which may be what is in its place. */
export const terminalText = (text: Text): string => withoutCommands(plainLine(wordsOf(text)));
