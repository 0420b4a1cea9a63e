import type { Size } from '../../../model/formula.ts';
import { latencyOf } from '../../../model/latency.ts';
import type { Client, Probed } from '../../../model/probe.ts';
import { succeeded } from '../../../model/probeReadings.ts';
import { precise, type Figure } from '../../model.ts';
import { CLIENT_NAMES } from './probeTables.ts';

/** What was found at one size, by build: of two, `before` and `now`. */
export interface Point extends Size {
  readonly builds: ReadonlyMap<string, Probed>;
}

/** A column of figures, or a line of a chart. */
export interface Measure {
  readonly title: string;
  readonly of: (probed: Probed) => number | null;
  readonly shown: (value: number | null) => Figure;
}

const CLIENTS: readonly Client[] = ['raw', 'ganeti'];

const measureOf =
  (client: Client | 'first', of: (client: Probed['clients'][number]) => number) =>
  ({ clients }: Probed): number | null => {
    const own = client === 'first' ? clients[0] : clients.find((one) => one.client === client);
    return own ? of(own) : null;
  };

export const REPLY: Measure = {
  title: 'Reply',
  of: measureOf('first', ({ received, nanoseconds }) => received / nanoseconds.length),
  shown: (value) => precise(value, 'bytes'),
};

export const TIMES = CLIENTS.flatMap((client): Measure[] =>
  (['p50', 'p95'] as const).map((quantile) => ({
    title: `${quantile}, ${CLIENT_NAMES[client]}`,
    of: measureOf(client, ({ nanoseconds }) => latencyOf(nanoseconds)[quantile]),
    shown: (value) => precise(value, 'seconds'),
  })),
);

export const CALLS: readonly Measure[] = [
  ['first', 'daemon', 'receive', 'daemon receives'],
  ['first', 'daemon', 'send', 'daemon sends'],
  ['raw', 'client', 'receive', 'bare socket receives'],
  ['ganeti', 'client', 'receive', "Ganeti's own client receives"],
].map(([client, end, direction, title]) => ({
  title: title ?? '',
  of: measureOf(client as Client | 'first', ({ systemCalls }) =>
    succeeded(systemCalls, end as 'client' | 'daemon', direction as 'receive' | 'send'),
  ),
  shown: (value) => precise(value, 'count'),
}));

export const ALLOCATED: Measure = {
  title: 'Allocated',
  of: ({ heap }) => heap?.allocated?.perRequest ?? null,
  shown: (value) => precise(value, 'bytes'),
};
export const LIVE: Measure = {
  title: 'Most live after a major collection',
  of: ({ heap }) => heap?.maxLive ?? null,
  shown: (value) => precise(value, 'bytes'),
};
