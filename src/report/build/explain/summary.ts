import { ATTEMPTS, doneKey, familyOf, type MetricKey } from '../../../model/metric.ts';
import { sum } from '../../../model/numbers.ts';
import { formatValue, plural } from '../../../text/format.ts';

/** By metric: how often, or for how many seconds. */
export type Counts = ReadonlyMap<MetricKey, number>;

/** Sums of what was done, be it work or waiting. */
export function totalOf(all: readonly Iterable<readonly [MetricKey, number]>[]): Counts {
  const total = new Map<MetricKey, number>();
  for (const counts of all) {
    for (const [metric, count] of counts) {
      const key = doneKey(metric);
      total.set(key, (total.get(key) ?? 0) + count);
    }
  }
  return total;
}

/** Of an RPC's metric: who is asked. */
export function channelOf(key: MetricKey): string | undefined {
  return familyOf(key) === 'rpc' ? key.split('/')[1] : undefined;
}

/** Not a thing to be counted. */
const SECONDS = 'asleep';

interface Total {
  readonly holds: (key: MetricKey) => boolean;
  /** The words of a verdict, in the singular; and of a line among many. */
  readonly noun: string;
  readonly short: string;
}

/** What matters to a reader, most first. */
const TOTALS: readonly Total[] = [
  { holds: (key) => familyOf(key) === 'execve', noun: 'command', short: 'command' },
  { holds: (key) => channelOf(key) === 'node', noun: 'node RPC', short: 'RPC' },
  { holds: (key) => channelOf(key) === 'wconfd', noun: 'wconfd call', short: 'wconfd call' },
  { holds: (key) => isWrite(key, 'jobfile'), noun: 'job-file write', short: 'job write' },
  { holds: isSecondsAsleep, noun: SECONDS, short: SECONDS },
  { holds: (key) => isWrite(key, 'config'), noun: 'config write', short: 'config write' },
  { holds: (key) => familyOf(key) === 'fsync', noun: 'fsync', short: 'fsync' },
  { holds: (key) => isWrite(key, 'locks'), noun: 'lock-file write', short: 'lock write' },
  { holds: (key) => channelOf(key) === 'luxi', noun: 'luxi request', short: 'luxi call' },
  { holds: (key) => key === ATTEMPTS.count, noun: 'abandoned attempt', short: 'abandoned attempt' },
  {
    holds: (key) => !['node', 'wconfd', 'luxi', undefined].includes(channelOf(key)),
    noun: 'other request',
    short: 'other call',
  },
];

/** Those that are told even when there are none. */
const VERDICT_TOTALS = 5;

/** How often somebody slept is told by how long. */
function isSecondsAsleep(key: MetricKey): boolean {
  return familyOf(key) === 'sleep' && key.endsWith('/seconds');
}

/** How much there is of each of {@link TOTALS}, in their order: a few numbers for any number of metrics. */
export type Sums = readonly number[];

export function sumsOf(counts: Counts): Sums {
  const sums = TOTALS.map(() => 0);
  for (const [key, count] of counts) {
    TOTALS.forEach(({ holds }, k) => {
      if (holds(key)) sums[k] = (sums[k] ?? 0) + count;
    });
  }
  return sums;
}

export const addSums = (all: readonly Sums[]): Sums =>
  TOTALS.map((_, k) => sum(all.map((sums) => sums[k] ?? 0)));

/** `6 commands`, `14 RPCs`, `0.5 s asleep`; of what there is, for a line among many. */
export function summaryOf(sums: Sums): string[] {
  return TOTALS.flatMap(({ short }, k) => {
    const all = sums[k] ?? 0;
    return all > 0 ? [totalWords(short, all)] : [];
  });
}

/** The first five of them, be there any or none. */
export function verdictSummary(sums: Sums): string[] {
  return TOTALS.slice(0, VERDICT_TOTALS).map(({ noun }, k) => totalWords(noun, sums[k] ?? 0));
}

const isWrite = (key: MetricKey, family: string): boolean =>
  familyOf(key) === family && key.endsWith('/writes');

const totalWords = (noun: string, all: number): string =>
  noun === SECONDS ? `${formatValue(all, 'seconds')} ${noun}` : plural(all, noun);
