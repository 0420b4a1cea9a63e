import { inlineHtml, markup, markupLines, type Markup } from '../../../text/escapeHtml.ts';
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
export function htmlTable({ columns, rows, facets }: Table, labelledBy: string): Markup {
  const header = columns.map(renderHeader);
  const body = markupLines(rows.map((row, i) => renderRow(row, columns, facets?.[i])));
  const kind = rows.some((row) => row.some(isName)) ? markup` class="metrics"` : '';
  return markup`<div class="scroll"><table${kind} aria-labelledby="${labelledBy}">
<thead><tr>${header}</tr></thead>
<tbody>
${body}
</tbody>
</table></div>`;
}

function renderHeader(column: Column): Markup {
  const { title } = column;
  if (title === '') return markup`<td></td>`;
  return markup`<th scope="col"${classOf(column)}>${title}</th>`;
}

/** A row is called by its first name in code, or else by its first cell. */
function renderRow(row: Row, columns: readonly Column[], facet: string | undefined): Markup {
  const header = Math.max(0, row.findIndex(isName));
  const loud = row
    .map(({ severity }) => severity)
    .find((severity) => severity !== undefined && severity !== 'dim');
  const cells = row.map((cell, i) => renderCell(cell, columns[i], i === header));
  const attributes = [
    ...(loud ? [markup` class="${loud}"`] : []),
    ...(facet === undefined ? [] : [markup` data-facet="${facet}"`]),
  ];
  return markup`<tr${attributes}>${cells}</tr>`;
}

function renderCell(cell: Cell, column: Column | undefined, isHeader: boolean): Markup {
  const figure = column?.align === 'right';
  const value = figure ? valueOf(cell) : null;
  const attributes = [
    ...classOf(column),
    ...(value === null ? [] : [markup` data-value="${value}"`]),
  ];
  const content = renderContent(cell);
  return isHeader
    ? markup`<th scope="row"${attributes}>${content}</th>`
    : markup`<td${attributes}>${content}</td>`;
}

/** Words get a sign with their severity; a figure that has a sign of its own needs none. */
function renderContent(cell: Cell): Markup {
  const { text, severity } = cell;
  const words = inlineHtml(text);
  if (!severity || words.html === '') return words;
  const sign = isSigned(cell) ? '' : SEVERITY_SIGNS[severity];
  const shown = sign === '' ? '' : markup`<span class="mark" aria-hidden="true">${sign}</span> `;
  return markup`<span class="tone ${severity}">${shown}${words}</span>`;
}

/** The attribute by which the style sheet knows figures, and what it leaves out on a narrow screen. */
function classOf(column: Column | undefined): Markup[] {
  const classes = [
    ...(column?.align === 'right' ? ['figure'] : []),
    ...(column?.optional ? ['optional'] : []),
  ];
  return classes.length > 0 ? [markup` class="${classes.join(' ')}"`] : [];
}

const isSigned = ({ text: [first] }: Cell): boolean =>
  typeof first === 'object' && 'form' in first && first.form === 'difference' && first.value !== 0;

/** What a cell is sorted by; null where it has no figure. */
const valueOf = ({ text }: Cell): number | null => figuresOf(text)[0]?.value ?? null;

const figuresOf = (text: Text): Figure[] =>
  text.flatMap((span) => (typeof span !== 'string' && 'form' in span ? [span] : []));

const isName = ({ text }: Cell): boolean =>
  text.some((span) => typeof span !== 'string' && 'code' in span);
