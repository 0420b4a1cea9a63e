import { incompleteError } from '../platform/errors.ts';
import type { Reading } from './assemble.ts';
import { latencyOf } from './latency.ts';
import { keySegment, type MetricKey, type Unit } from './metric.ts';
import type { Channel, Probed, ProbedClient, SocketCalls } from './probe.ts';

/**
 * What a request cost, as metrics; each is of one request.
 *
 * - `probe/CHANNEL/NAME/allocated`: bytes on the heap of the daemon
 * - `probe/CHANNEL/NAME/reply`: bytes of the reply, with what ends it
 * - `probe/CHANNEL/NAME/calls/daemon-receive`, `daemon-send`: system calls of the daemon that did not fail
 * - `probe/CHANNEL/NAME/calls/client-receive`, `client-send`: the same of Ganeti's own client
 * - `probe/config/NAME/request`: bytes of all that a method of Ganeti's own sends
 * - `probe/config/NAME/requests/METHOD`: what it asks wconfd for, without what it was told to ask again
 * - `latency/CHANNEL/NAME/raw`, `ganeti`: the median of the seconds that it took, by client
 *
 * @throws PerfError (exit 4) when the daemon's runtime told too little of its heap
 */
export function probeReadings(
  channel: Channel,
  name: string,
  { clients, heap }: Probed,
): [MetricKey, Reading][] {
  const of = (family: string, path: string, unit: Unit, value: number): [MetricKey, Reading] => [
    `${family}/${channel}/${keySegment(name)}/${path}`,
    { unit, value },
  ];
  const calls = (
    end: 'client' | 'daemon',
    { systemCalls }: ProbedClient,
  ): [MetricKey, Reading][] => [
    of('probe', `calls/${end}-receive`, 'count', succeeded(systemCalls, end, 'receive')),
    of('probe', `calls/${end}-send`, 'count', succeeded(systemCalls, end, 'send')),
  ];
  const [first] = clients;
  const own = clients.find(({ client }) => client === 'ganeti');
  return [
    ...(heap ? [of('probe', 'allocated', 'bytes', allocated(heap, `${channel} ${name}`))] : []),
    ...(first ? [of('probe', 'reply', 'bytes', each(first.received, first))] : []),
    ...(first?.below ? [of('probe', 'request', 'bytes', each(first.sent, first))] : []),
    ...(first?.below?.requests ?? []).map(({ method, nanoseconds }) =>
      of(
        'probe',
        `requests/${method}`,
        'count',
        nanoseconds.length / (first?.nanoseconds.length ?? 1),
      ),
    ),
    // Of the bare socket, what the client does is not Ganeti's.
    ...(first ? calls('daemon', first) : []),
    ...(own ? calls('client', own) : []),
    ...clients.map(({ client, nanoseconds }) =>
      of('latency', client, 'seconds', latencyOf(nanoseconds).p50),
    ),
  ];
}

const each = (total: number, { nanoseconds }: ProbedClient): number =>
  Math.round(total / nanoseconds.length);

/** Calls of one request. */
export const succeeded = (
  calls: SocketCalls,
  end: 'client' | 'daemon',
  direction: 'receive' | 'send',
): number => (calls[end][direction].calls - calls[end][direction].failed) / calls.requests;

function allocated(
  { daemon, allocated: known, collections }: NonNullable<Probed['heap']>,
  what: string,
): number {
  if (known) return Math.round(known.perRequest);
  throw incompleteError(
    `what '${what}' makes ${daemon} allocate is not known: it wrote down ${collections} collections of its heap ` +
      'meanwhile. It has to run with +RTS -S, as images/node has it in /etc/default/ganeti',
  );
}
