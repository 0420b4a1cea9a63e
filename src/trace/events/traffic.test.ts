import { describe, expect, it } from 'vitest';
import { capturedWithLengths, eventsOf, rawOf, SERIES } from '../../../test/support/traces.ts';
import { failure } from '../../../test/support/failure.ts';
import { workloadEvents } from './count.ts';
import type { TraceEvent } from './event.ts';
import { trafficReadings } from './traffic.ts';

const kindOf = (events: readonly TraceEvent[], kind: TraceEvent['kind']) =>
  events.filter((event) => event.kind === kind);

describe.each(SERIES)('traffic of a reboot on %s', (series) => {
  const capture = capturedWithLengths(series);
  const events = eventsOf(capture);
  const readings = trafficReadings(events);
  const value = (key: string): number => readings.get(`traffic/${key}`)?.value ?? NaN;
  const asked = (channel: string): number =>
    workloadEvents(events).filter((e) => e.kind === 'rpc' && e.channel === channel).length;

  it.each(['luxi', 'wconfd'])('sends each request to %s in one call', (channel) => {
    expect(asked(channel)).toBeGreaterThan(1);
    expect(value(`${channel}/requests/sends`)).toBe(asked(channel));
  });

  it('counts no fewer bytes of requests than the events show of them', () => {
    const at = (label: string): number =>
      rawOf(capture.raw, 'execve').find(({ argv }) => argv[3] === label)?.at ?? NaN;
    const shown = rawOf(capture.raw, 'request')
      .filter((raw) => raw.socket.endsWith('/ganeti-query'))
      .filter((raw) => raw.at > at('begin') && raw.at < at('end'));
    const bytes = shown.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeGreaterThan(0);
    expect(value('luxi/requests/bytes')).toBeGreaterThanOrEqual(bytes);
  });

  it('counts replies in as many sends or more, and all of them', () => {
    for (const channel of ['luxi', 'wconfd']) {
      expect(value(`${channel}/replies/sends`)).toBeGreaterThanOrEqual(asked(channel));
      expect(value(`${channel}/replies/bytes`)).toBeGreaterThan(0);
    }
  });

  it('refuses a trace in which more was received than was sent', () => {
    const doubled = events.map((event) =>
      event.kind === 'traffic' && event.direction === 'receives'
        ? { ...event, bytes: event.bytes * 2 }
        : event,
    );
    const refused = failure(() => trafficReadings(doubled));
    expect(refused).toMatchObject({ exitCode: 4 });
    expect(refused.message).toMatch(/requests to \w+: \d+ bytes were received, and \d+ were sent/);
  });

  it.each(['luxi', 'wconfd'])(
    'refuses a trace in which a request to %s was not known',
    (channel) => {
      const places = events.flatMap((event, place) =>
        event.kind === 'rpc' && event.channel === channel ? [place] : [],
      );
      const missed = places[Math.floor(places.length / 2)] ?? NaN;
      const refused = failure(() => trafficReadings(events.toSpliced(missed, 1)));
      expect(refused).toMatchObject({ exitCode: 4 });
      expect(refused.message).toMatch(
        new RegExp(
          `(\\d+) messages were sent to ${channel}, of which \\d+ begin as its requests do`,
        ),
      );
    },
  );

  it('cannot tell where a request was sent in parts', () => {
    const first = events.findIndex((e) => e.kind === 'rpc' && e.channel === 'wconfd');
    const parts = events.flatMap((event, place) => {
      if (event.kind !== 'rpc' || event.channel !== 'wconfd') return [event];
      return place === first ? [] : [{ ...event, isWhole: false }];
    });
    expect(trafficReadings(parts).size).toBeGreaterThan(0);
  });

  it('says nothing where the kernel does not tell', () => {
    const silent = events.filter((event) => event.kind !== 'traffic');
    expect(kindOf(silent, 'mark').length).toBeGreaterThan(1);
    expect([...trafficReadings(silent)]).toEqual([]);
  });
});
