import { all, element } from './dom.ts';

/** The button that folds or unfolds everything. Returns what folds: sections, trees, tables of charts. */
export function folding(): readonly HTMLDetailsElement[] {
  const folds = all<HTMLDetailsElement>('details');
  const toggle = element('unfold', HTMLButtonElement);
  const show = (): void => {
    toggle.textContent = folds.every(({ open }) => open) ? 'Fold all' : 'Unfold all';
  };
  toggle.hidden = folds.length === 0;
  toggle.addEventListener('click', () => {
    const open = !folds.every((fold) => fold.open);
    for (const fold of folds) fold.open = open;
  });
  for (const fold of folds) fold.addEventListener('toggle', show);
  show();
  return folds;
}
