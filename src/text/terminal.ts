import type { createColors } from 'picocolors';
import { plainLine } from './plain.ts';
import { wordsOf, type Text } from './text.ts';

export type Colours = ReturnType<typeof createColors>;

/** One line without effect on the terminal, or on an Action's log, where `::` may begin a command. */
export function terminalText(spans: Text): string {
  return plainLine(wordsOf(spans))
    .replace(/:(?=:)/g, ': ')
    .replaceAll('##[', '# #[');
}
