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
 * @throws PerfError (exit 4) when more was received than was sent, as then something was not seen
 */
export function trafficReadings(events: readonly TraceEvent[]): Readings {
  const before = upTo(events, 'begin');
  const after = upTo(events, 'end');
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

const MESSAGES = [
  { messages: 'requests', from: 'client', to: 'daemon' },
  { messages: 'replies', from: 'daemon', to: 'client' },
] as const;

/** Amounts only grow, so the last that was told before a mark is what it was there. */
function upTo(events: readonly TraceEvent[], label: string): Amounts {
  const place = events.findIndex((event) => event.kind === 'mark' && event.label === label);
  const amounts = new Map<string, Pick<Traffic, 'calls' | 'bytes'>>();
  for (const event of events.slice(0, place)) {
    if (event.kind !== 'traffic') continue;
    amounts.set(keyOf(event.channel, event.end, event.direction), event);
  }
  return amounts;
}

const keyOf = (channel: Channel, end: Traffic['end'], direction: Traffic['direction']): string =>
  `${channel} ${end} ${direction}`;
