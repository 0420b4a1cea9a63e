import { isRegression } from '../compare/verdict.ts';
import type { Comparison, MetricComparison, WorkloadComparison } from '../model/comparison.ts';
import type { MovedBranch } from '../model/cause.ts';
import type { Found, Outcome, Tried } from '../model/defects.ts';
import { moreAt, type Defect, type Worse } from './schema.ts';

/** What a comparison with the defect in place says of what was to be expected. */
export function judgeTried({ expect }: Pick<Defect, 'expect'>, comparison: Comparison): Tried {
  const { cluster, workloads } = comparison;
  const [workload] = workloads;
  const worse = 'worse' in expect ? expect.worse : [];
  const said = new Set(worse.map(({ metric }) => metric));
  const regressions = (workload?.metrics ?? []).filter(isRegression);
  return {
    cluster,
    found: worse.map((one) => found(one, workload, cluster)),
    others: regressions.map(({ key }) => key).filter((key) => !said.has(key)),
  };
}

/** What all of its measurements come to. */
export function outcomeOf({ expect }: Pick<Defect, 'expect'>, tried: readonly Tried[]): Outcome {
  const isRed = ({ found: metrics, others }: Tried): boolean =>
    others.length > 0 || metrics.some(({ faults }) => !faults.includes(NO_REGRESSION));
  if ('silent' in expect) return tried.some(isRed) ? 'alarm' : 'silent';
  if (!tried.some(isRed)) return 'missed';
  return tried.every(({ found: metrics }) => metrics.every(({ faults }) => faults.length === 0))
    ? 'caught'
    : 'otherwise';
}

export const NO_REGRESSION = 'no regression';

function found(
  worse: Worse,
  workload: WorkloadComparison | undefined,
  size: Comparison['cluster'],
): Found {
  const { metric: key, more } = worse;
  const metric = workload?.metrics.find((one) => one.key === key);
  const faults = metric
    ? [
        ...(isRegression(metric) ? [] : [NO_REGRESSION]),
        ...amountFaults(worse, metric, size),
        ...causeFaults(worse, workload?.branches ?? []),
      ]
    : [NO_REGRESSION, 'not counted'];
  return {
    metric: key,
    unit: metric?.unit ?? null,
    before: metric?.before ?? null,
    after: metric?.after ?? null,
    ...(more !== undefined && { more }),
    faults,
  };
}

function amountFaults(
  worse: Worse,
  { before, after }: MetricComparison,
  size: Comparison['cluster'],
): string[] {
  const [from, to] = [before ?? 0, after ?? 0];
  const expected = moreAt(worse, size);
  const wrong =
    worse.more !== undefined && to - from !== expected
      ? [`${signed(to - from)} where ${signed(expected ?? 0)} was expected`]
      : [];
  const { times = 0 } = worse;
  const little =
    times > 0 && to < times * from
      ? [`${(to / from).toFixed(2)} times as much where ${times} were expected`]
      : [];
  return [...wrong, ...little];
}

function causeFaults({ metric, under }: Worse, branches: readonly MovedBranch[]): string[] {
  if (under === undefined) return [];
  const more = branches.filter((one) => one.key === metric && one.after > (one.before ?? 0));
  if (more.some(({ path }) => isOnTheWay(under, path))) return [];
  const seen = more[0]?.path.map(({ label }) => label).join(' → ');
  return [`another cause: ${seen ?? 'none'}`];
}

/** Whether each of the words is in a step, one after the other. */
function isOnTheWay(words: readonly string[], path: MovedBranch['path']): boolean {
  let at = 0;
  for (const { label } of path) {
    while (at < words.length && label.includes(words[at] ?? '')) at++;
  }
  return at === words.length;
}

const signed = (value: number): string => (value < 0 ? String(value) : `+${value}`);
