import type { Severity, Tree } from '../../model.ts';
import type { Colours } from '../../../text/terminal.ts';
import { treeText } from '../treeText.ts';

/** A tree, its names loud and its figures less so. */
export function terminalTree(
  tree: Tree,
  { colours, columns }: { readonly colours: Colours; readonly columns: number },
): string {
  const paints: Readonly<Record<Severity, (words: string) => string>> = {
    good: colours.green,
    bad: colours.red,
    warn: colours.yellow,
    dim: colours.dim,
  };
  const dim = (words: string) => (words === '' ? '' : colours.dim(words));
  return treeText(tree, columns)
    .map(({ before, label, times, counts, severity }) => {
      const painted = counts === '' ? '' : paints[severity ?? 'dim'](counts);
      return dim(before) + label + dim(times) + painted;
    })
    .join('\n');
}
