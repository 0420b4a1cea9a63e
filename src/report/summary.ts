import { familyOf, type MetricKey } from '../model/metric.ts';
import { formatValue, plural } from './format.ts';

/** By metric: how often, or for how many seconds. */
export type Counts = ReadonlyMap<MetricKey, number>;

export function totalOf(all: readonly Iterable<readonly [MetricKey, number]>[]): Counts {
  const total = new Map<MetricKey, number>();
  for (const counts of all) {
    for (const [key, count] of counts) total.set(key, (total.get(key) ?? 0) + count);
  }
  return total;
}

/** Of an RPC's metric: who is asked. */
export function channelOf(key: MetricKey): string | undefined {
  return familyOf(key) === 'rpc' ? key.split('/')[1] : undefined;
}

interface Total {
  readonly noun: string;
  readonly holds: (key: MetricKey) => boolean;
}

/** What matters to a reader, most first. */
const TOTALS: readonly Total[] = [
  { noun: 'command', holds: (key) => familyOf(key) === 'execve' },
  { noun: 'node RPC', holds: (key) => channelOf(key) === 'node' },
  { noun: 'wconfd call', holds: (key) => channelOf(key) === 'wconfd' },
  { noun: 'job-file write', holds: (key) => isWrite(key, 'jobfile') },
  { noun: 'second', holds: (key) => familyOf(key) === 'sleep' },
  { noun: 'config write', holds: (key) => isWrite(key, 'config') },
  { noun: 'fsync', holds: (key) => familyOf(key) === 'fsync' },
  { noun: 'lock-file write', holds: (key) => isWrite(key, 'locks') },
  { noun: 'luxi request', holds: (key) => channelOf(key) === 'luxi' },
  {
    noun: 'other request',
    holds: (key) => !['node', 'wconfd', 'luxi', undefined].includes(channelOf(key)),
  },
];

/** Those that are told even when there are none. */
const VERDICT_TOTALS = 5;

/** `6 commands`, `14 node RPCs`, `0.5 s asleep`; of what there is. */
export function summaryOf(counts: Counts): string[] {
  return TOTALS.flatMap((total) => {
    const sum = sumOf(counts, total);
    return sum > 0 ? [totalWords(total, sum)] : [];
  });
}

/** The first five of them, be there any or none. */
export function verdictSummary(counts: Counts): string[] {
  return TOTALS.slice(0, VERDICT_TOTALS).map((total) => totalWords(total, sumOf(counts, total)));
}

const isWrite = (key: MetricKey, family: string): boolean =>
  familyOf(key) === family && key.endsWith('/writes');

const sumOf = (counts: Counts, { holds }: Total): number =>
  [...counts].reduce((sum, [key, count]) => (holds(key) ? sum + count : sum), 0);

const totalWords = ({ noun }: Total, sum: number): string =>
  noun === 'second' ? `${formatValue(sum, 'seconds')} asleep` : plural(sum, noun);
