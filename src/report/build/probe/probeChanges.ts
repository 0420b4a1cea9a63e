import { latencyOf } from '../../../model/latency.ts';
import type { Probed, ProbedClient } from '../../../model/probe.ts';
import { succeeded } from '../../../model/probeReadings.ts';
import {
  figures,
  level,
  precise,
  relativeDifference,
  table,
  text,
  type CellContent,
  type Figure,
  type Section,
} from '../../model.ts';
import { belowOf, belowRows, methodsBelow } from './belowTables.ts';
import { CLIENT_NAMES } from './probeTables.ts';

/** What a request cost the second Ganeti, and what the first: both were asked in turns. */
export function changesSection(before: Probed, after: Probed): Section {
  const rows = [
    ...after.clients.flatMap((client) => {
      const other = before.clients.find((c) => c.client === client.client);
      return other ? clientRows(other, client) : [];
    }),
    ...changedBelow(before, after),
    ...allocationRows(before, after),
  ];
  const columns = [figures('Before'), figures('Now'), figures('Change')];
  return {
    title: 'What differs',
    prominence: 'headline',
    blocks: [
      table(['', 'Client', ...columns], rows),
      text(
        'Nothing of this decides anything: the exit status is 0. Times of both were taken in turns on the same machine.',
      ),
    ],
  };
}

type Value = (value: number) => Figure;

function clientRows(before: ProbedClient, after: ProbedClient): CellContent[][] {
  const name = CLIENT_NAMES[after.client];
  const row = (what: string, of: (client: ProbedClient) => number, value: Value) => [
    ...[what, name],
    ...change(of(before), of(after), value),
  ];
  const median = (client: ProbedClient): number => latencyOf(client.nanoseconds).p50;
  const calls =
    (end: 'client' | 'daemon', direction: 'receive' | 'send') =>
    ({ systemCalls }: ProbedClient): number =>
      succeeded(systemCalls, end, direction);
  const count: Value = (value) => precise(value, 'count');
  const bytes: Value = (value) => precise(value, 'bytes');
  return [
    row('median time', median, (value) => precise(value, 'seconds')),
    row('bytes sent', ({ sent, nanoseconds }) => sent / nanoseconds.length, bytes),
    row('bytes received', ({ received, nanoseconds }) => received / nanoseconds.length, bytes),
    row('calls that receive, daemon', calls('daemon', 'receive'), count),
    row('calls that send, daemon', calls('daemon', 'send'), count),
    row('calls that receive, client', calls('client', 'receive'), count),
    row('calls that send, client', calls('client', 'send'), count),
  ];
}

function changedBelow(before: Probed, after: Probed): CellContent[][] {
  const [old, now] = [belowOf(before), belowOf(after)];
  if (!old || !now) return [];
  return belowRows(methodsBelow([before, after])).flatMap(({ what, of, shown }) => {
    const [was, is] = [of(old), of(now)];
    if (was === null || is === null) return [];
    return [[what, CLIENT_NAMES.ganeti, ...change(was, is, shown)]];
  });
}

function allocationRows(before: Probed, after: Probed): CellContent[][] {
  const [old, now] = [before.heap?.allocated, after.heap?.allocated];
  if (!old || !now) return [];
  const cells = change(old.perRequest, now.perRequest, (value) => precise(value, 'bytes'));
  return [[`bytes allocated by ${after.heap?.daemon ?? ''}`, '', ...cells]];
}

const change = (before: number, after: number, value: Value): CellContent[] => [
  value(before),
  value(after),
  before === 0 ? level(null, 'count') : relativeDifference(after / before - 1),
];
