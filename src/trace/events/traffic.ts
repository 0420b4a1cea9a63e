import type { Reading, Readings } from '../../model/assemble.ts';
import type { MetricKey } from '../../model/metric.ts';
import { incompleteError } from '../../platform/errors.ts';
import type { Channel, TraceEvent } from './event.ts';
import type { Traffic } from './rawEvent.ts';

/** By whose end of which channel, and which way. */
type Amounts = ReadonlyMap<string, Pick<Traffic, 'calls' | 'bytes'>>;

/**
 * What went over the daemons' sockets between the marks, of each channel: bytes of all requests and of all replies,
 * and in how many calls they were sent and received. Nothing where the kernel does not tell it.
 *
 * @throws PerfError (exit 4) when more was received than was sent, or more messages were sent than requests were seen: then
 *   there is something that was not counted
 */
export function trafficReadings(events: readonly TraceEvent[]): Readings {
  const before = upTo(events, 'begin');
  const after = upTo(events, 'end');
  const problem = unseenRequests(events, before, after);
  if (problem !== undefined) throw incompleteError(problem);
  const channels = new Set([...after.keys()].map((key) => key.split(' ', 1)[0] as Channel));
  const moved = (channel: Channel, end: Traffic['end'], direction: Traffic['direction']) => {
    const key = keyOf(channel, end, direction);
    const of = (amounts: Amounts) => amounts.get(key) ?? { calls: 0, bytes: 0 };
    return {
      calls: of(after).calls - of(before).calls,
      bytes: of(after).bytes - of(before).bytes,
    };
  };
  return new Map(
    [...channels].flatMap((channel) =>
      MESSAGES.flatMap(({ messages, from, to }) => {
        const sent = moved(channel, from, 'sends');
        const received = moved(channel, to, 'receives');
        if (received.bytes > sent.bytes) {
          throw incompleteError(
            `${messages} to ${channel}: ${received.bytes} bytes were received, and ${sent.bytes} were sent`,
          );
        }
        const reading = (name: string, unit: Reading['unit'], value: number) =>
          [`traffic/${channel}/${messages}/${name}`, { unit, value }] as [MetricKey, Reading];
        if (sent.calls + received.calls === 0) return [];
        return [
          reading('bytes', 'bytes', sent.bytes),
          reading('sends', 'count', sent.calls),
          reading('receives', 'count', received.calls),
        ];
      }),
    ),
  );
}

/**
 * A request is known by how its JSON begins, so that one of another form would be missed: but each that is whole is sent
 * in one call, and the kernel counts calls whatever they send.
 */
function unseenRequests(
  events: readonly TraceEvent[],
  before: Amounts,
  after: Amounts,
): string | undefined {
  const [begin, end] = ['begin', 'end'].map((label) => placeOf(events, label));
  const requests = events.slice(begin, end).filter((event) => event.kind === 'rpc');
  for (const channel of SOCKETS) {
    const own = requests.filter((event) => event.channel === channel);
    if (own.some(({ isWhole }) => isWhole !== true)) continue;
    const key = keyOf(channel, 'client', 'sends');
    const sent = (after.get(key)?.calls ?? 0) - (before.get(key)?.calls ?? 0);
    if (sent > own.length) {
      return (
        `${sent} messages were sent to ${channel}, of which ${own.length} begin as its requests do: ` +
        'those of another form cannot be counted'
      );
    }
  }
  return undefined;
}

/** The channels whose requests go over a local socket. */
const SOCKETS = ['luxi', 'wconfd', 'metad'] as const satisfies Channel[];

const placeOf = (events: readonly TraceEvent[], label: string): number =>
  events.findIndex((event) => event.kind === 'mark' && event.label === label);

const MESSAGES = [
  { messages: 'requests', from: 'client', to: 'daemon' },
  { messages: 'replies', from: 'daemon', to: 'client' },
] as const;

/** Amounts only grow, so the last that was told before a mark is what it was there. */
function upTo(events: readonly TraceEvent[], label: string): Amounts {
  const amounts = new Map<string, Pick<Traffic, 'calls' | 'bytes'>>();
  for (const event of events.slice(0, placeOf(events, label))) {
    if (event.kind !== 'traffic') continue;
    amounts.set(keyOf(event.channel, event.end, event.direction), event);
  }
  return amounts;
}

const keyOf = (channel: Channel, end: Traffic['end'], direction: Traffic['direction']): string =>
  `${channel} ${end} ${direction}`;
