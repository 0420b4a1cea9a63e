import { latencyOf, quantile } from '../../../model/latency.ts';
import type { Below, Probed } from '../../../model/probe.ts';
import {
  figures,
  precise,
  table,
  text,
  type CellContent,
  type Figure,
  type Section,
} from '../../model.ts';
import type { Build } from './probeTables.ts';

/** What a method of Ganeti's own asked wconfd for, and in how many calls of the method; undefined of other channels. */
export function belowOf({ clients }: Probed): { below: Below; calls: number } | undefined {
  const [own] = clients.filter(({ below }) => below !== undefined);
  return own?.below && { below: own.below, calls: own.nanoseconds.length };
}

/** The median of seconds; null: there was none. */
export const medianOf = (nanoseconds: readonly number[]): number | null =>
  nanoseconds.length === 0 ? null : latencyOf(nanoseconds).p50;

/** Rows of what differs between two, in seconds or as a count for each call of the method. */
export interface BelowRow {
  readonly what: string;
  readonly of: (found: { below: Below; calls: number }) => number | null;
  readonly shown: (value: number | null) => Figure;
}

/** What is told of each method that is asked for below, and of the lock. */
export function belowRows(methods: readonly string[]): BelowRow[] {
  const seconds = (value: number | null): Figure => precise(value, 'seconds');
  const times = methods.map((method): BelowRow => ({
    what: `median time, ${method}`,
    of: ({ below }) =>
      medianOf(below.requests.find((request) => request.method === method)?.nanoseconds ?? []),
    shown: seconds,
  }));
  return [
    ...times,
    {
      what: 'median time that the lock was held',
      of: ({ below }) => medianOf(below.held),
      shown: seconds,
    },
    {
      what: 'asked again for the lock',
      of: ({ below, calls }) =>
        below.requests.reduce((total, { again }) => total + again, 0) / calls,
      shown: (value) => precise(value, 'count'),
    },
  ];
}

export const methodsBelow = (all: readonly Probed[]): string[] => [
  ...new Set(all.flatMap((one) => belowOf(one)?.below.requests.map(({ method }) => method) ?? [])),
];

/** The requests to wconfd that a method of Ganeti's own made, by their methods. */
export function belowSection(builds: readonly Build[]): Section[] {
  const known = builds.flatMap(({ name, ...probed }) => {
    const found = belowOf(probed);
    return found ? [{ name, ...found }] : [];
  });
  if (known.length === 0) return [];
  const rows = known.flatMap(({ name, below, calls }) =>
    below.requests.map(({ method, nanoseconds, again, sent, received }): CellContent[] => {
      const sorted = nanoseconds.toSorted((a, b) => a - b);
      const all = sorted.length + again;
      return [
        ...(builds.length > 1 ? [name] : []),
        method,
        precise(sorted.length / calls, 'count'),
        precise(again / calls, 'count'),
        precise(medianOf(sorted), 'seconds'),
        precise(sorted.length === 0 ? null : quantile(sorted, 0.95) / 1e9, 'seconds'),
        precise(sent / all, 'bytes'),
        precise(received / all, 'bytes'),
      ];
    }),
  );
  const held = known.flatMap(({ name, below }) => {
    const median = medianOf(below.held);
    return median === null
      ? []
      : [
          text(
            name === '' ? '' : `${name}: `,
            'the lock of the configuration was held for a median of ',
            precise(median, 'seconds'),
            ', from the answer that granted it to the answer that took it back.',
          ),
        ];
  });
  const columns = ['For a call', 'Asked again', 'p50', 'p95', 'Bytes sent', 'Bytes received'];
  const titles = ['Request', ...columns.map(figures)];
  return [
    {
      title: 'Requests of a call',
      prominence: 'headline',
      blocks: [table(builds.length > 1 ? ['', ...titles] : titles, rows), ...held],
    },
  ];
}
