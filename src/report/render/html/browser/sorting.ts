import { all, announce, button } from './dom.ts';

type Order = 'ascending' | 'descending';
type SortKey = number | string | null;

/** Names with numbers in them by the numbers: node2 before node10. */
const collator = new Intl.Collator('en', { numeric: true });

/** Tables are sorted by buttons in their headers; at the third press they are as before. */
export function sorting(): void {
  for (const table of all<HTMLTableElement>('table')) {
    const body = table.tBodies[0];
    if (body && body.rows.length > 1) sortable(table, body);
  }
}

function sortable(table: HTMLTableElement, body: HTMLTableSectionElement): void {
  const headers = all<HTMLTableCellElement>('thead th', table);
  let original: readonly HTMLTableRowElement[] | undefined;
  for (const header of headers) {
    const title = header.textContent;
    const control = button(title);
    header.replaceChildren(control);
    control.addEventListener('click', () => {
      original ??= [...body.rows];
      const order = nextOrder(header);
      for (const other of headers) other.removeAttribute('aria-sort');
      if (order !== undefined) header.setAttribute('aria-sort', order);
      const rows = order === undefined ? original : sorted(original, header.cellIndex, order);
      for (const row of rows) body.append(row);
      announce(order === undefined ? 'Not sorted' : `Sorted by ${title}, ${order}`);
    });
  }
}

/** Figures largest first, words from a to z. */
function nextOrder(header: HTMLTableCellElement): Order | undefined {
  const orders: readonly Order[] = header.classList.contains('figure')
    ? ['descending', 'ascending']
    : ['ascending', 'descending'];
  return orders[orders.findIndex((order) => order === header.getAttribute('aria-sort')) + 1];
}

function sorted(
  rows: readonly HTMLTableRowElement[],
  index: number,
  order: Order,
): HTMLTableRowElement[] {
  const sign = order === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, index) }));
  // What has no value stays below, whichever way the others go.
  const empty = keyed.filter(({ key }) => key === null || key === '');
  const filled = keyed.filter(({ key }) => key !== null && key !== '');
  filled.sort((a, b) => sign * compare(a.key, b.key));
  return [...filled, ...empty].map(({ row }) => row);
}

/** Of a figure the value beside it, of other cells their words. */
function keyOf(row: HTMLTableRowElement, index: number): SortKey {
  const cell = row.cells[index];
  if (!cell) return null;
  const value = cell.dataset['value'];
  if (value !== undefined) return Number(value);
  return cell.classList.contains('figure') ? null : cell.textContent;
}

const compare = (a: SortKey, b: SortKey): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
