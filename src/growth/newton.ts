import { formula, type Formula, type Term } from '../model/formula.ts';
import type { Grid } from './grid.ts';
import {
  add,
  divide,
  isZero,
  multiply,
  negate,
  ONE,
  subtract,
  whole,
  ZERO,
  type Rational,
} from '../model/rational.ts';

/** The one polynomial of the lowest degrees through all values of a grid; its values are whole. */
export function interpolate({ nodes, instances, values }: Grid): Formula {
  // First along the nodes, for each number of instances; then these coefficients along the instances.
  const columns = instances.map((_, k) =>
    dividedDifferences(
      nodes,
      values.map((row) => whole(row[k] ?? 0)),
    ),
  );
  const coefficients = nodes.map((_, p) =>
    dividedDifferences(
      instances,
      columns.map((column) => column[p] ?? ZERO),
    ),
  );
  const [inNodes, inInstances] = [newtonBasis(nodes), newtonBasis(instances)];
  const terms = coefficients.flatMap((row, p) =>
    row.flatMap((coefficient, q) =>
      isZero(coefficient)
        ? []
        : product(inNodes[p] ?? [], inInstances[q] ?? []).map((term) => ({
            ...term,
            coefficient: multiply(coefficient, term.coefficient),
          })),
    ),
  );
  return formula(terms);
}

/** Newton's coefficients at these places, which may be any distances apart. */
function dividedDifferences(places: readonly number[], values: readonly Rational[]): Rational[] {
  let level = [...values];
  const found: Rational[] = [];
  for (let order = 1; level[0]; order++) {
    found.push(level[0]);
    level = level.slice(1).map((value, i) => {
      const distance = (places[i + order] ?? 0) - (places[i] ?? 0);
      return divide(subtract(value, level[i] ?? ZERO), whole(distance));
    });
  }
  return found;
}

/** 1, (x - x0), (x - x0)(x - x1), ...: of each polynomial the coefficients, from the constant on. */
function newtonBasis(places: readonly number[]): Rational[][] {
  const basis: Rational[][] = [];
  let current = [ONE];
  for (const place of places) {
    basis.push(current);
    const shift = negate(whole(place));
    current = [ZERO, ...current].map((coefficient, i) =>
      add(coefficient, multiply(shift, current[i] ?? ZERO)),
    );
  }
  return basis;
}

function product(inNodes: readonly Rational[], inInstances: readonly Rational[]): Term[] {
  return inNodes.flatMap((a, nodes) =>
    inInstances.map((b, instances) => ({ nodes, instances, coefficient: multiply(a, b) })),
  );
}
