import { latencyOf, quantile } from '../../../model/latency.ts';
import type { Calls, Client, Probed, ProbedClient } from '../../../model/probe.ts';
import { plural } from '../../../text/format.ts';
import {
  figures,
  level,
  percentage,
  precise,
  table,
  text,
  type Block,
  type CellContent,
  type Section,
} from '../../model.ts';

/** A Ganeti that was probed, and what tells it from the other; empty where there is no other. */
export interface Build extends Probed {
  readonly name: string;
}

export const CLIENT_NAMES: Readonly<Record<Client, string>> = {
  raw: 'bare socket',
  ganeti: "Ganeti's own client",
};

export function latencySection(builds: readonly Build[]): Section {
  const columns = ['Requests', 'p50', '± (one standard error)', 'p95', 'Max'];
  const rows = rowsOf(builds, ({ nanoseconds }) => {
    const { requests, p50, p95, max, error } = latencyOf(nanoseconds);
    return [
      [
        level(requests, 'count'),
        precise(p50, 'seconds'),
        percentage(error),
        precise(p95, 'seconds'),
        precise(max, 'seconds'),
      ],
    ];
  });
  const blocks = [tableOf(builds, [], columns, rows), chartOf(builds)];
  return { title: 'Latency', prominence: 'headline', blocks };
}

/** Of the chart's axis: percent of the requests that are not slower. */
const PERCENTS = [5, 10, 25, 50, 75, 90, 95, 99, 100] as const;

function chartOf(builds: readonly Build[]): Block {
  const series = builds.flatMap(({ name, clients }) =>
    clients.map(({ client, nanoseconds }) => {
      const sorted = nanoseconds.toSorted((a, b) => a - b);
      const values = PERCENTS.map((percent) => Math.round(quantile(sorted, percent / 100) / 1000));
      return { name: [name, CLIENT_NAMES[client]].filter(Boolean).join(', '), values };
    }),
  );
  const x = { title: 'percent of the requests', values: PERCENTS };
  const [title, axis] = ['Latency in microseconds', 'microseconds'];
  return { kind: 'chart', title, unit: 'count', axis, x, series };
}

export function messagesSection(builds: readonly Build[]): Section {
  const rows = rowsOf(builds, ({ nanoseconds, sent, received }) => [
    [precise(sent / nanoseconds.length, 'bytes'), precise(received / nanoseconds.length, 'bytes')],
  ]);
  const blocks = [tableOf(builds, [], ['Request', 'Reply'], rows)];
  return { title: 'Size of a message', prominence: 'headline', blocks };
}

export function callsSection(builds: readonly Build[]): Section {
  const rows = rowsOf(builds, ({ systemCalls: { requests, client, daemon } }) => {
    const row = (end: string, direction: string, { calls, failed, bytes }: Calls) => [
      ...[end, direction],
      precise((calls - failed) / requests, 'count'),
      precise(failed / requests, 'count'),
      precise(bytes / requests, 'bytes'),
    ];
    return [
      row('client', 'send', client.send),
      row('daemon', 'receive', daemon.receive),
      row('daemon', 'send', daemon.send),
      row('client', 'receive', client.receive),
    ];
  });
  const counted = builds[0]?.clients[0]?.systemCalls.requests ?? 0;
  const note =
    `Counted over ${plural(counted, 'request')} of their own. Most failed calls found nothing to read yet: ` +
    'how many do depends on time.';
  const columns = ['Calls', 'Failed calls', 'Bytes'];
  return {
    title: 'System calls of a request',
    prominence: 'headline',
    blocks: [tableOf(builds, ['End', 'Direction'], columns, rows), text(note)],
  };
}

export function heapSection(builds: readonly Build[]): Section[] {
  const known = builds.flatMap(({ name, heap }) => (heap ? [{ name, heap }] : []));
  const [first] = known;
  if (!first) return [];
  const columns = ['Allocated for a request', '±', 'Most live after a major collection'];
  const rows = known.map(({ name, heap: { allocated, collections, maxLive } }) => [
    ...(name === '' ? [] : [name]),
    precise(allocated?.perRequest ?? null, 'bytes'),
    precise(allocated?.error ?? null, 'bytes'),
    precise(maxLive, 'bytes'),
    level(collections, 'count'),
  ]);
  const titles = [...columns, 'Collections seen'].map(figures);
  const few = known.some(({ heap }) => heap.allocated === null);
  return [
    {
      title: `Heap of ${first.heap.daemon}`,
      prominence: 'headline',
      blocks: [
        table(first.name === '' ? titles : ['', ...titles], rows),
        ...(few
          ? [text('Too few collections to tell what a request allocates: give a larger --repeat.')]
          : []),
      ],
    },
  ];
}

/** Rows of each client of each build, behind their names. */
const rowsOf = (
  builds: readonly Build[],
  cells: (client: ProbedClient) => CellContent[][],
): CellContent[][] =>
  builds.flatMap(({ name, clients }) =>
    clients.flatMap((client) =>
      cells(client).map((row) => [
        ...(name === '' ? [] : [name]),
        CLIENT_NAMES[client.client],
        ...row,
      ]),
    ),
  );

const tableOf = (
  builds: readonly Build[],
  names: readonly string[],
  values: readonly string[],
  rows: readonly CellContent[][],
): Block =>
  table([...(builds.length > 1 ? [''] : []), 'Client', ...names, ...values.map(figures)], rows);
