import type { Arrow, Loop, Sequence } from '../../sequenceModel.ts';
import { truncate, widthOf } from '../../../text/width.ts';
import { plainLine } from '../../../text/plain.ts';
import { maxOf } from '../../../model/numbers.ts';

/** In units of the drawing, which are pixels where nothing is scaled. Letters are of one width. */
export const LETTER = 7.3;
export const ROW = 26;
const [HEAD_PADDING, TEXT_PADDING, SELF_WIDTH, EDGE] = [12, 26, 34, 16];

/** Longer texts are cut: they would push the columns apart. */
const LONGEST = 44;

/** Where everything of a sequence is. */
export interface Layout {
  readonly width: number;
  /** Of the body, below the heads. */
  readonly height: number;
  readonly columns: readonly {
    readonly name: string;
    readonly x: number;
    readonly width: number;
  }[];
  readonly arrows: readonly PlacedArrow[];
  readonly loops: readonly {
    readonly y: number;
    readonly height: number;
    readonly times: number;
  }[];
}

export interface PlacedArrow {
  readonly text: string;
  readonly kind: Arrow['kind'];
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** Columns as far apart as their names and what passes between them need; one row for each arrow. */
export function layoutOf({ participants, items }: Sequence): Layout {
  const columnOf = new Map(participants.map(({ id }, column) => [id, column]));
  const names = participants.map(({ name }) => truncate(plainLine(name), LONGEST));
  const arrows = items.flatMap((item) => ('arrows' in item ? item.arrows : [item]));
  const ends = arrows.map(
    ({ from, to }) => [columnOf.get(from) ?? 0, columnOf.get(to) ?? 0] as const,
  );
  const xs = placesOf(names, arrows.map(words), ends);
  const widths = names.map((name) => widthOf(name) * LETTER + HEAD_PADDING);

  const placed: PlacedArrow[] = [];
  const loops: { y: number; height: number; times: number }[] = [];
  let y = ROW;
  const place = (arrow: Arrow): void => {
    const [from = 0, to = 0] = [columnOf.get(arrow.from), columnOf.get(arrow.to)];
    placed.push({ text: words(arrow), kind: arrow.kind, from: xs[from] ?? 0, to: xs[to] ?? 0, y });
    y += ROW;
  };
  for (const item of items) {
    if (!isLoop(item)) {
      place(item);
      continue;
    }
    const top = y - ROW / 2;
    y += ROW;
    for (const arrow of item.arrows) place(arrow);
    loops.push({ y: top, height: y - ROW / 4 - top, times: item.times });
    y += ROW / 2;
  }
  const selfs = arrows.flatMap((arrow, k) => {
    const [from, to] = ends[k] ?? [0, 0];
    return from === to ? [(xs[from] ?? 0) + SELF_WIDTH + widthOf(words(arrow)) * LETTER] : [];
  });
  const right = Math.max(0, maxOf(xs.map((x, k) => x + (widths[k] ?? 0) / 2)), maxOf(selfs));
  return {
    width: Math.ceil(right + EDGE),
    height: Math.ceil(y),
    columns: names.map((name, k) => ({ name, x: xs[k] ?? 0, width: widths[k] ?? 0 })),
    arrows: placed,
    loops,
  };
}

const isLoop = (item: Arrow | Loop): item is Loop => 'arrows' in item;

/** `readConfig × 4`. */
function words({ text, times }: Arrow): string {
  return truncate(plainLine(text), LONGEST) + (times === 1 ? '' : ` × ${times}`);
}

/** The middle of each column. */
function placesOf(
  names: readonly string[],
  texts: readonly string[],
  ends: readonly (readonly [number, number])[],
): number[] {
  const half = (name: string | undefined): number =>
    (widthOf(name ?? '') * LETTER + HEAD_PADDING) / 2;
  const xs = names.map(() => 0);
  for (const [column, name] of names.entries()) {
    if (column === 0) {
      xs[0] = Math.round(EDGE + half(name));
      continue;
    }
    const left = xs[column - 1] ?? 0;
    let x = left + half(names[column - 1]) + half(name) + HEAD_PADDING;
    for (const [k, [from, to]] of ends.entries()) {
      const length = widthOf(texts[k] ?? '') * LETTER;
      const [start, end] = [Math.min(from, to), Math.max(from, to)];
      if (start === end && start === column - 1) x = Math.max(x, left + SELF_WIDTH + length);
      if (start < end && end === column) x = Math.max(x, (xs[start] ?? 0) + length + TEXT_PADDING);
    }
    xs[column] = Math.round(x);
  }
  return xs;
}
