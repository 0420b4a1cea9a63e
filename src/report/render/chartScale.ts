import { byteUnit } from '../../text/format.ts';
import type { Unit } from '../../model/metric.ts';
import { maxOf, minOf } from '../../model/numbers.ts';

/** The ends of an axis of values, and the places of its lines. */
export interface Scale {
  /** Below or at the least value; 0 unless there are values below it. */
  readonly least: number;
  readonly most: number;
  /** Round numbers from one end to the other. */
  readonly ticks: readonly number[];
}

/**
 * An axis for these values, with some four lines; growth is told from nothing. Lines of bytes are at round
 * numbers of KiB, MiB and so on.
 */
export function scaleOf(values: readonly number[], unit: Unit = 'count'): Scale {
  const [low, high] = [Math.min(0, minOf(values)), Math.max(0, maxOf(values))];
  const rough = (high - low) / 4;
  const largest = Math.max(high, -low);
  const base = unit === 'bytes' ? byteUnit(largest).factor : 1;
  const step = roundStep(rough / base) * base;
  const [first, last] = [Math.floor(low / step), Math.max(1, Math.ceil(high / step))];
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => (first + k) * step);
  return { least: first * step, most: last * step, ticks };
}

/** 1, 2 or 5 times a power of ten, not less than `step`. */
function roundStep(step: number): number {
  if (!(step > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= step) ?? 10;
  return factor * power;
}
