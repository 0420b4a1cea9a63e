import { sizeIn, VARIABLES, type Formula, type Size, type Variable } from '../model/formula.ts';
import { axisOf, type Axis, type Point } from './grid.ts';

/** What goes along the two axes of a grid; `scale` takes no third. */
export interface Plane {
  readonly nodes: 'nodes' | 'configNodes';
  readonly instances: 'instances' | 'configInstances';
}

/**
 * The nodes and the instances of the configuration, where sizes differ by them: those that are driven are then
 * the same everywhere.
 */
export const planeOf = (sizes: readonly Size[]): Plane => ({
  nodes: axisOf(sizes, 'configNodes').length > 1 ? 'configNodes' : 'nodes',
  instances: axisOf(sizes, 'configInstances').length > 1 ? 'configInstances' : 'instances',
});

/** A value at a size, as a point of the grid. */
export const pointAt = (size: Size, value: number, plane: Plane): Point => ({
  nodes: sizeIn(size, plane.nodes),
  instances: sizeIn(size, plane.instances),
  value,
});

/** A variable of a formula that was found on such a grid, by its own name. */
export const named = (axis: Axis, plane: Plane): Variable => plane[axis];

/** Of those that are driven, which the grid has no axis for. */
export const beside = (plane: Plane): Variable[] =>
  VARIABLES.filter(
    (variable) =>
      (variable === 'nodes' || variable === 'instances') && plane[variable] !== variable,
  );

/** The same formula in the variables that its terms are of. */
export const renamed = (terms: Formula['terms'], plane: Plane): Formula['terms'] =>
  terms.map(({ nodes, instances, ...term }) => ({
    ...term,
    ...{ nodes: 0, instances: 0 },
    [plane.nodes]: nodes,
    [plane.instances]: instances,
  }));
