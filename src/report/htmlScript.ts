/**
 * What the HTML report does beyond being read: tables are sorted by the buttons in their headers,
 * metrics filtered, lines copied. It makes its own controls, so that there is none which does nothing
 * where scripts do not run. It knows the page only by the classes that html.ts and htmlTable.ts write,
 * and writes text only as text.
 */
export const SCRIPT = `
'use strict';
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const button = (text) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    return made;
  };

  // Sorting: figures by the value beside them, largest first; words by themselves. Thrice: as before.
  const collator = new Intl.Collator('en', { numeric: true });
  const sortKey = (row, index) => {
    const cell = row.cells[index];
    if (cell.dataset.value !== undefined) return Number(cell.dataset.value);
    return cell.classList.contains('figure') ? null : cell.textContent;
  };
  const compare = (a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(a, b);
  for (const table of all('table')) {
    const body = table.tBodies[0];
    const original = [...body.rows];
    if (original.length < 2) continue;
    const headers = all('thead th', table);
    for (const header of headers) {
      const control = button(header.textContent);
      header.replaceChildren(control);
      const orders = header.classList.contains('figure')
        ? ['descending', 'ascending']
        : ['ascending', 'descending'];
      control.addEventListener('click', () => {
        const order = orders[orders.indexOf(header.getAttribute('aria-sort')) + 1];
        for (const other of headers) other.removeAttribute('aria-sort');
        if (order === undefined) return body.append(...original);
        header.setAttribute('aria-sort', order);
        const sign = order === 'ascending' ? 1 : -1;
        const keyed = original.map((row) => [sortKey(row, header.cellIndex), row]);
        // What has no value stays below, whichever way the others go.
        const filled = keyed.filter(([key]) => key !== null && key !== '');
        const empty = keyed.filter(([key]) => key === null || key === '');
        filled.sort(([a], [b]) => sign * compare(a, b));
        body.append(...[...filled, ...empty].map(([, row]) => row));
      });
    }
  }

  // Copying: what is shown is what is copied.
  for (const lines of navigator.clipboard ? all('.lines') : []) {
    const control = button('Copy');
    control.className = 'copy';
    control.addEventListener('click', async () => {
      const done = await navigator.clipboard.writeText(lines.querySelector('pre').textContent).then(
        () => 'Copied',
        () => 'Not allowed',
      );
      control.textContent = done;
      setTimeout(() => (control.textContent = 'Copy'), 1500);
    });
    lines.append(control);
  }

  // Folding: all at once; a filter unfolds what it finds, and folds it again when it is cleared.
  const folds = all('details');
  const toggle = document.getElementById('unfold');
  const showToggle = () => {
    toggle.textContent = folds.every((fold) => fold.open) ? 'Fold all' : 'Unfold all';
  };
  toggle.hidden = folds.length === 0;
  toggle.addEventListener('click', () => {
    const open = !folds.every((fold) => fold.open);
    for (const fold of folds) fold.open = open;
  });
  for (const fold of folds) fold.addEventListener('toggle', showToggle);
  showToggle();

  // Filtering: rows that name a metric; a section in which no row is left goes away with them.
  const filter = document.getElementById('filter');
  const status = document.getElementById('found');
  const rows = all('table.metrics tbody tr').map((row) => [row, row.textContent.toLowerCase()]);
  const sections = all('section, details')
    .map((section) => [section, all('table.metrics tbody tr', section)])
    .filter(([, own]) => own.length > 0);
  let folded = null;
  const apply = () => {
    const terms = filter.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const active = terms.length > 0;
    if (active && folded === null) folded = folds.map((fold) => fold.open);
    for (const [row, words] of rows) row.hidden = !terms.every((term) => words.includes(term));
    for (const [section, own] of sections) {
      section.hidden = own.every((row) => row.hidden);
      if (active && 'open' in section) section.open = !section.hidden;
    }
    if (!active && folded !== null) {
      folds.forEach((fold, i) => (fold.open = folded[i]));
      folded = null;
    }
    const found = rows.filter(([row]) => !row.hidden).length;
    status.textContent = active ? found + ' of ' + rows.length + ' rows' : '';
  };
  filter.addEventListener('input', apply);
  for (const control of all('.filter')) control.hidden = rows.length === 0;
  document.getElementById('tools').hidden = rows.length === 0 && folds.length === 0;
  if (filter.value !== '') apply();
})();
`;
