import { formatValue } from '../../../text/format.ts';
import { escapeHtml, inlineHtml } from '../../../text/html.ts';
import type { Tree, TreeLine } from '../../model.ts';

/** A tree of at most this many lines is unfolded; of a larger one, its first levels. */
const UNFOLDED_LINES = 60;
const UNFOLDED_LEVELS = 2;

/** A tree as nested lists; a branch that has others below it folds, by mouse and by key. */
export function htmlTree({ title, lines }: Tree): string {
  const html = [`<div class="tree" role="group" aria-label="${escapeHtml(title)}"><ul>`];
  let open = 0;
  for (const [i, line] of lines.entries()) {
    for (; open > line.depth; open--) html.push(CLOSED);
    if ((lines[i + 1]?.depth ?? 0) > line.depth) {
      const unfolded = lines.length <= UNFOLDED_LINES || line.depth < UNFOLDED_LEVELS;
      html.push(`<li><details${unfolded ? ' open' : ''}><summary>${contentOf(line)}</summary><ul>`);
      open++;
    } else html.push(`<li><div class="leaf">${contentOf(line)}</div></li>`);
  }
  return [...html, CLOSED.repeat(open), '</ul></div>'].join('\n');
}

const CLOSED = '</ul></details></li>';

function contentOf({ label, times, seconds, counts, severity }: TreeLine): string {
  return [
    inlineHtml([{ code: label }]),
    ...(times === 1 ? [] : [`<span class="times">× ${times}</span>`]),
    ...(seconds === undefined
      ? []
      : [`<span class="seconds">${escapeHtml(formatValue(seconds, 'seconds'))}</span>`]),
    ...(counts.length === 0
      ? []
      : [`<span class="tone ${severity ?? 'dim'}">${escapeHtml(counts.join(', '))}</span>`]),
  ].join(' ');
}
