import { all, element } from './dom.ts';

interface Line {
  readonly row: HTMLTableRowElement;
  readonly facet: string;
  readonly words: string;
}

/** A part of the page that goes away when none of its rows is left. */
interface Part {
  readonly part: HTMLElement;
  readonly own: readonly HTMLTableRowElement[];
}

/**
 * Rows that name a metric are chosen by words and by their facet, as the verdict. What is found is
 * unfolded, and folded again when nothing is asked for any more.
 */
export function filtering(folds: readonly HTMLDetailsElement[]): void {
  const rows = all<HTMLTableRowElement>('table.metrics tbody tr');
  for (const control of all<HTMLElement>('.filter')) control.hidden = rows.length === 0;
  if (rows.length === 0) return;
  const [words, facet] = [element('filter', HTMLInputElement), element('facet', HTMLSelectElement)];
  const facets = offerFacets(facet, rows);
  for (const control of all<HTMLElement>('.facet')) control.hidden = facets < 2;

  // Made when they are needed: a page of thousands of rows opens sooner.
  let [lines, parts]: [Line[] | undefined, Part[] | undefined] = [undefined, undefined];
  let folded: readonly boolean[] | undefined;
  const apply = (): void => {
    lines ??= rows.map(lineOf);
    parts ??= partsOf();
    const terms = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const active = terms.length > 0 || facet.value !== '';
    let found = 0;
    for (const { row, facet: own, words: text } of lines) {
      const matches =
        (facet.value === '' || own === facet.value) && terms.every((term) => text.includes(term));
      if (row.hidden === matches) row.hidden = !matches;
      if (matches) found += 1;
    }
    if (active) folded ??= folds.map(({ open }) => open);
    for (const { part, own } of parts) {
      part.hidden = active && own.every(({ hidden }) => hidden);
      if (active && part instanceof HTMLDetailsElement) part.open = !part.hidden;
    }
    if (!active && folded) {
      for (const [i, fold] of folds.entries()) fold.open = folded[i] ?? false;
      folded = undefined;
    }
    element('found', HTMLOutputElement).textContent = active
      ? `${found} of ${rows.length} rows`
      : '';
  };
  words.addEventListener('input', apply);
  facet.addEventListener('change', apply);
  // A browser may have kept what was asked for when the page is loaded again.
  if (words.value !== '' || facet.value !== '') apply();
}

function lineOf(row: HTMLTableRowElement): Line {
  return { row, facet: row.dataset['facet'] ?? '', words: row.textContent.toLowerCase() };
}

const partsOf = (): Part[] =>
  all<HTMLElement>('section, main > details')
    .map((part) => ({ part, own: all<HTMLTableRowElement>('table.metrics tbody tr', part) }))
    .filter(({ own }) => own.length > 0);

/** One choice for each facet that there is, in the order of the page. */
function offerFacets(choice: HTMLSelectElement, rows: readonly HTMLTableRowElement[]): number {
  const counts = new Map<string, number>();
  for (const { dataset } of rows) {
    const { facet } = dataset;
    if (facet !== undefined) counts.set(facet, (counts.get(facet) ?? 0) + 1);
  }
  for (const [facet, count] of counts) choice.add(new Option(`${facet} (${count})`, facet));
  return counts.size;
}
