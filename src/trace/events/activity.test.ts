import { describe, expect, it } from 'vitest';
import { captured, rawOf, SERIES } from '../../../test/support/traces.ts';
import { createActivity } from './activity.ts';
import type { RawEvent } from './rawEvent.ts';

/** When, in the trace's own milliseconds, the cluster last did something that counts. */
function lastOf(events: readonly RawEvent[]): number {
  const activity = createActivity();
  for (const event of events) activity.see(event, event.at / 1e6);
  return activity.last();
}

it('knows nothing before the first event', () => {
  expect(createActivity().last()).toBe(0);
});

describe.each(SERIES)('the reboot on %s', (series) => {
  const { raw } = captured(series);
  const end = raw.findIndex((event) => event.kind === 'execve' && event.argv[3] === 'end');
  const job = rawOf(raw, 'exit').findLast(
    ({ maxRss, at }) => maxRss > 12_000 && at < raw[end]!.at,
  )!;
  const xentop = new Set(
    rawOf(raw, 'execve').flatMap(({ path, pid }) => (path.endsWith('/xentop') ? [pid] : [])),
  );

  it('is at rest once its job has ended, whatever mond does', () => {
    // What mond did at any time, as if it had been then.
    const background = raw
      .filter((e) => xentop.has(e.kind === 'fork' ? e.child : e.pid))
      .map((event) => ({ ...event, at: job.at + event.at }));
    expect(background.length).toBeGreaterThan(7);
    expect(lastOf([...raw.slice(0, raw.indexOf(job) + 1), ...background])).toBe(job.at / 1e6);
  });

  it('is busy again with its next event', () => {
    expect(lastOf(raw)).toBe(raw.at(-1)!.at / 1e6);
  });
});

describe('the number of a background process that has ended', () => {
  const { raw } = captured('bookworm');
  const exit = rawOf(raw, 'exit').findLast(({ pid }) =>
    rawOf(raw, 'execve').some((e) => e.pid === pid && e.path.endsWith('/xentop')),
  )!;
  const until = raw.slice(0, raw.indexOf(exit));
  const fork = rawOf(raw, 'fork').find(({ thread }) => !thread)!;
  const reborn: RawEvent = { ...fork, at: exit.at + 1, child: exit.pid };
  const later: RawEvent = { ...rawOf(raw, 'fsync')[0]!, at: exit.at + 2, pid: exit.pid };

  it('may be given to a process that counts', () => {
    expect(lastOf([...until, exit, later])).toBe(later.at / 1e6);
  });

  it('also when the end is not told', () => {
    expect(lastOf([...until, reborn, later])).toBe(later.at / 1e6);
  });

  it('stays background until then', () => {
    expect(lastOf([...until, { ...later, at: exit.at - 1 }])).toBeLessThan((exit.at - 1) / 1e6);
  });
});
