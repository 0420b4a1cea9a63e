import type { Cause, MovedBranch } from '../model/cause.ts';
import type { MetricComparison } from '../model/comparison.ts';
import { familyOf, INFORMATIVE_FAMILIES, keySegment, type MetricKey } from '../model/metric.ts';
import { natureOf } from '../model/nature.ts';
import { merged, movedBranches, pathOf, type MergedBranch } from './diff.ts';

/** Branches told of one metric, and of one workload: what a reader, and a file, can bear. */
const PER_METRIC = 500;
const PER_WORKLOAD = 5000;
const STEPS_PER_WORKLOAD = 50_000;

/**
 * Why the metrics of a workload moved: the branches of every metric that is not the same, in the
 * metrics' own order, the biggest move first. `before` null: the baseline has no causes.
 */
export function changedBranches(
  metrics: readonly MetricComparison[],
  before: readonly Cause[] | null,
  after: readonly Cause[],
): MovedBranch[] {
  const keys = metrics.filter(hasReason).map(({ key }) => key);
  const peaks = keys.filter((key) => programOfPeak(key) !== undefined);
  const moved = new Map<MetricKey, MovedBranch[]>(keys.map((key) => [key, []]));
  const found = [
    ...movedBranches(before, after, new Set(keys)),
    ...largestProcesses(before, after, peaks),
  ];
  for (const branch of found) moved.get(branch.key)?.push(branch);
  return bearable([...moved.values()].flatMap((own) => own.slice(0, PER_METRIC)));
}

/** The first of them, as far as there is room for their paths. */
function bearable(branches: readonly MovedBranch[]): MovedBranch[] {
  let steps = 0;
  const end = branches.findIndex(({ path }) => (steps += path.length) > STEPS_PER_WORKLOAD);
  return branches.slice(0, end === -1 ? PER_WORKLOAD : Math.min(end, PER_WORKLOAD));
}

/** Times have no place in a tree, and waiting that decides nothing has the machine for a reason. */
const hasReason = ({ key, verdict, gates }: MetricComparison): boolean =>
  verdict !== 'same' &&
  !INFORMATIVE_FAMILIES.has(familyOf(key)) &&
  (gates || natureOf(key) !== 'waiting');

/**
 * A peak is of one process: for each `heap/<program>/peak-rss` the branch where that program was
 * largest, if any; its path is of the tree after, `before` the largest anywhere in the tree before.
 */
function largestProcesses(
  before: readonly Cause[] | null,
  after: readonly Cause[],
  keys: readonly MetricKey[],
): MovedBranch[] {
  if (keys.length === 0) return [];
  const programs = new Map<string, Largest>();
  for (const branch of merged(before, after)) {
    const program = programOf(branch);
    const known = programs.get(program) ?? { before: 0, after: 0, branch };
    const [was, is] = [peakOf(branch.before), peakOf(branch.after)];
    programs.set(program, {
      before: Math.max(known.before, was),
      ...(is > known.after ? { after: is, branch } : { after: known.after, branch: known.branch }),
    });
  }
  return keys.flatMap((key) => {
    const largest = programs.get(programOfPeak(key) ?? '');
    if (!largest || largest.after === 0) return [];
    const path = pathOf(largest.branch);
    // A baseline may keep its causes without the peaks.
    const was = largest.before > 0 ? largest.before : null;
    return [{ key, path, before: was, after: largest.after }];
  });
}

/** Of one program: bytes of its largest process on either side, and the branch where that is now. */
interface Largest {
  readonly before: number;
  readonly after: number;
  readonly branch: MergedBranch;
}

const peakOf = (causes: readonly Cause[]): number =>
  causes.reduce((peak, { peakRss }) => Math.max(peak, peakRss ?? 0), 0);

/** The program whose process a branch stands for, as the keys of `heap` name it. */
function programOf({ step: { kind, label } }: MergedBranch): string {
  if (kind === 'job' || kind === 'opcode') return 'job';
  if (kind === 'rpc') return 'ganeti-noded';
  if (kind === 'request') return `ganeti-${label.startsWith('luxi') ? 'luxid' : 'wconfd'}`;
  return keySegment(label.split(' ', 1)[0] ?? '');
}

const programOfPeak = (key: MetricKey): string | undefined =>
  /^heap\/([^/]+)\/peak-rss$/.exec(key)?.[1];
