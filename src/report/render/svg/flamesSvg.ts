import { markup, type Markup } from '../../../text/escapeHtml.ts';
import { formatDifference, formatPercentage, formatValue } from '../../../text/format.ts';
import { truncate } from '../../../text/width.ts';
import type { Flames, Frame } from '../../model.ts';
import { maxOf } from '../../../model/numbers.ts';

/** Pixels; what is narrower is left out. */
const [WIDTH, ROW, NARROWEST] = [1100, 18, 0.5];
/** Pixels that a letter takes about, at this size. */
const LETTER = 6.6;
const TOP = 6;

/** Light, as names are written on them in black, whatever the page's own colours are. */
const WARM = [
  '#fbd38d',
  '#fbc4ab',
  '#f6ad8c',
  '#f9d976',
  '#ffd8be',
  '#f4b183',
  '#ffe08a',
  '#f2c29b',
];
const SAME = '#e6e6e6';

/** A frame, and where it begins, in pixels. */
interface Placed extends Frame {
  readonly from: number;
  readonly width: number;
}

/**
 * Stacks of calls as a flame graph, the outermost below: one SVG, without script and style sheet, so that it stands in a
 * page and in a file of its own. What a frame is in full, and what it cost, is said where the pointer rests.
 */
export function flamesSvg({ title, unit, frames, before }: Flames): Markup {
  const placed = place(frames);
  const all = placed.filter(({ depth }) => depth === 0).reduce((sum, { value }) => sum + value, 0);
  const deepest = Math.max(0, maxOf(placed.map(({ depth }) => depth)));
  const height = TOP * 2 + ROW * (deepest + 1);
  const drawn = placed.map((frame) => {
    const { depth, name, value, from, width } = frame;
    const y = TOP + ROW * (deepest - depth);
    const words = [
      `${name}: ${formatValue(value, unit)}, ${formatPercentage(value / all)}`,
      ...(frame.before === undefined
        ? []
        : [`${formatDifference(frame.before, value, unit)} against ${before ?? 'before'}`]),
    ].join('; ');
    const label = shortened(name, Math.floor((width - 6) / LETTER));
    const written =
      label === '' ? '' : markup`<text x="${hundredths(from + 3)}" y="${y + 12.5}">${label}</text>`;
    return markup`<g><title>${words}</title><rect x="${hundredths(from)}" y="${y}" width="${hundredths(width)}" height="${ROW - 1}" fill="${fillOf(frame, all)}"/>${written}</g>\n`;
  });
  return markup`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${title}" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11" fill="#000">
<title>${title}</title>
${drawn}</svg>`;
}

/** Each after its neighbour, from where the one that it was called from begins. */
function place(frames: readonly Frame[]): Placed[] {
  const roots = frames.filter(({ depth }) => depth === 0);
  const all = roots.reduce((sum, { value }) => sum + value, 0) || 1;
  /** By depth, where the next one begins. */
  const next = [0];
  const placed: Placed[] = [];
  for (const frame of frames) {
    const from = next[frame.depth] ?? 0;
    const width = (frame.value / all) * WIDTH;
    next[frame.depth] = from + width;
    next[frame.depth + 1] = from;
    if (width >= NARROWEST) placed.push({ ...frame, from, width });
  }
  return placed;
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Of a long name of Haskell the end says the most. */
function shortened(name: string, letters: number): string {
  if (letters < 3) return '';
  return truncate(name, letters, 'end');
}

/** By the module; against what was before, red for more and blue for less. */
function fillOf({ name, value, before }: Frame, all: number): string {
  if (before === undefined) return WARM[hashOf(moduleOf(name)) % WARM.length] ?? SAME;
  const change = value - before;
  if (Math.abs(change) < all / 1000) return SAME;
  const strength = Math.min(1, Math.sqrt(Math.abs(change) / all) + 0.15);
  const other = Math.round(235 - 135 * strength);
  return change > 0 ? `rgb(255 ${other} ${other})` : `rgb(${other} ${other + 10} 255)`;
}

const moduleOf = (name: string): string => name.split(/\.(?![A-Z])/, 1)[0] ?? '';

const hashOf = (text: string): number =>
  Array.from(text).reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
