import { areaTotals } from '../areaTotals.ts';
import { flameTree } from '../flameTree.ts';
import { enumeration } from '../../../text/format.ts';
import type { Block, Status, Report, Section } from '../../model.ts';
import { chartTitle, terminalBars, terminalChart } from './terminalChart.ts';
import { terminalTable } from './terminalTable.ts';
import { terminalTree } from './terminalTree.ts';
import { wrapped } from '../../../text/width.ts';
import { terminalText, type Colours } from '../../../text/escapeTerminal.ts';

export interface TerminalOptions {
  /** Of picocolors' createColors: the caller knows whether colours are wanted. */
  readonly colours: Colours;
  /** Width of the terminal in columns. */
  readonly columns: number;
  /** Where the archived sections are to be found; `in report.md` by default. */
  readonly more?: string;
}

const SIGNS: Readonly<Record<Status, string>> = { good: '✓', bad: '✗', neutral: '–', invalid: '!' };

/**
 * A report to be read in five seconds: the verdict, what changed, what to do. Archived sections are
 * named only. No line is longer than the terminal is wide, but for commands, which are to be pasted.
 */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const { colours, columns, more: place = 'in report.md' } = options;
  const paint = {
    good: colours.green,
    bad: colours.red,
    neutral: colours.yellow,
    invalid: colours.magenta,
  }[report.status];
  const verdictLines = wrapped(
    `${SIGNS[report.status]} ${terminalText([`${report.title}: `, ...report.verdict])}`,
    columns,
  );
  const shown = report.sections.filter(({ prominence }) => prominence !== 'archive');
  const archived = report.sections.filter(({ prominence }) => prominence === 'archive');
  const verdict = verdictLines.map((line) => colours.bold(paint(line)));
  const context = dimmed(terminalText(report.context), { colours, columns });
  const titles = archived.map(({ title }) => terminalText([title]));
  const more = `More ${place}: ${enumeration(titles, NAMED_SECTIONS)}.`;
  const parts = [
    [...verdict, context].join('\n'),
    ...shown.map((section) => renderSection(section, { colours, columns })),
    ...(archived.length > 0 ? [dimmed(more, { colours, columns })] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Archived sections that are named; there is one for each workload, and there may be many. */
const NAMED_SECTIONS = 5;

const dimmed = (line: string, { colours, columns }: TerminalOptions): string =>
  wrapped(line, columns).map(colours.dim).join('\n');

function renderSection({ title, brief, blocks }: Section, options: TerminalOptions): string {
  if (brief) return dimmed(terminalText([`${title}: `, ...brief]), options);
  const heading = options.colours.bold(terminalText([title]));
  return [heading, ...blocks.map((block) => renderBlock(block, options))].join('\n');
}

function renderBlock(block: Block, { colours, columns }: TerminalOptions): string {
  switch (block.kind) {
    case 'text':
      return wrapped(terminalText(block.text), columns).join('\n');
    case 'code':
      return block.text
        .split(/\r?\n/)
        .map((line) => `  ${colours.cyan(terminalText([line]))}`)
        .join('\n');
    case 'table':
      return terminalTable(block, { colours, columns });
    case 'chart':
      return [...wrapped(chartTitle(block), columns), terminalChart(block, columns)].join('\n');
    case 'bars':
      return [...wrapped(terminalText([block.title]), columns), terminalBars(block)].join('\n');
    case 'areas':
      return renderBlock(areaTotals(block), { colours, columns });
    case 'flames':
      return terminalTree(flameTree(block), { colours, columns });
    case 'tree':
      return terminalTree(block, { colours, columns });
    case 'diagram':
      return dimmed(terminalText([block.title, ': drawn in report.md.']), { colours, columns });
  }
}
