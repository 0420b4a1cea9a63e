import type { BaselineMetric, ReferenceBaseline } from '../model/baseline.ts';
import { GROWTH_VERDICTS, type GrowthChange, type GrowthMetric } from '../model/growth.ts';
import { haveFewerCandidates, isKnownAt } from '../model/measuredSizes.ts';
import type { MetricKey } from '../model/metric.ts';
import { areAllCandidates } from '../model/candidates.ts';
import { whereAllAre } from './candidates.ts';
import { degreeChange, type DegreeChange } from './degree.ts';
import {
  evaluateFormula,
  parseFormula,
  sizeIn,
  VARIABLES,
  type Formula,
  type Size,
} from '../model/formula.ts';
import { maxOf, minOf } from '../model/numbers.ts';

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
    return judgeByBaseline(key, metric, before, baseline.cluster);
  });
  return {
    judged: judgements.filter(({ hasFormula }) => hasFormula).length,
    changes: judgements.flatMap(({ change }) => change ?? []).sort(worstFirst),
  };
}

/** Whether a change is one that somebody has to look at. */
export const isWorse = ({ verdict }: GrowthChange): boolean =>
  verdict === 'worse' || verdict === 'costlier';

/** What a metric is held against. */
export interface Known {
  /** The formula, as text; undefined where there is none. */
  readonly growth: string | undefined;
  /** What it says itself, and not what follows from its not being there: 0. */
  readonly isThere: boolean;
  readonly expectedAt: (size: Size) => number | undefined;
  /** Whether the formula was measured over such sizes; everywhere where it is not said. */
  readonly isKnownAt?: (size: Size) => boolean;
  /** Whether the formula is of clusters whose nodes are all master candidates. */
  readonly isOfAllNodes?: boolean;
  /** Where there is no formula and nothing agrees. */
  readonly otherwise: string;
}

export interface MetricJudgement {
  readonly hasFormula: boolean;
  readonly change: GrowthChange | undefined;
}

export const NOTHING: MetricJudgement = { hasFormula: false, change: undefined };

function judgeByBaseline(
  key: MetricKey,
  metric: GrowthMetric,
  learned: BaselineMetric | undefined,
  own: Size,
): MetricJudgement {
  if (learned?.kind === 'noisy' || (!learned && metric.kind === 'noisy')) return NOTHING;
  const before = formulaOf(learned);
  const isOwn = (size: Size): boolean =>
    VARIABLES.every((variable) => sizeIn(size, variable) === sizeIn(own, variable));
  const over = learned?.over;
  const isMeasured = (size: Size): boolean => isKnownAt(over, size, own);
  return judgeExact(key, metric, {
    growth: learned?.growth,
    isThere: learned !== undefined,
    expectedAt: (size) => {
      if (isOwn(size)) return learned?.value ?? 0;
      return learned && before && isMeasured(size) ? evaluateFormula(before, size) : undefined;
    },
    isKnownAt: isMeasured,
    isOfAllNodes: over === undefined || !haveFewerCandidates(over),
    otherwise: 'not what the baseline counted at its size',
  });
}

/** An exact metric, held against a formula where there is one, and against a value at each size. */
export function judgeExact(key: MetricKey, metric: GrowthMetric, known: Known): MetricJudgement {
  const { growth, isThere } = known;
  // What is not known at all was never counted, so it did not grow either.
  const text = isThere ? growth : '0';
  const before = text === undefined ? undefined : parseFormula(text);
  const after = metric.growth.kind === 'formula' ? parseFormula(metric.growth.formula) : undefined;
  const gaps = gapsOf(metric, known.expectedAt);
  const shared = metric.points.filter(known.isKnownAt ?? (() => true));
  // Beyond the sizes of the one a limit of Ganeti's may begin, and growth is seen from two sizes on.
  const degree = shared.length > 1 ? degreeOf(before, after, metric, known) : undefined;
  const verdict = verdictOf(gaps, degree);
  const hasFormula = growth !== undefined;
  if (!verdict) return { hasFormula, change: undefined };
  const at = gaps.find((gap) => isUp(verdict) === gap.measured > gap.expected) ?? null;
  const sentence = sentenceOf(after, known, degree);
  return {
    hasFormula,
    change: {
      key,
      verdict,
      before: growth ?? null,
      after: metric.growth.kind === 'formula' ? metric.growth.formula : null,
      sentence: isThere ? sentence : `new: ${sentence.replace(/^O\(1\)/, '0')}`,
      at,
    },
  };
}

/** Where one of the two was seen only where all nodes are candidates, both are taken there: `n k` is `n^2`. */
function degreeOf(
  before: Formula | undefined,
  after: Formula | undefined,
  { points }: GrowthMetric,
  { isOfAllNodes = false }: Known,
): DegreeChange | undefined {
  const all = isOfAllNodes || points.every(areAllCandidates);
  const [old, now] = [before, after].map((one) => (all ? one && whereAllAre(one) : one));
  return old && now && degreeChange(old, now);
}

function formulaOf(learned: BaselineMetric | undefined): Formula | undefined {
  const growth = learned?.kind === 'exact' ? learned.growth : undefined;
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
    .flatMap(({ values, ...size }): Gap[] => {
      const expected = expectedAt(size);
      if (expected === undefined) return [];
      const [least, most] = [minOf(values), maxOf(values)];
      if (least <= expected && most >= expected) return [];
      return [{ ...size, expected, measured: least > expected ? least : most }];
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
  after: Formula | undefined,
  { growth, otherwise }: Known,
  degree: DegreeChange | undefined,
): string {
  if (degree) return degree.sentence;
  if (growth === undefined) return otherwise;
  return after ? `${growth} said nothing of these sizes` : `no longer ${growth}`;
}

/** By verdict, then by how far apart, then by key. */
export function worstFirst(a: GrowthChange, b: GrowthChange): number {
  return (
    GROWTH_VERDICTS.indexOf(a.verdict) - GROWTH_VERDICTS.indexOf(b.verdict) ||
    (b.at ? distance(b.at) : 0) - (a.at ? distance(a.at) : 0) ||
    (a.key < b.key ? -1 : 1)
  );
}
