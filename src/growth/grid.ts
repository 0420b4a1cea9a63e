import { AXES, type Axis as SizeAxis } from '../model/along.ts';
import { sizeIn, type Size, type Variable } from '../model/formula.ts';

/** The two axes of a grid. Along them may go the nodes and instances of the configuration: see plane.ts. */
export type Axis = 'nodes' | 'instances';

/** One measured value of a metric at one place of a grid. */
export interface Point extends Readonly<Record<Axis, number>> {
  readonly value: number;
}

/** Every combination of some sizes of nodes and of instances, each with its value. */
export interface Grid {
  /** Rising. */
  readonly nodes: readonly number[];
  readonly instances: readonly number[];
  /** `values[j][k]` is of `nodes[j]` and `instances[k]`. */
  readonly values: readonly (readonly number[])[];
  /** Points that are in no full grid, as others beside them are missing. */
  readonly rest: readonly Point[];
}

/**
 * The points as a full grid. Where combinations are missing, sizes are left out of it one by one:
 * the one that lacks most, of either axis. Two points of the same size must not be among them.
 */
export function fullGrid(points: readonly Point[]): Grid {
  const values = new Map(points.map((point) => [nameOf(point), point.value]));
  const axes = { nodes: axisOf(points, 'nodes'), instances: axisOf(points, 'instances') };
  for (let worst = worstOf(axes, values); worst; worst = worstOf(axes, values)) {
    const { variable, size } = worst;
    axes[variable] = axes[variable].filter((other) => other !== size);
  }
  const { nodes, instances } = axes;
  return {
    nodes,
    instances,
    values: nodes.map((n) =>
      instances.map((i) => values.get(nameOf({ nodes: n, instances: i })) ?? 0),
    ),
    rest: points.filter((p) => !nodes.includes(p.nodes) || !instances.includes(p.instances)),
  };
}

/** The sizes of one variable, rising, each once. */
export const axisOf = (sizes: readonly Size[], variable: Variable): number[] =>
  [...new Set(sizes.map((size) => sizeIn(size, variable)))].toSorted((a, b) => a - b);

/** The points at which all other variables are at their most. */
export function lineAlong<P extends Size>(variable: SizeAxis, points: readonly P[]): P[] {
  const others = AXES.filter((other) => other !== variable);
  const most = new Map(others.map((other) => [other, axisOf(points, other).at(-1)]));
  return points.filter((point) => others.every((v) => sizeIn(point, v) === most.get(v)));
}

type Axes = Record<Axis, number[]>;

/** The size whose points are missing most, as a share; undefined where none is missing. */
function worstOf(
  { nodes, instances }: Axes,
  values: ReadonlyMap<string, number>,
): { readonly variable: Axis; readonly size: number } | undefined {
  const missing = (others: readonly number[], sizeOf: (other: number) => Place): number =>
    others.filter((other) => !values.has(nameOf(sizeOf(other)))).length / others.length;
  const candidates = [
    ...nodes.map((size) => ({
      variable: 'nodes' as const,
      size,
      share: missing(instances, (i) => ({ nodes: size, instances: i })),
    })),
    ...instances.map((size) => ({
      variable: 'instances' as const,
      size,
      share: missing(nodes, (n) => ({ nodes: n, instances: size })),
    })),
  ];
  const [worst] = candidates
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || b.size - a.size);
  return worst;
}

type Place = Readonly<Record<Axis, number>>;

const nameOf = ({ nodes, instances }: Place): string => `${nodes} ${instances}`;
