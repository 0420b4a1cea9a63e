import type { Point } from './grid.ts';
import { mean } from '../model/numbers.ts';

/** The straight growth that is nearest to the values of a noisy metric, by least squares. */
export interface LinearFit {
  /** At no node and no instance; in the unit of the metric, as are the two below. */
  readonly base: number;
  /** null of what was measured at one size only. */
  readonly perNode: number | null;
  readonly perInstance: number | null;
  /** The root of the mean square of what the fit is off by, in the unit of the metric. */
  readonly rms: number;
  /** The same as a share of the mean value; null where that is 0. */
  readonly relative: number | null;
}

/** @param points at least one; several of one size count each */
export function fitLinear(points: readonly Point[]): LinearFit {
  const [n, i, v] = [
    centred(points.map(({ nodes }) => nodes)),
    centred(points.map(({ instances }) => instances)),
    centred(points.map(({ value }) => value)),
  ];
  const [nn, ii, ni] = [dot(n.off, n.off), dot(i.off, i.off), dot(n.off, i.off)];
  const [nv, iv] = [dot(n.off, v.off), dot(i.off, v.off)];
  const determinant = nn * ii - ni * ni;
  // Sizes on one line, as where nodes and instances rose together, do not tell the two apart.
  const apart = determinant > 1e-9 * nn * ii;
  const perNode = apart ? (nv * ii - iv * ni) / determinant : nn > 0 ? nv / nn : null;
  const perInstance = apart
    ? (iv * nn - nv * ni) / determinant
    : nn > 0 || ii === 0
      ? null
      : iv / ii;
  const base = v.mean - (perNode ?? 0) * n.mean - (perInstance ?? 0) * i.mean;
  const squares = points.map(
    ({ nodes, instances, value }) =>
      (value - base - (perNode ?? 0) * nodes - (perInstance ?? 0) * instances) ** 2,
  );
  const rms = Math.sqrt(mean(squares));
  return { base, perNode, perInstance, rms, relative: v.mean === 0 ? null : rms / v.mean };
}

interface Centred {
  readonly mean: number;
  /** How far each value is off the mean. */
  readonly off: readonly number[];
}

function centred(values: readonly number[]): Centred {
  const middle = mean(values);
  return { mean: middle, off: values.map((value) => value - middle) };
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
