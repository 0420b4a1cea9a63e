import { formatPercentage, formatValue } from '../../text/format.ts';
import type { Flames, Frame, Tree } from '../model.ts';
import { maxOf } from '../../model/numbers.ts';

/** Of all: what costs less is left out. */
const SMALLEST = 0.05;
const MOST_LINES = 40;

/** Of what a frame costs: one that it called which costs so much stands for both. */
const ALIKE = 0.9;

/** The widest of stacks of calls as a tree, for where nothing can be drawn; what only calls another is left out. */
export function flameTree({ title, unit, frames }: Flames): Tree {
  const all = Math.max(0, maxOf(frames.map(({ value }) => value)));
  const wide = frames.filter(({ value }) => all > 0 && value >= all * SMALLEST);
  /** The depths of the frames above that are shown. */
  const above: number[] = [];
  const lines = wide.flatMap(({ depth, name, value }, i) => {
    while ((above.at(-1) ?? -1) >= depth) above.pop();
    if (callsOneAlike(wide, i)) return [];
    above.push(depth);
    const counts = [`${formatPercentage(value / all)}, ${formatValue(value, unit)}`];
    return [{ depth: above.length - 1, label: name, times: 1, counts }];
  });
  return { kind: 'tree', title, lines: lines.slice(0, MOST_LINES) };
}

function callsOneAlike(frames: readonly Frame[], index: number): boolean {
  const { depth, value } = frames[index] ?? { depth: 0, value: 0 };
  for (const called of frames.slice(index + 1)) {
    if (called.depth <= depth) return false;
    if (called.depth === depth + 1 && called.value >= value * ALIKE) return true;
  }
  return false;
}
