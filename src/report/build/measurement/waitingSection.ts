import type { MetricComparison } from '../../../model/comparison.ts';
import { FOLLOWS_ATTEMPTS } from '../../../model/contended.ts';
import {
  ATTEMPTS,
  doneKey,
  familyOf,
  FAMILIES,
  waitingKey,
  type MetricKey,
} from '../../../model/metric.ts';
import { isInVain, isWaiting } from './apart.ts';
import { isTraffic } from './trafficSection.ts';
import { formatValue, plural } from '../../../text/format.ts';
import {
  codeCell,
  difference,
  figures,
  level,
  table,
  text,
  type CellContent,
  type Section,
} from '../../model.ts';
import { summaryOf, sumsOf } from '../explain/summary.ts';

/** A metric of a workload, be it compared or only measured. */
type WaitingMetric = Pick<MetricComparison, 'key' | 'unit' | 'before' | 'after'>;

/**
 * What follows how fast the machine is, of each workload, before and now: above all what was done only because
 * something else was not ready.
 */
export function waitingSection(
  workloads: readonly { readonly name: string; readonly metrics: readonly WaitingMetric[] }[],
): Section[] {
  const waited = workloads.flatMap(({ name, metrics }) => {
    const disturbed = attemptsOf(metrics) > 0 ? FOLLOWS_ATTEMPTS : new Set();
    const own = metrics
      .filter(({ key }) => (isWaiting(key) && !isTraffic(key)) || disturbed.has(key))
      .sort(attemptsFirst);
    return own.some(hasCounted) ? [{ name, metrics: own }] : [];
  });
  if (waited.length === 0) return [];
  const sentenceOf = ({ name, metrics }: (typeof waited)[number]): string =>
    `${name}: ${waitedFor(metrics)}.`;
  const gaveUp = waited.filter(({ metrics }) => attemptsOf(metrics) > 0);
  return [
    {
      title: 'Waiting',
      prominence: 'detail',
      brief: [gaveUp.length > 0 ? gaveUp.map(sentenceOf).join(' ') : `${NONE_GAVE_UP}.`],
      blocks: [
        ...waited.map((workload) => text(sentenceOf(workload))),
        text(
          'All of this follows how fast the machine is: what was done only because something else was not ' +
            'ready, and writes that are put together when they come close to each other. It decides only ' +
            'between two that were measured in turns on one machine.',
        ),
        table(
          ['Workload', 'Metric', figures('Before'), figures('After'), figures('Difference')],
          waited.flatMap(({ name, metrics }) => metrics.map((metric) => rowOf(name, metric))),
        ),
      ],
    },
  ];
}

/**
 * `3 opcodes gave up waiting for their locks and began anew (2.9 s); done for nothing: 45 wconfd calls, 12 lock
 * writes; asked 40 times whether a job had changed`.
 */
function waitedFor(metrics: readonly WaitingMetric[]): string {
  const attempts = attemptsOf(metrics);
  const polls = valueOf(metrics, LONG_POLL);
  const gaveUp =
    attempts === 0
      ? NONE_GAVE_UP
      : `${plural(attempts, 'opcode')} gave up waiting for ${attempts === 1 ? 'its' : 'their'} locks and ` +
        `began anew (${formatValue(valueOf(metrics, ATTEMPTS.seconds), 'seconds')})`;
  const done = summaryOf(sumsOf(new Map(metrics.flatMap(doneForNothing))));
  return [
    gaveUp,
    ...(done.length > 0 ? [`done for nothing: ${done.join(', ')}`] : []),
    ...(polls > 0 ? [`asked ${plural(polls, 'time')} whether a job had changed`] : []),
  ].join('; ');
}

const NONE_GAVE_UP = 'no opcode gave up waiting for its locks';

/** Asked at least once of every job that somebody waits for: not for nothing. */
const LONG_POLL = waitingKey('rpc/luxi/WaitForJobChange');

const attemptsOf = (metrics: readonly WaitingMetric[]): number => valueOf(metrics, ATTEMPTS.count);

const valueOf = (metrics: readonly WaitingMetric[], key: MetricKey): number =>
  metrics.find((metric) => metric.key === key)?.after ?? 0;

/** The attempts themselves are no thing that was done. */
function doneForNothing({ key, after }: WaitingMetric): [MetricKey, number][] {
  const done = doneKey(key);
  return done === key || key === LONG_POLL || after === null ? [] : [[done, after]];
}

function rowOf(workload: string, { key, unit, before, after }: WaitingMetric): CellContent[] {
  const moved = before === null ? '' : difference(before, after ?? 0, unit);
  return [workload, codeCell(key), level(before, unit), level(after, unit), moved];
}

const hasCounted = ({ before, after }: WaitingMetric): boolean =>
  (before ?? 0) > 0 || (after ?? 0) > 0;

/** What was given up, what was done for nothing, then what is written together; in the order of the families. */
const attemptsFirst = (a: WaitingMetric, b: WaitingMetric): number =>
  orderOf(a.key) - orderOf(b.key) || (a.key < b.key ? -1 : Number(a.key > b.key));

const orderOf = (key: MetricKey): number => {
  const done = doneKey(key);
  if (done !== key) return FAMILIES.indexOf(familyOf(done));
  return isInVain(key) ? -1 : FAMILIES.length + FAMILIES.indexOf(familyOf(key));
};
