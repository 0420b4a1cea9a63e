import { leftOutWords, type Sequence } from '../../build/trace/sequence.ts';
import type { Arrow, Loop } from '../../build/trace/sequenceFold.ts';
import { escapeHtml } from '../../../text/html.ts';
import { layoutOf, ROW, type Layout, type PlacedArrow } from './sequenceLayout.ts';
import type { Diagram } from '../../model.ts';

const [HEAD, HEAD_BOX] = [34, 24];
const [ARROW, SELF] = [7, 26];

/**
 * A sequence as a drawing that scrolls, the heads of its columns in sight, and as a list of sentences for
 * who does not see it. No script, no style of its own: the policy of the page holds.
 */
export function htmlSequence({ title, sequence }: Diagram, id: string): string {
  const layout = layoutOf(sequence);
  const left = leftOutWords(sequence);
  const name = escapeHtml(title);
  return [
    '<figure class="sequence">',
    `<div class="stage" role="region" tabindex="0" aria-label="${name}">`,
    svg(layout, HEAD, 'heads', 'aria-hidden="true"', headsOf(layout)),
    svg(
      layout,
      layout.height,
      'body',
      `role="img" aria-label="${name}" aria-describedby="${id}"`,
      bodyOf(layout),
    ),
    '</div>',
    `<p class="hint" id="${id}">From top to bottom in the order of time; all of it is in words below.</p>`,
    ...(left === '' ? [] : [`<p>${left}.</p>`]),
    '<details class="values"><summary>In words</summary>',
    `<ol>${itemsOf(sequence)}</ol>`,
    '</details>',
    '</figure>',
  ].join('\n');
}

function svg(
  { width }: Layout,
  height: number,
  name: string,
  attributes: string,
  inner: string,
): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg class="${name}" ${size} ${attributes}>${inner}</svg>`;
}

function headsOf({ columns }: Layout): string {
  const boxes = columns.map(
    ({ name, x, width }) =>
      `<rect x="${tenths(x - width / 2)}" y="5" width="${tenths(width)}" height="${HEAD_BOX}" rx="4"/>` +
      `<text x="${tenths(x)}" y="21" text-anchor="middle">${escapeHtml(name)}</text>`,
  );
  return boxes.join('');
}

function bodyOf({ columns, arrows, loops, width, height }: Layout): string {
  return [
    ...columns.map(({ x }) => `<path class="life" d="M${tenths(x)} 0V${height}"/>`),
    ...loops.map(
      (loop) =>
        `<rect class="loop" x="4" y="${loop.y}" width="${width - 8}" height="${loop.height}" rx="4"/>` +
        `<text class="times" x="12" y="${loop.y + 17}">${loop.times} times</text>`,
    ),
    ...arrows.map((arrow) => (arrow.from === arrow.to ? selfOf(arrow) : arrowOf(arrow))),
  ].join('');
}

/** A call has a full head, a start an open one. */
function arrowOf({ text, kind, from, to, y }: PlacedArrow): string {
  const back = from < to ? -ARROW : ARROW;
  const head = `M${to + back} ${y - 4}L${to} ${y}L${to + back} ${y + 4}${kind === 'start' ? '' : 'Z'}`;
  return (
    `<path class="arrow" d="M${from} ${y}H${to}"/><path class="${kind}" d="${head}"/>` +
    `<text x="${tenths((from + to) / 2)}" y="${y - 5}" text-anchor="middle">${escapeHtml(text)}</text>`
  );
}

function selfOf({ text, from, y }: PlacedArrow): string {
  const low = y + ROW / 3;
  return (
    `<path class="arrow" d="M${from} ${y - 4}H${from + SELF - 8}V${tenths(low)}H${from}"/>` +
    `<text x="${from + SELF}" y="${y + 5}">${escapeHtml(text)}</text>`
  );
}

function itemsOf({ participants, items }: Sequence): string {
  const names = new Map(participants.map(({ id, name }) => [id, name]));
  const say = (item: Arrow | Loop): string => {
    if ('arrows' in item) {
      return `<li>${item.times} times:<ol>${item.arrows.map(say).join('')}</ol></li>`;
    }
    const [from, to] = [names.get(item.from) ?? '', names.get(item.to) ?? ''];
    const text = item.text + (item.times === 1 ? '' : ` × ${item.times}`);
    return `<li>${escapeHtml(SENTENCES[item.kind](from, to, text))}</li>`;
  };
  return items.map(say).join('');
}

const SENTENCES: Readonly<
  Record<Arrow['kind'], (from: string, to: string, text: string) => string>
> = {
  call: (from, to, text) => `${from} asks ${to}: ${text}`,
  start: (from, to) => `${from} starts ${to}`,
  run: (from, _, text) => `${from} runs ${text}`,
};

const tenths = (value: number): number => Math.round(value * 10) / 10;
