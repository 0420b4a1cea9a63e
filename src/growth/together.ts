import { AXES, isProportional, sizeAlong, totalOf, type Along } from '../model/along.ts';
import type { Size } from '../model/formula.ts';
import { axisOf, lineAlong } from './grid.ts';

/**
 * Whether the nodes and the instances of the configuration were raised together, so that there are as many
 * instances for each node at every size: then nothing tells what grows with which of the two.
 */
export function growTogether(sizes: readonly Size[]): boolean {
  const count = new Set(sizes.map((size) => JSON.stringify(AXES.map((v) => size[v] ?? 0)))).size;
  const varied = AXES.filter((variable) => axisOf(sizes, variable).length > 1);
  const isPair = varied.join() === 'configInstances,configNodes';
  return (
    isPair &&
    varied.every((variable) => axisOf(sizes, variable).length === count) &&
    isProportional(sizes.map(totalOf))
  );
}

/** What the growth over these sizes is followed along. */
export const followed = (sizes: readonly Size[]): Along[] =>
  growTogether(sizes) ? ['total'] : AXES.filter((variable) => axisOf(sizes, variable).length > 1);

/** The sizes of it, rising, each once. */
export const axisAlong = (sizes: readonly Size[], along: Along): number[] =>
  [...new Set(sizes.map((size) => sizeAlong(size, along)))].toSorted((a, b) => a - b);

/** The points at which all that is not followed is at its most, by their size. */
export function pointsAlong<P extends Size>(along: Along, points: readonly P[]): P[] {
  const line = along === 'total' ? points : lineAlong(along, points);
  return line.toSorted((a, b) => sizeAlong(a, along) - sizeAlong(b, along));
}
