import { latencyOf, quantile } from '../../../model/latency.ts';
import type { Calls, Client, ProbedClient, ProbeResult } from '../../../model/probe.ts';
import { plural } from '../../../text/format.ts';
import { environmentSection } from '../comparison/surroundings.ts';
import { clusterTitle, ganetiTitle } from '../names.ts';
import {
  figures,
  level,
  percentage,
  precise,
  table,
  text,
  type Block,
  type Report,
  type Section,
} from '../../model.ts';

/** What one request cost, sent again and again. */
export function probeReport(probe: ProbeResult): Report {
  const { channel, method, args, concurrency, ganeti, cluster, clients, environment } = probe;
  const [first] = clients;
  const at = concurrency === 1 ? 'one at a time' : `${concurrency} at once`;
  const given = JSON.stringify(args);
  const arguments_ =
    args.length === 0 ? '' : ` ${given.length > 80 ? `${given.slice(0, 80)}…` : given}`;
  return {
    status: 'neutral',
    title: 'Probed',
    verdict: [
      { code: `${channel} ${method}${arguments_}` },
      ...(first
        ? [': ', precise(latencyOf(first.nanoseconds).p50, 'seconds'), ' of a request']
        : []),
      `, ${at}`,
    ],
    context: [`${ganetiTitle(ganeti)}; ${clusterTitle(cluster)}`],
    sections: [
      latencySection(clients),
      messagesSection(clients),
      callsSection(clients),
      ...heapSection(probe),
      ...environmentSection(environment),
    ],
  };
}

const NAMES: Readonly<Record<Client, string>> = {
  raw: 'bare socket',
  ganeti: "Ganeti's own client",
};

function latencySection(clients: readonly ProbedClient[]): Section {
  const rows = clients.map(({ client, nanoseconds }) => {
    const { requests, p50, p95, max, error } = latencyOf(nanoseconds);
    return [
      NAMES[client],
      level(requests, 'count'),
      precise(p50, 'seconds'),
      percentage(error),
      precise(p95, 'seconds'),
      precise(max, 'seconds'),
    ];
  });
  const columns = ['Requests', 'p50', '± (one standard error)', 'p95', 'Max'].map(figures);
  return {
    title: 'Latency',
    prominence: 'headline',
    blocks: [table(['Client', ...columns], rows), chartOf(clients)],
  };
}

/** Of the chart's axis: percent of the requests that are not slower. */
const PERCENTS = [5, 10, 25, 50, 75, 90, 95, 99, 100] as const;

function chartOf(clients: readonly ProbedClient[]): Block {
  return {
    kind: 'chart',
    title: 'Latency in microseconds',
    unit: 'count',
    x: { title: 'percent of the requests', values: PERCENTS },
    series: clients.map(({ client, nanoseconds }) => {
      const sorted = nanoseconds.toSorted((a, b) => a - b);
      const values = PERCENTS.map((percent) => Math.round(quantile(sorted, percent / 100) / 1000));
      return { name: NAMES[client], values };
    }),
  };
}

function messagesSection(clients: readonly ProbedClient[]): Section {
  const rows = clients.map(({ client, nanoseconds, sent, received }) => [
    NAMES[client],
    level(sent / nanoseconds.length, 'bytes'),
    level(received / nanoseconds.length, 'bytes'),
  ]);
  const columns = [figures('Request'), figures('Reply')];
  return {
    title: 'Size of a message',
    prominence: 'headline',
    blocks: [table(['Client', ...columns], rows)],
  };
}

function callsSection(clients: readonly ProbedClient[]): Section {
  const rows = clients.flatMap(({ client, systemCalls: { requests, ...ends } }) => {
    const row = (end: string, what: string, { calls, failed, bytes }: Calls) => [
      NAMES[client],
      end,
      what,
      precise((calls - failed) / requests, 'count'),
      precise(failed / requests, 'count'),
      level(bytes / requests, 'bytes'),
    ];
    return [
      row('client', 'send', ends.client.send),
      row('daemon', 'receive', ends.daemon.receive),
      row('daemon', 'send', ends.daemon.send),
      row('client', 'receive', ends.client.receive),
    ];
  });
  const counted = clients[0]?.systemCalls.requests ?? 0;
  const columns = ['Calls', 'Failed calls', 'Bytes'].map(figures);
  return {
    title: 'System calls of a request',
    prominence: 'headline',
    blocks: [
      table(['Client', 'End', 'Direction', ...columns], rows),
      text(
        `Counted over ${plural(counted, 'request')} of their own. Most failed calls found nothing to read yet: ` +
          'how many do depends on time.',
      ),
    ],
  };
}

function heapSection({ heap }: ProbeResult): Section[] {
  if (!heap) return [];
  const { daemon, allocated, collections, maxLive } = heap;
  return [
    {
      title: `Heap of ${daemon}`,
      prominence: 'headline',
      blocks: [
        table(
          ['', figures('Bytes'), figures('±')],
          [
            [
              'allocated for a request',
              level(allocated?.perRequest ?? null, 'bytes'),
              level(allocated?.error ?? null, 'bytes'),
            ],
            ['most live after a major collection', level(maxLive, 'bytes'), ''],
          ],
        ),
        text(
          `Seen at ${plural(collections, 'collection')}.` +
            (allocated ? '' : ' Too few to tell what a request allocates: give a larger --repeat.'),
        ),
      ],
    },
  ];
}
