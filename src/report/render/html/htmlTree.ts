import { formatValue } from '../../../text/format.ts';
import { inlineHtml, markup, markupLines, type Markup } from '../../../text/escapeHtml.ts';
import type { Tree, TreeLine } from '../../model.ts';

/** A tree of at most this many lines is unfolded; of a larger one, its first levels. */
const UNFOLDED_LINES = 60;
const UNFOLDED_LEVELS = 2;

/** A tree as nested lists; a branch that has others below it folds, by mouse and by key. */
export function htmlTree({ title, lines }: Tree): Markup {
  const html = [markup`<div class="tree" role="group" aria-label="${title}"><ul>`];
  let open = 0;
  for (const [i, line] of lines.entries()) {
    for (; open > line.depth; open--) html.push(CLOSED);
    if ((lines[i + 1]?.depth ?? 0) > line.depth) {
      const unfolded = lines.length <= UNFOLDED_LINES || line.depth < UNFOLDED_LEVELS;
      html.push(
        markup`<li><details${unfolded ? ' open' : ''}><summary>${contentOf(line)}</summary><ul>`,
      );
      open++;
    } else html.push(markup`<li><div class="leaf">${contentOf(line)}</div></li>`);
  }
  const closed = Array.from({ length: open }, () => CLOSED);
  return markupLines([...html, markup`${closed}`, markup`</ul></div>`]);
}

const CLOSED = markup`</ul></details></li>`;

function contentOf({ label, times, seconds, counts, severity }: TreeLine): Markup {
  const parts = [
    inlineHtml([{ code: label }]),
    ...(times === 1 ? [] : [markup`<span class="times">× ${times}</span>`]),
    ...(seconds === undefined
      ? []
      : [markup`<span class="seconds">${formatValue(seconds, 'seconds')}</span>`]),
    ...(counts.length === 0
      ? []
      : [markup`<span class="tone ${severity ?? 'dim'}">${counts.join(', ')}</span>`]),
  ];
  return markup`${parts.map((part, i) => (i === 0 ? part : [' ', part]))}`;
}
