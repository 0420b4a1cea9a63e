import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Columns that a line takes on a terminal: two for a wide character, none for one that joins another. */
export const widthOf = (line: string): number => stringWidth(line);

/** What is kept of a line that is too long; of both ends rather more of the last. */
export type Keep = 'start' | 'end' | 'ends';

/** Characters for a column at the most: marks that join one another take none, and there may be any number. */
const MOST_FOR_COLUMN = 16;

/** A line of at most `width` columns: of a longer one `keep`, and `…` for the rest. */
export function truncate(line: string, width: number, keep: Keep = 'start'): string {
  const most = MOST_FOR_COLUMN * Math.max(0, width);
  if (line.length <= most && widthOf(line) <= width) return line;
  if (width < 1) return '';
  const room = width - 1;
  const tail = keep === 'start' ? 0 : keep === 'end' ? room : Math.floor(room * 0.6);
  // What is kept is near an end: to take all of a long line apart would be for nothing.
  const head = fitting(charactersOf(line.slice(0, most)), room - tail);
  const last = fitting(charactersOf(line.slice(-most)).reverse(), tail);
  return `${head.join('')}…${last.reverse().join('')}`;
}

const charactersOf = (line: string): string[] =>
  Array.from(new Intl.Segmenter('en').segment(line), ({ segment }) => segment);

/** A line, and behind it as many spaces as it lacks; before it where it is a figure. */
export function padded(line: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(line)));
  return align === 'right' ? space + line : line + space;
}

/** Characters of a word that somebody reads: to lay out one of them takes as long as all before it. */
const LONGEST_WORD = 1_000;

/** Words over lines of at most `width` columns; a longer word gets a line of its own, one of thousands is cut. */
export function wrapped(line: string, width: number): string[] {
  const readable = line.replace(/[^ \n]+/g, (word) =>
    word.length > LONGEST_WORD
      ? `${word.slice(0, LONGEST_WORD - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
      : word,
  );
  return wrapAnsi(readable, width, { hard: false }).split('\n');
}

function fitting(characters: readonly string[], room: number): string[] {
  let used = 0;
  const end = characters.findIndex((character) => (used += widthOf(character)) > room);
  return characters.slice(0, end === -1 ? characters.length : end);
}
