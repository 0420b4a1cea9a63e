import type { Coverage } from '../model/coverage.ts';
import { familyOf, type Family } from '../model/metric.ts';
import { contributionsOf } from '../trace/events/count.ts';
import { BACKGROUND, type TraceEvent } from '../trace/events/event.ts';
import { rootOf, type Span } from './span.ts';

/** Of these families every event should find its cause. */
const EXPECTED_TO_HAVE_CAUSES: ReadonlySet<Family> = new Set<Family>([
  'execve',
  'rpc',
  'jobfile',
  'config',
  'locks',
  'fsync',
  'sleep',
  'waiting',
]);

/**
 * How many events of each family found their cause: a command line at the root of their branch; how
 * many are a daemon's work on its own account; how many are periodic; and how many found none.
 */
export function coverageOf(events: readonly TraceEvent[], spans: readonly Span[]): Coverage[] {
  const shares = new Map<string, Coverage>();
  events.forEach((event, i) => {
    const span = spans[i];
    const isBackground = BACKGROUND.has(event.caller);
    const [counted] = contributionsOf(isBackground ? { ...event, caller: 'background' } : event);
    const family = counted && familyOf(counted.key);
    if (!span || family === undefined || !EXPECTED_TO_HAVE_CAUSES.has(family)) return;
    const none = { family, events: 0, attributed: 0, daemon: 0, background: 0, unattributed: 0 };
    const share = shares.get(family) ?? none;
    const where = isBackground ? 'background' : placeOf(span);
    shares.set(family, { ...share, events: share.events + 1, [where]: share[where] + 1 });
  });
  return [...EXPECTED_TO_HAVE_CAUSES].flatMap((family) => shares.get(family) ?? []);
}

function placeOf(span: Span): 'attributed' | 'daemon' | 'background' | 'unattributed' {
  const { kind } = rootOf(span);
  if (kind === 'command') return 'attributed';
  return kind === 'daemon' || kind === 'background' ? kind : 'unattributed';
}
