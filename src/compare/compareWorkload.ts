import { changedBranches } from '../cause/changed.ts';
import { fromLines } from '../model/causeText.ts';
import { withEvidence } from '../baseline/addEvidence.ts';
import type { BaselineMetric, DerivedFrom, ReferenceBaseline } from '../model/baseline.ts';
import type { MetricComparison, WorkloadComparison } from '../model/comparison.ts';
import { FOLLOWS_ATTEMPTS, isContended } from '../model/contended.ts';
import type { Metric, WorkloadMeasurement } from '../model/measurement.ts';
import { familyOf, INFORMATIVE_FAMILIES, type Family, type MetricKey } from '../model/metric.ts';
import { medianOf } from '../model/statistics.ts';
import { baseReference, withBase } from './withBase.ts';
import { compareMetric } from './compareMetric.ts';
import { worstFirst } from './order.ts';

/**
 * Judges one workload by its baseline. Without a baseline its metrics are listed as `new` and gate
 * nothing. A workload of which nothing was counted is `not-measured`, baseline or not.
 *
 * By a baseline that formulas gave, only what they cover is judged. What else its source knows is left
 * out; what it does not know at all is `new`, but gates nothing: it may belong to this size.
 *
 * @param base what the Ganeti that the change is made on counted of it, where that was measured in turns
 */
export function compareWorkload(
  baseline: ReferenceBaseline | undefined,
  workload: WorkloadMeasurement,
  base?: WorkloadMeasurement,
): WorkloadComparison {
  const comparison = compareWithBaseline(baseline, workload);
  if (!baseline || !base) return comparison;
  const inTurns = compareWithBaseline(baseReference(baseline, base), workload);
  return withBase(comparison, base, inTurns);
}

function compareWithBaseline(
  baseline: ReferenceBaseline | undefined,
  workload: WorkloadMeasurement,
): WorkloadComparison {
  const derivedFrom = baseline?.derivedFrom;
  const known = baseline && !derivedFrom ? withEvidence(baseline) : baseline;
  const learned = new Map(Object.entries(known?.metrics ?? {}));
  const measured = new Map(Object.entries(workload.metrics));
  const turns = baseline?.inTurns && {
    turns: baseline.repeats,
    known: baseline.knownRuns ?? 0,
  };
  const unjudged = new Set(derivedFrom?.unjudged);
  const keys = new Set([...measured.keys(), ...learned.keys()]);
  const apart = isSampled(learned) !== isSampled(measured);
  const metrics = [...keys]
    .filter((key) => !unjudged.has(key) && !(apart && FOLLOWS_SAMPLING.test(key)))
    .map((key) => compareMetric(key, learned.get(key), measured.get(key), turns))
    .map((metric) =>
      mayGate(metric, baseline) && !isDisturbed(metric, workload)
        ? metric
        : { ...metric, gates: false },
    )
    .sort(worstFirst);
  // Formulas that were all measured over other sizes say as little as none.
  const judgesAny = baseline !== undefined && derivedFrom?.judged !== 0;
  const counted = probesOf(measured, hasCounted);
  const expected = probesOf(learned, mustCount);
  return {
    name: workload.name,
    status: counted.size === 0 ? 'not-measured' : judgesAny ? 'compared' : 'no-baseline',
    repeat: workload.repeat,
    baselineRepeats: baseline?.repeats ?? 0,
    missing: [...expected].filter((probe) => !counted.has(probe)).sort(),
    ...(derivedFrom && { derivedFrom: withCounted(derivedFrom, measured) }),
    metrics,
    ...(workload.share && { share: workload.share }),
    ...(workload.heap && { heap: workload.heap }),
    ...(baseline?.heap && { heapBefore: baseline.heap }),
    ...(baseline && branchesOf(metrics, derivedFrom ? undefined : baseline.causes, workload)),
  };
}

/** What was counted beside what formulas from other sizes would give. */
function withCounted(
  derivedFrom: DerivedFrom,
  measured: ReadonlyMap<MetricKey, Metric>,
): DerivedFrom {
  const beyond = derivedFrom.beyond?.map((one) => {
    const metric = measured.get(one.key);
    const counted =
      metric && metric.values.length > 0 ? medianOf(metric.values, metric.unit) : null;
    return { ...one, counted };
  });
  return { ...derivedFrom, ...(beyond && { beyond }) };
}

/** Whether the Haskell heaps were collected as a whole each time: then they hold other amounts. */
const isSampled = (metrics: ReadonlyMap<MetricKey, unknown>): boolean =>
  [...metrics.keys()].some((key) => /^heap\/[a-z]+\/sampled\//.test(key));

/** What cannot be held against a measurement whose heaps were not. */
const FOLLOWS_SAMPLING =
  /^heap\/(?:[a-z]+\/(?:max-live|allocated|sampled\/.*)|ganeti-(?:luxid|wconfd|confd)\/peak-rss)$/;

/** Why they moved: against the causes of another size of cluster nothing could be held. */
function branchesOf(
  metrics: readonly MetricComparison[],
  before: readonly string[] | undefined,
  { causes }: WorkloadMeasurement,
): Pick<WorkloadComparison, 'branches'> {
  const after = causes && fromLines(causes);
  if (!after) return {};
  return { branches: changedBranches(metrics, (before && fromLines(before)) ?? null, after) };
}

const mayGate = ({ before }: MetricComparison, baseline: ReferenceBaseline | undefined): boolean =>
  baseline !== undefined && (baseline.derivedFrom === undefined || before !== null);

/** Among repeats in which opcodes gave up waiting, what that adds to tells nothing of Ganeti. */
const isDisturbed = ({ key }: MetricComparison, workload: WorkloadMeasurement): boolean =>
  FOLLOWS_ATTEMPTS.has(key) && isContended(workload);

/** Families in which a process always leaves something, exact or not. */
const NEVER_EMPTY: ReadonlySet<Family> = new Set<Family>(['heap']);

const hasCounted = (_key: MetricKey, metric: Metric): boolean =>
  metric.values.some((value) => value > 0);

/** Families that a change may honestly empty: the last sleep of a workload may be taken out. */
const MAY_VANISH: ReadonlySet<Family> = new Set<Family>(['sleep']);

/** Whether a metric proves that its probe fires. A noisy one does not: it may honestly fall to nothing. */
const mustCount = (key: MetricKey, metric: BaselineMetric): boolean => {
  const family = familyOf(key);
  if (metric.value === 0 || MAY_VANISH.has(family)) return false;
  return metric.kind === 'exact' || NEVER_EMPTY.has(family);
};

/** The probes behind the metrics that pass; what never decides a verdict proves nothing. */
function probesOf<M>(
  metrics: ReadonlyMap<MetricKey, M>,
  passes: (key: MetricKey, metric: M) => boolean,
): Set<string> {
  return new Set(
    [...metrics]
      .filter(([key, metric]) => !INFORMATIVE_FAMILIES.has(familyOf(key)) && passes(key, metric))
      .map(([key]) => probeOf(key)),
  );
}

/** Every family has a probe of its own, and among the RPCs every channel has. */
function probeOf(key: MetricKey): string {
  const family = familyOf(key);
  return family === 'rpc' ? key.split('/', 2).join('/') : family;
}
