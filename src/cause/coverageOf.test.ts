import { describe, expect, it } from 'vitest';
import { captured, explained, of, SERIES, type Explained } from '../../test/support/traces.ts';
import { CoverageSchema } from '../model/coverage.ts';
import { countMetrics } from '../trace/events/count.ts';
import type { TraceEvent } from '../trace/events/event.ts';
import { coverageOf } from './coverageOf.ts';
import { span, type Span } from './span.ts';

const byFamily = ({ events, spans }: Pick<Explained, 'events' | 'spans'>) =>
  new Map(coverageOf(events, spans).map((share) => [share.family, share]));

describe.each(SERIES)('the shares of the reboot on %s', (series) => {
  const story = explained(captured(series));
  const { events, spans } = story;
  const shares = byFamily(story);

  it('count each event of a family once', () => {
    const counts = (family: string, leaf: RegExp) =>
      [...countMetrics(events, [])]
        .filter(([key]) => key.startsWith(`${family}/`) && leaf.test(key))
        .reduce((sum, [, { value }]) => sum + value, 0);
    expect(shares.get('rpc')?.events).toBe(counts('rpc', /./));
    expect(shares.get('fsync')?.events).toBe(counts('fsync', /./));
    expect(shares.get('jobfile')?.events).toBe(counts('jobfile', /writes$/));
    expect(shares.get('locks')?.events).toBe(counts('locks', /writes$/));
  });

  it('add up, and may be kept in a file', () => {
    expect(shares.size).toBeGreaterThan(4);
    for (const share of shares.values()) {
      const { attributed, daemon, background, unattributed } = CoverageSchema.parse(share);
      expect(attributed + daemon + background + unattributed).toBe(share.events);
    }
  });

  it('are in the order of the families, without those that do not occur', () => {
    expect([...shares.keys()]).toEqual(['execve', 'rpc', 'jobfile', 'locks', 'fsync', 'waiting']);
    expect(coverageOf([], [])).toEqual([]);
  });

  it.each<[Span['kind'], object]>([
    ['command', { attributed: 1 }],
    ['daemon', { daemon: 1 }],
    ['background', { background: 1 }],
    ['unattributed', { unattributed: 1 }],
    ['process', { unattributed: 1 }],
    ['driver', { unattributed: 1 }],
  ])('tell an event below a %s', (kind, expected) => {
    const [rpc] = of(events, 'rpc');
    const below = span('request', 'luxi x', 0, span(kind, 'root', 0, undefined));
    expect(coverageOf([rpc!], [below])).toEqual([
      {
        ...{ family: 'rpc', events: 1, attributed: 0, daemon: 0, background: 0 },
        unattributed: 0,
        ...expected,
      },
    ]);
  });

  it('have what is periodic apart, wherever it hangs', () => {
    const [rpc] = of(events, 'rpc');
    const mond: TraceEvent = { ...rpc!, caller: 'ganeti-mond' };
    const root = spans.find(({ kind }) => kind === 'command')!;
    expect(coverageOf([mond], [root])).toMatchObject([
      { family: 'rpc', background: 1, attributed: 0 },
    ]);
  });

  it('do not count what failed, nor what has no family', () => {
    const failed = events.map((event): TraceEvent => {
      return event.kind === 'execve' ? { ...event, succeeded: false } : event;
    });
    expect(byFamily({ events: failed, spans }).has('execve')).toBe(false);
    const others = events.filter(({ kind }) => ['fork', 'connect', 'exit', 'reply'].includes(kind));
    expect(others.length).toBeGreaterThan(50);
    expect(
      coverageOf(
        others,
        others.map(() => spans[0]!),
      ),
    ).toEqual([]);
  });
});
