import { grouped } from '../../../model/grouped.ts';
import { acrossNodes, type Move } from '../../../cause/acrossNodes.ts';
import { sentenceOf } from './sentence.ts';
import { unitOfKey } from '../../../model/metric.ts';
import { worstFirst } from '../../../compare/order.ts';
import { isOutdated, isRegression } from '../../../compare/verdict.ts';
import type { MovedBranch } from '../../../model/cause.ts';
import type { MetricComparison, WorkloadComparison } from '../../../model/comparison.ts';
import { beforeAfter } from '../comparison/metricChanges.ts';
import { formatDifference, formatValue, plural } from '../../../text/format.ts';
import { movedTree } from './movedTree.ts';
import { text, type Block, type Section } from '../../model.ts';

/** Metrics of a workload that are explained in sight, and sentences for each. */
const METRICS = 5;
const SENTENCES = 3;

/** Why the metrics of each workload moved: the worst of them in sight, the others folded away. */
export function causeSections(workloads: readonly WorkloadComparison[]): Section[] {
  return workloads.filter(({ status }) => status === 'compared').flatMap(sectionsOf);
}

interface Explained {
  readonly metric: MetricComparison;
  /** Where it moved, the biggest move first. */
  readonly branches: readonly MovedBranch[];
}

function sectionsOf({ name, metrics, branches = [] }: WorkloadComparison): Section[] {
  const own = grouped(branches, ({ key }) => key);
  const explained = metrics
    .filter((metric) => metric.verdict !== 'same' && !isOutdated(metric) && own.has(metric.key))
    .toSorted((a, b) => Number(isRegression(b)) - Number(isRegression(a)) || worstFirst(a, b))
    .map((metric) => ({ metric, branches: own.get(metric.key) ?? [] }));
  const [shown, rest] = [explained.slice(0, METRICS), explained.slice(METRICS)];
  if (shown.length === 0) return [];
  const title = `Why in ${name}`;
  const blocks = blocksOf(shown);
  const headline: Section = { title, prominence: 'headline', aside: true, blocks };
  if (rest.length === 0) return [headline];
  const lesser = `${title}: ${plural(rest.length, 'lesser change')}`;
  return [headline, { title: lesser, prominence: 'archive', blocks: blocksOf(rest) }];
}

function blocksOf(explained: readonly Explained[]): Block[] {
  const branches = explained.flatMap((one) => one.branches);
  // The baseline of an older version keeps no causes.
  const unknown = branches.every(({ path }) => path[0]?.timesBefore === null);
  return [
    ...(unknown
      ? [text('The baseline has no causes yet: this is where these metrics are counted now.')]
      : []),
    ...explained.map(explain),
    movedTree(branches),
  ];
}

/** `execve/ganeti-noded/lvs 3 → 24: +21 lvs in noded on node2, ...` */
function explain({ metric, branches }: Explained): Block {
  const moves = acrossNodes(branches);
  const told = moves.slice(0, SENTENCES).map(sentenceOf);
  const others = othersOf(moves.slice(SENTENCES));
  const sentences = [...told, ...(others ? [others] : [])].join('; ');
  return text({ code: metric.key }, ' ', ...beforeAfter(metric), `: ${sentences}.`);
}

/** What the rest sums up to, each way on its own. */
function othersOf(moves: readonly Move[]): string | undefined {
  const [first] = moves;
  if (!first) return undefined;
  const unit = unitOfKey(first.key);
  const ways = [1, -1].flatMap((sign) => {
    const size = moves.reduce(
      (sum, { before, after }) => sum + Math.max(0, sign * (after - (before ?? 0))),
      0,
    );
    if (size === 0) return [];
    return first.before === null ? formatValue(size, unit) : formatDifference(0, sign * size, unit);
  });
  return `${ways.join(' and ')} in ${plural(moves.length, 'other place')}`;
}
