import type { Cell, Column, Severity, Table } from '../../model.ts';
import { padded, truncate, widthOf } from '../../../text/width.ts';
import { terminalText, type Colours } from '../../../text/escapeTerminal.ts';
import { maxOf } from '../../../model/numbers.ts';

const GAP = '  ';

/** Words shrink to this many columns and no further; figures do not shrink. */
const LEAST_WIDTH = 12;

/** Below this a metric's key tells too little: columns that are optional go first. */
const READABLE_WIDTH = 24;

/**
 * Aligned columns under a dim header. Where the terminal is narrow, optional columns are left out and
 * the widest words shortened.
 */
export function terminalTable(
  table: Table,
  { colours, columns: width }: { readonly colours: Colours; readonly columns: number },
): string {
  const header: Cell[] = table.columns.map(({ title }) => ({ text: [title], severity: 'dim' }));
  const all: Painted[] = table.columns.map((column, i) => {
    const cells = [header, ...table.rows].map((row) => ({
      words: terminalText(row[i]?.text ?? []),
      severity: row[i]?.severity,
    }));
    return { column, cells, width: maxOf(cells.map(({ words }) => widthOf(words))) };
  });
  const columns = fitted(readable(all, width), width);
  return [header, ...table.rows]
    .map((_, line) =>
      columns
        .map(({ column, cells, width: size }) => {
          // The beginning of a key tells the family, its end the program.
          const short = truncate(cells[line]?.words ?? '', size, 'ends');
          const painted = paint(short, cells[line]?.severity, colours);
          return padded(painted, size, column.align);
        })
        .join(GAP)
        .trimEnd(),
    )
    .join('\n');
}

interface Painted {
  readonly column: Column;
  readonly cells: readonly { readonly words: string; readonly severity: Severity | undefined }[];
  readonly width: number;
}

function readable(columns: readonly Painted[], room: number): readonly Painted[] {
  const least = columns.map(({ column, width }) =>
    column.align === 'left' ? Math.min(width, READABLE_WIDTH) : width,
  );
  return least.reduce((sum, width) => sum + width + GAP.length, -GAP.length) > room
    ? columns.filter(({ column }) => !column.optional)
    : columns;
}

/** Takes from the widest words, again and again, until all fits or none can give any more. */
function fitted(columns: readonly Painted[], room: number): Painted[] {
  const widths = columns.map(({ width }) => width);
  const canGive = (i: number) =>
    columns[i]?.column.align === 'left' && (widths[i] ?? 0) > LEAST_WIDTH ? (widths[i] ?? 0) : 0;
  let excess = widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length) - room;
  while (excess > 0) {
    const widest = widths.reduce((best, _, i) => (canGive(i) > canGive(best) ? i : best), 0);
    if (canGive(widest) === 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return columns.map((column, i) => ({ ...column, width: widths[i] ?? 0 }));
}

function paint(words: string, severity: Severity | undefined, colours: Colours): string {
  switch (severity) {
    case 'good':
      return colours.green(words);
    case 'bad':
      return colours.red(words);
    case 'warn':
      return colours.yellow(words);
    case 'dim':
      return colours.dim(words);
    case undefined:
      return words;
  }
}
