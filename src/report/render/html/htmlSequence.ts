import { leftOutWords, type Arrow, type Loop, type Sequence } from '../../sequenceModel.ts';
import { markup, type Markup } from '../../../text/escapeHtml.ts';
import { layoutOf, ROW, type Layout, type PlacedArrow } from './sequenceLayout.ts';
import type { Diagram } from '../../model.ts';

const [HEAD, HEAD_BOX] = [34, 24];
const [ARROW, SELF] = [7, 26];

/**
 * A sequence as a drawing that scrolls, the heads of its columns in sight, and as a list of sentences for
 * who does not see it. No script, no style of its own: the policy of the page holds.
 */
export function htmlSequence({ title, sequence }: Diagram, id: string): Markup {
  const layout = layoutOf(sequence);
  const left = leftOutWords(sequence);
  const heads = svg(layout, HEAD, 'heads', markup`aria-hidden="true"`, headsOf(layout));
  const described = markup`role="img" aria-label="${title}" aria-describedby="${id}"`;
  return markup`<figure class="sequence">
<div class="stage" role="region" tabindex="0" aria-label="${title}">
${heads}
${svg(layout, layout.height, 'body', described, bodyOf(layout))}
</div>
<p class="hint" id="${id}">From top to bottom in the order of time; all of it is in words below.</p>
${left === '' ? '' : markup`<p>${left}.</p>\n`}<details class="values"><summary>In words</summary>
<ol>${itemsOf(sequence)}</ol>
</details>
</figure>`;
}

function svg(
  { width }: Layout,
  height: number,
  name: string,
  attributes: Markup,
  inner: readonly Markup[],
): Markup {
  const size = markup`width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return markup`<svg class="${name}" ${size} ${attributes}>${inner}</svg>`;
}

function headsOf({ columns }: Layout): Markup[] {
  return columns.map(
    ({ name, x, width }) =>
      markup`<rect x="${tenths(x - width / 2)}" y="5" width="${tenths(width)}" height="${HEAD_BOX}" rx="4"/>${label(name, tenths(x), 21)}`,
  );
}

function bodyOf({ columns, arrows, loops, width, height }: Layout): Markup[] {
  return [
    ...columns.map(({ x }) => markup`<path class="life" d="M${tenths(x)} 0V${height}"/>`),
    ...loops.map(
      (loop) =>
        markup`<rect class="loop" x="4" y="${loop.y}" width="${width - 8}" height="${loop.height}" rx="4"/><text class="times" x="12" y="${loop.y + 17}">${loop.times} times</text>`,
    ),
    ...arrows.map((arrow) => (arrow.from === arrow.to ? selfOf(arrow) : arrowOf(arrow))),
  ];
}

/** A call has a full head, a start an open one. */
function arrowOf({ text, kind, from, to, y }: PlacedArrow): Markup {
  const back = from < to ? -ARROW : ARROW;
  const head = `M${to + back} ${y - 4}L${to} ${y}L${to + back} ${y + 4}${kind === 'start' ? '' : 'Z'}`;
  const words = label(text, tenths((from + to) / 2), y - 5);
  return markup`<path class="arrow" d="M${from} ${y}H${to}"/><path class="${kind}" d="${head}"/>${words}`;
}

function selfOf({ text, from, y }: PlacedArrow): Markup {
  const low = y + ROW / 3;
  const line = `M${from} ${y - 4}H${from + SELF - 8}V${tenths(low)}H${from}`;
  return markup`<path class="arrow" d="${line}"/><text x="${from + SELF}" y="${y + 5}">${text}</text>`;
}

/** A text around a point. */
const label = (text: string, x: number, y: number): Markup =>
  markup`<text x="${x}" y="${y}" text-anchor="middle">${text}</text>`;

function itemsOf({ participants, items }: Sequence): Markup[] {
  const names = new Map(participants.map(({ id, name }) => [id, name]));
  const say = (item: Arrow | Loop): Markup => {
    if ('arrows' in item) {
      return markup`<li>${item.times} times:<ol>${item.arrows.map(say)}</ol></li>`;
    }
    const [from, to] = [names.get(item.from) ?? '', names.get(item.to) ?? ''];
    const text = item.text + (item.times === 1 ? '' : ` × ${item.times}`);
    return markup`<li>${SENTENCES[item.kind](from, to, text)}</li>`;
  };
  return items.map(say);
}

const SENTENCES: Readonly<
  Record<Arrow['kind'], (from: string, to: string, text: string) => string>
> = {
  call: (from, to, text) => `${from} asks ${to}: ${text}`,
  start: (from, to) => `${from} starts ${to}`,
  run: (from, _, text) => `${from} runs ${text}`,
};

const tenths = (value: number): number => Math.round(value * 10) / 10;
