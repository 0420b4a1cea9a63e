import { splitLabel } from '../../../cause/acrossNodes.ts';
import type { Cause, CauseKind } from '../../../model/cause.ts';
import { familyOf, keySegment, type MetricKey } from '../../../model/metric.ts';
import { enumeration, formatValue } from '../../../text/format.ts';
import {
  addSums,
  channelOf,
  summaryOf,
  sumsOf,
  totalOf,
  type Counts,
  type Sums,
} from './summary.ts';
import type { Tree, TreeLine } from '../../model.ts';
import { foldNodes, type Folded } from './treeFold.ts';
import { grouped } from '../../../model/grouped.ts';
import { maxOf } from '../../../model/numbers.ts';

/** Lines of a tree that a report shows; of a larger one, the deepest levels are left out. */
const MOST_LINES = 300;

/** Procedures that one line of requests names. */
const NAMED = 6;

/**
 * The whole tree: on every branch what it and all below it did, how often and how long. What is done
 * alike on several nodes is one line; requests without work of their own are one line for each daemon.
 */
export function causeTree(causes: readonly Cause[], mostLines = MOST_LINES): Tree {
  const whole = foldNodes(counting(causes)).flatMap((root) => linesOf(root, 0).lines);
  const sizes: number[] = [];
  for (const { depth } of whole) sizes[depth] = (sizes[depth] ?? 0) + 1;
  let [levels, size] = [0, 0];
  while (levels < sizes.length && (levels === 0 || size + (sizes[levels] ?? 0) <= mostLines)) {
    size += sizes[levels] ?? 0;
    levels += 1;
  }
  const shown = whole.filter(({ depth }) => depth < levels);
  const hidden = whole.length - Math.min(shown.length, mostLines);
  const lines = shown.slice(0, mostLines);
  const note: TreeLine = {
    depth: 0,
    label: `… and ${hidden} more below these`,
    times: 1,
    counts: [],
  };
  return { kind: 'tree', title: 'What it did', lines: hidden > 0 ? [...lines, note] : lines };
}

/** Without what counted nothing, as processes do that were there all the time. */
function counting(causes: readonly Cause[]): Cause[] {
  return causes.flatMap((cause) => {
    const children = counting(cause.children);
    const counts = Object.values(cause.counts).some((count) => count > 0);
    return counts || children.length > 0 ? [{ ...cause, children }] : [];
  });
}

interface CountedBranch {
  readonly lines: readonly TreeLine[];
  /** Of the branch and all below it. */
  readonly sums: Sums;
}

function linesOf(branch: Folded<Cause>, depth: number): CountedBranch {
  const { label, members, children } = branch;
  const own = ownCounts(branch);
  const bare = totalOf(children.filter(isBare).map(ownCounts));
  const below = children
    .filter((child) => !isBare(child))
    .map((child) => linesOf(child, depth + 1));
  const deeper = addSums([sumsOf(bare), ...below.map(({ sums }) => sums)]);
  // What a branch is called says already that it is one.
  const besides = new Map([...own].filter(([key]) => !isItself(key, branch)));
  const line: TreeLine = {
    depth,
    label,
    times: members.reduce((sum, { times }) => sum + times, 0),
    seconds: secondsOf(members),
    counts: [...summaryOf(addSums([sumsOf(besides), deeper])), ...peakWords(branch)],
  };
  const requests = totalOf([besides, bare]);
  return {
    lines: [line, ...requestLines(requests, depth + 1), ...below.flatMap((child) => child.lines)],
    sums: addSums([sumsOf(own), deeper]),
  };
}

const ownCounts = ({ members }: Folded<Cause>): Counts =>
  totalOf(members.map(({ counts }) => Object.entries(counts)));

/** Whether a metric counts the very thing that the branch stands for. */
function isItself(key: MetricKey, { kind, label }: Folded<Cause>): boolean {
  const [family, channel, thing] = key.split('/');
  const { name } = splitLabel(label);
  const [first = '', second = ''] = name.split(' ');
  if (kind === 'process') return family === 'execve' && thing === keySegment(first);
  if (kind === 'rpc') return family === 'rpc' && channel === 'node' && thing === keySegment(second);
  return (
    kind === 'request' && family === 'rpc' && channel === first && thing === keySegment(second)
  );
}

/** Those whose memory tells something: what serves RPCs is the node daemon over and over. */
const PROCESSES: ReadonlySet<CauseKind> = new Set<CauseKind>([
  'command',
  'job',
  'process',
  'daemon',
]);

/** Of the largest process. */
function peakWords({ kind, members }: Folded<Cause>): string[] {
  if (!PROCESSES.has(kind)) return [];
  const peak = Math.max(0, maxOf(members.map(({ peakRss }) => peakRss ?? 0)));
  return peak > 0 ? [`${formatValue(peak, 'bytes')} of memory`] : [];
}

function secondsOf(members: readonly Cause[]): number | undefined {
  const known = members.flatMap(({ seconds }) => seconds ?? []);
  return known.length > 0 ? known.reduce((sum, each) => sum + each, 0) : undefined;
}

/** A request that did nothing which was seen but being asked. */
const isBare = ({ kind, members, children }: Folded<Cause>): boolean =>
  kind === 'request' &&
  children.length === 0 &&
  members.every(({ counts }) => Object.keys(counts).every((key) => familyOf(key) === 'rpc'));

/** `wconfd calls × 18   readConfig × 4, ...` */
function requestLines(counts: Counts, depth: number): TreeLine[] {
  const asked = [...counts].filter(([key, count]) => channelOf(key) !== undefined && count > 0);
  return [...grouped(asked, ([key]) => channelOf(key))].map(([channel, own]) => {
    const often = own.toSorted(([, a], [, b]) => b - a);
    const names = often.map(([key, count]) => {
      const name = key.split('/').slice(2).join('/');
      return count === 1 ? name : `${name} × ${count}`;
    });
    return {
      depth,
      label: channel === 'node' ? 'node RPCs' : `${channel} calls`,
      times: own.reduce((sum, [, count]) => sum + count, 0),
      counts: [enumeration(names, NAMED)],
    };
  });
}
