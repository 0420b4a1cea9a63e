import { sizeIn, type Formula, type Size } from '../model/formula.ts';
import { axisOf, type Axis, type Point } from './grid.ts';

/** What goes along the second axis of a grid, beside the nodes. */
export type Second = 'instances' | 'configInstances';

/**
 * The instances of the configuration, where sizes differ by them: the instances that are driven are then
 * the same everywhere. A grid has two axes; `scale` takes no third.
 */
export const secondOf = (sizes: readonly Size[]): Second =>
  axisOf(sizes, 'configInstances').length > 1 ? 'configInstances' : 'instances';

/** A value at a size, as a point of the grid with this second axis. */
export const pointAt = (size: Size, value: number, second: Second): Point => ({
  nodes: size.nodes,
  instances: sizeIn(size, second),
  value,
});

/** A variable of a formula that was found on such a grid, by its own name. */
export const named = (axis: Axis, second: Second): Axis | Second =>
  axis === 'nodes' ? axis : second;

/** The same formula in the variables that its terms are of. */
export const renamed = (terms: Formula['terms'], second: Second): Formula['terms'] =>
  second === 'instances'
    ? terms
    : terms.map(({ instances, ...term }) => ({
        ...term,
        instances: 0,
        configInstances: instances,
      }));
