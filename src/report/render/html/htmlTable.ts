import { escapeHtml, inlineHtml } from '../../../text/html.ts';
import type { Cell, Column, Figure, Row, Severity, Table, Text } from '../../model.ts';

/** What tells a severity apart without its colour; `dim` is only less loud. */
const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = {
  good: '✓',
  bad: '✗',
  warn: '~',
  dim: '',
};

/**
 * A table with headers of its columns and rows. A right-aligned cell carries the value it is sorted by.
 * The class `metrics` marks a table of named things, whose rows the filter goes through.
 */
export function htmlTable({ columns, rows, facets }: Table, labelledBy: string): string {
  const header = columns.map(renderHeader).join('');
  const body = rows.map((row, i) => renderRow(row, columns, facets?.[i])).join('\n');
  const kind = rows.some((row) => row.some(isName)) ? ' class="metrics"' : '';
  return [
    `<div class="scroll"><table${kind} aria-labelledby="${labelledBy}">`,
    `<thead><tr>${header}</tr></thead>`,
    `<tbody>\n${body}\n</tbody>`,
    '</table></div>',
  ].join('\n');
}

function renderHeader(column: Column): string {
  const { title } = column;
  if (title === '') return '<td></td>';
  return `<${['th scope="col"', ...classOf(column)].join(' ')}>${escapeHtml(title)}</th>`;
}

/** A row is called by its first name in code, or else by its first cell. */
function renderRow(row: Row, columns: readonly Column[], facet: string | undefined): string {
  const header = Math.max(0, row.findIndex(isName));
  const loud = row
    .map(({ severity }) => severity)
    .find((severity) => severity !== undefined && severity !== 'dim');
  const cells = row.map((cell, i) => renderCell(cell, columns[i], i === header));
  const attributes = [
    ...(loud ? [` class="${loud}"`] : []),
    ...(facet === undefined ? [] : [` data-facet="${escapeHtml(facet)}"`]),
  ];
  return `<tr${attributes.join('')}>${cells.join('')}</tr>`;
}

function renderCell(cell: Cell, column: Column | undefined, isHeader: boolean): string {
  const figure = column?.align === 'right';
  const value = figure ? valueOf(cell) : null;
  const attributes = [
    ...(isHeader ? ['scope="row"'] : []),
    ...classOf(column),
    ...(value === null ? [] : [`data-value="${value}"`]),
  ];
  const tag = isHeader ? 'th' : 'td';
  return `<${[tag, ...attributes].join(' ')}>${renderContent(cell)}</${tag}>`;
}

/** Words get a sign with their severity; a figure that has a sign of its own needs none. */
function renderContent(cell: Cell): string {
  const { text, severity } = cell;
  const html = inlineHtml(text);
  if (!severity || html === '') return html;
  const sign = isSigned(cell) ? '' : SEVERITY_SIGNS[severity];
  const shown = sign === '' ? '' : `<span class="mark" aria-hidden="true">${sign}</span> `;
  return `<span class="tone ${severity}">${shown}${html}</span>`;
}

/** The attribute by which the style sheet knows figures, and what it leaves out on a narrow screen. */
function classOf(column: Column | undefined): string[] {
  const classes = [
    ...(column?.align === 'right' ? ['figure'] : []),
    ...(column?.optional ? ['optional'] : []),
  ];
  return classes.length > 0 ? [`class="${classes.join(' ')}"`] : [];
}

const isSigned = ({ text: [first] }: Cell): boolean =>
  typeof first === 'object' && 'form' in first && first.form === 'difference' && first.value !== 0;

/** What a cell is sorted by; null where it has no figure. */
const valueOf = ({ text }: Cell): number | null => figuresOf(text)[0]?.value ?? null;

const figuresOf = (text: Text): Figure[] =>
  text.flatMap((span) => (typeof span !== 'string' && 'form' in span ? [span] : []));

const isName = ({ text }: Cell): boolean =>
  text.some((span) => typeof span !== 'string' && 'code' in span);
