import { evaluateFormula, parseFormula } from '../model/formula.ts';
import type {
  Baseline,
  BaselineMetric,
  DerivedFrom,
  ReferenceBaseline,
} from '../model/baseline.ts';
import type { Topology } from '../model/environment.ts';
import { isKnownAt, isMeasured } from '../model/measuredSizes.ts';
import type { MetricKey } from '../model/metric.ts';

type ExactMetric = Extract<BaselineMetric, { kind: 'exact' }>;

type Grown = Pick<ExactMetric, 'growth' | 'over'>;

/**
 * The number a formula gives for this size; undefined where it gives none that can be a count, and beyond the sizes
 * over which it was measured.
 *
 * @param own the size of the baseline
 */
export function countAt(
  { growth, over }: Grown,
  size: Topology,
  own: Topology,
): number | undefined {
  if (!isKnownAt(over, size, own)) return undefined;
  const value = valueAt(growth, size);
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function valueAt(growth: string | undefined, size: Topology): number | undefined {
  const formula = growth === undefined ? undefined : parseFormula(growth);
  return formula && evaluateFormula(formula, size);
}

/** `now` with the formula of `before`, where it gives the new value too. */
export function keptGrowth(
  now: BaselineMetric,
  before: BaselineMetric | undefined,
  size: Topology,
): BaselineMetric {
  if (now.kind !== 'exact' || before?.kind !== 'exact' || before.growth === undefined) return now;
  const { growth, over } = before;
  return countAt(before, size, size) === now.value
    ? { ...now, growth, ...(over && { over }) }
    : now;
}

/**
 * What the formulas of a baseline say of a cluster of another size: its exact metrics that have one,
 * with the value for that size. All others are left out, as nobody knows what they are there. Undefined
 * where it has no formula for that size, nor one from which it is too far off. No evidence: nothing was ever run at
 * that size.
 */
export function deriveBaseline(
  baseline: Baseline,
  cluster: Topology,
): ReferenceBaseline | undefined {
  const entries = Object.entries(baseline.metrics);
  const judged = entries.flatMap(([key, metric]) => {
    const value = metric.kind === 'exact' ? countAt(metric, cluster, baseline.cluster) : undefined;
    if (value === undefined || metric.kind === 'noisy') return [];
    const { kind, unit, growth } = metric;
    return [[key, { kind, unit, value, growth } satisfies ExactMetric] as const];
  });
  const beyond = entries.flatMap(([key, metric]) => beyondAt(key, metric, cluster));
  if (judged.length + beyond.length === 0) return undefined;
  const metrics = Object.fromEntries(judged);
  const { nodes, instances } = baseline.cluster;
  return {
    ...baseline,
    cluster,
    metrics,
    derivedFrom: {
      nodes,
      instances,
      exact: entries.filter(([, { kind }]) => kind === 'exact').length,
      judged: judged.length,
      unjudged: entries.flatMap(([key]) => (Object.hasOwn(metrics, key) ? [] : [key])).sort(),
      ...(beyond.length > 0 && { beyond }),
    },
  };
}

/** A formula that says nothing here only because it was measured over other sizes. */
function beyondAt(
  key: MetricKey,
  metric: BaselineMetric,
  cluster: Topology,
): NonNullable<DerivedFrom['beyond']> {
  if (metric.kind !== 'exact' || metric.growth === undefined || metric.over === undefined)
    return [];
  if (isMeasured(metric.over, cluster)) return [];
  const { growth, over } = metric;
  return [{ key, growth, over, expected: valueAt(growth, cluster) ?? null }];
}

/**
 * The baseline to judge this size by: of those of all other sizes, the one whose formulas judge most, then the one whose
 * formulas would give most numbers for it; among equals the one of the most similar number of nodes, then of instances,
 * then the smaller one.
 */
export function deriveFromAny(
  baselines: readonly Baseline[],
  cluster: Topology,
): ReferenceBaseline | undefined {
  const ranked = baselines.flatMap((baseline) => {
    const derived = deriveBaseline(baseline, cluster);
    if (!derived?.derivedFrom) return [];
    const { nodes, instances, judged, beyond = [] } = derived.derivedFrom;
    const shown = beyond.filter(({ expected }) => expected !== null).length;
    const [further, more] = [nodes - cluster.nodes, instances - cluster.instances];
    const likeness = [Math.abs(further), Math.abs(more), nodes, instances];
    return [{ derived, rank: [-judged, -shown, ...likeness] }];
  });
  return ranked.toSorted((a, b) => compareRanks(a.rank, b.rank))[0]?.derived;
}

/** The first number that differs decides. */
function compareRanks(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find((step) => step !== 0) ?? 0;
}
