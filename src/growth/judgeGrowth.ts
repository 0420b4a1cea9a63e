import type { BaselineMetric, ReferenceBaseline } from '../model/baseline.ts';
import { GROWTH_VERDICTS, type GrowthChange, type GrowthMetric } from '../model/growth.ts';
import type { MetricKey } from '../model/metric.ts';
import { degreeChange, type DegreeChange } from './degree.ts';
import { evaluateFormula, parseFormula, type Formula, type Size } from '../model/formula.ts';

type GrowthVerdict = GrowthChange['verdict'];

/** What holding the metrics of a workload against their baseline came to. */
export interface Judgement {
  /** How many were held against a formula. */
  readonly judged: number;
  /** Those that differ, worst first. */
  readonly changes: GrowthChange[];
}

/**
 * Holds exact metrics against what the baseline says of them: how fast they grow, and what they are
 * at each measured size, by the formula or, at the baseline's own size, by its value.
 */
export function judgeGrowth(
  metrics: Readonly<Record<MetricKey, GrowthMetric>>,
  baseline: ReferenceBaseline | undefined,
): Judgement {
  if (!baseline) return { judged: 0, changes: [] };
  const learned = new Map(Object.entries(baseline.metrics));
  const judgements = Object.entries(metrics).map(([key, metric]) => {
    const before = learned.get(key);
    // What formulas say of another size leaves out what they do not know; a file leaves out nothing.
    if (!before && baseline.derivedFrom) return { hasFormula: false, change: undefined };
    return judgeMetric(key, metric, before, baseline.cluster);
  });
  return {
    judged: judgements.filter(({ hasFormula }) => hasFormula).length,
    changes: judgements.flatMap(({ change }) => change ?? []).sort(worstFirst),
  };
}

/** Whether a change is one that somebody has to look at. */
export const isWorse = ({ verdict }: GrowthChange): boolean =>
  verdict === 'worse' || verdict === 'costlier';

interface MetricJudgement {
  readonly hasFormula: boolean;
  readonly change: GrowthChange | undefined;
}

function judgeMetric(
  key: MetricKey,
  metric: GrowthMetric,
  learned: BaselineMetric | undefined,
  own: Size,
): MetricJudgement {
  const nothing = { hasFormula: false, change: undefined };
  if (learned?.kind === 'noisy' || (!learned && metric.kind === 'noisy')) return nothing;
  const before = formulaOf(learned);
  const after = metric.growth.kind === 'formula' ? parseFormula(metric.growth.formula) : undefined;
  const expected = (size: Size): number | undefined =>
    size.nodes === own.nodes && size.instances === own.instances
      ? (learned?.value ?? 0)
      : learned && before && evaluateFormula(before, size);
  const gaps = gapsOf(metric, expected);
  const degree = before && after && degreeChange(before, after);
  const verdict = verdictOf(gaps, degree);
  const hasFormula = learned?.growth !== undefined;
  if (!verdict) return { hasFormula, change: undefined };
  const at = gaps.find((gap) => isUp(verdict) === gap.measured > gap.expected) ?? null;
  return {
    hasFormula,
    change: {
      key,
      verdict,
      before: learned?.growth ?? null,
      after: metric.growth.kind === 'formula' ? metric.growth.formula : null,
      sentence: learned
        ? sentenceOf(before, after, learned.growth, degree)
        : `new: ${sentenceOf(before, after, undefined, degree).replace(/^O\(1\)/, '0')}`,
      at,
    },
  };
}

/** What the baseline does not know at all was never counted, so it did not grow either. */
function formulaOf(learned: BaselineMetric | undefined): Formula | undefined {
  if (!learned) return parseFormula('0');
  const growth = learned.kind === 'exact' ? learned.growth : undefined;
  return growth === undefined ? undefined : parseFormula(growth);
}

type Gap = NonNullable<GrowthChange['at']>;

/**
 * The sizes at which all repeats are above what is expected, or all below, furthest apart first. The
 * value nearest to the expected one stands for them.
 */
function gapsOf(
  { points }: GrowthMetric,
  expectedAt: (size: Size) => number | undefined,
): readonly Gap[] {
  return points
    .flatMap(({ nodes, instances, values }): Gap[] => {
      const expected = expectedAt({ nodes, instances });
      if (expected === undefined) return [];
      const [least, most] = [Math.min(...values), Math.max(...values)];
      if (least <= expected && most >= expected) return [];
      return [{ nodes, instances, expected, measured: least > expected ? least : most }];
    })
    .sort((a, b) => distance(b) - distance(a));
}

const distance = ({ expected, measured }: Gap): number => Math.abs(measured - expected);

function verdictOf(
  gaps: readonly Gap[],
  degree: DegreeChange | undefined,
): GrowthVerdict | undefined {
  if (degree?.kind === 'worse') return 'worse';
  if (gaps.some(({ expected, measured }) => measured > expected)) return 'costlier';
  if (degree?.kind === 'better') return 'better';
  return gaps.length > 0 ? 'cheaper' : undefined;
}

const isUp = (verdict: GrowthVerdict): boolean => verdict === 'worse' || verdict === 'costlier';

function sentenceOf(
  before: Formula | undefined,
  after: Formula | undefined,
  text: string | undefined,
  degree: DegreeChange | undefined,
): string {
  if (degree) return degree.sentence;
  if (before && text !== undefined) {
    return after ? `${text} said nothing of these sizes` : `no longer ${text}`;
  }
  return 'not what the baseline counted at its size';
}

/** By verdict, then by how far apart, then by key. */
function worstFirst(a: GrowthChange, b: GrowthChange): number {
  return (
    GROWTH_VERDICTS.indexOf(a.verdict) - GROWTH_VERDICTS.indexOf(b.verdict) ||
    (b.at ? distance(b.at) : 0) - (a.at ? distance(a.at) : 0) ||
    (a.key < b.key ? -1 : 1)
  );
}
