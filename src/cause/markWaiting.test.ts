import { describe, expect, it } from 'vitest';
import { capturedWorkload, explained, type WORKLOADS } from '../../test/support/traces.ts';
import { natureOf } from '../model/nature.ts';
import { countMetrics } from '../trace/events/count.ts';
import { attemptReadings } from './markWaiting.ts';

/** Every count of work, and how often. */
const work = (name: (typeof WORKLOADS)[number]): [string, number][] =>
  [...countMetrics(explained(capturedWorkload(name)).events, [])]
    .filter(([key, { unit }]) => unit === 'count' && natureOf(key) === 'work')
    .map(([key, { value }]): [string, number] => [key, value])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

describe('what opcodes did that gave up waiting for their locks', () => {
  const { events, spans } = explained(capturedWorkload('mass-migrate-contended'));

  it('leaves every count of work as it is where no opcode gave up', () => {
    const calm = work('mass-migrate');
    expect(calm.length).toBeGreaterThan(30);
    expect(work('mass-migrate-contended')).toEqual(calm);
  });

  it('is counted apart', () => {
    const readings = countMetrics(events, []);
    expect(readings.get('rpc/wconfd/dropAllReservations')?.value).toBe(9);
    expect(readings.get('waiting/rpc/wconfd/dropAllReservations')?.value).toBe(4);
    expect(readings.get('waiting/rpc/wconfd/readConfig')?.value).toBe(8);
  });

  it('is told in attempts and their seconds', () => {
    const attempts = attemptReadings(spans);
    expect(attempts.get('waiting/attempts/count')).toEqual({ unit: 'count', value: 4 });
    const seconds = attempts.get('waiting/attempts/seconds')?.value ?? 0;
    // Ganeti gives up after five seconds, give or take a twentieth.
    expect(seconds).toBeGreaterThan(4 * 4.7);
    expect(seconds).toBeLessThan(4 * 6);
  });

  it('is nothing where none gave up', () => {
    expect(attemptReadings(explained(capturedWorkload('mass-migrate')).spans)).toEqual(new Map());
  });
});
