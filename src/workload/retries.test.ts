import { describe, expect, it } from 'vitest';
import { captured, edited, eventsOf, rawOf, SERIES } from '../../test/traces.ts';
import { workloadEvents } from '../trace/count.ts';
import { countRetries } from './retries.ts';

describe.each(SERIES)('the reboot on %s', (series) => {
  const capture = captured(series);
  const { raw, jobs } = capture;
  const dropped = rawOf(raw, 'request').find(({ text }) => text.includes('dropAllReservations'))!;
  /** The capture with the opcode's end seen so many times. */
  const retries = (times: number, opcodes = jobs[0]!.opcodes) => {
    const attempts = Array.from({ length: times }, (_, i) => ({ ...dropped, at: dropped.at + i }));
    const changed = edited(capture, (event) => (event === dropped ? attempts : event));
    return countRetries(workloadEvents(eventsOf(changed)), [{ ...jobs[0]!, opcodes }]);
  };

  it('began its opcode once', () => {
    expect(countRetries(workloadEvents(eventsOf(capture)), jobs)).toBe(0);
  });

  it.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [4, 3],
  ])('that ended its opcode %i times retried it %i times', (times, expected) => {
    expect(retries(times)).toBe(expected);
  });

  it('may have ended one for each of its opcodes', () => {
    const three = ['OP_INSTANCE_REBOOT', 'OP_INSTANCE_REBOOT', 'OP_INSTANCE_REBOOT'];
    expect(retries(3, three)).toBe(0);
    expect(retries(4, three)).toBe(1);
  });

  it('does not answer for jobs that are not in the queue, nor one job for another', () => {
    const events = workloadEvents(eventsOf(capture));
    const other = { ...jobs[0]!, id: 11 };
    expect(countRetries([...events, ...events], [])).toBe(0);
    expect(countRetries([...events, ...events], [other])).toBe(0);
    expect(countRetries([...events, ...events], [other, ...jobs])).toBe(1);
  });
});
