import type { Reading } from '../model/assemble.ts';
import { CONFIG_LOCK, type MetricKey } from '../model/metric.ts';
import type { TraceEvent } from '../trace/events/event.ts';
import { isNotYet } from './notReady.ts';

/** What asks for the lock of the configuration, and what gives it back; from Ganeti's config/__init__.py, 3.0 to 3.2. */
const LOCK = 'lockConfig';
const UNLOCK: ReadonlySet<string> = new Set(['unlockConfig', 'writeConfigAndUnlock']);

/**
 * How long jobs held the lock of the configuration, each from wconfd's answer that it has it to wconfd's answer that
 * it has it no more, or to its end; summed up. Nothing where none had it.
 *
 * @param events in the order of time
 */
export function configLockReadings(events: readonly TraceEvent[]): ReadonlyMap<MetricKey, Reading> {
  const asked = new Map<number, { readonly pid: number; readonly procedure: string }>();
  /** By process. */
  const since = new Map<number, number>();
  let held: number | undefined;
  const release = (pid: number, at: number): void => {
    const from = since.get(pid);
    if (from !== undefined) held = (held ?? 0) + at - from;
    since.delete(pid);
  };
  for (const event of events) {
    const { at, pid } = event;
    if (event.kind === 'exit') release(pid, at);
    if (event.kind === 'rpc' && event.channel === 'wconfd' && event.connection !== undefined) {
      asked.set(event.connection, { pid, procedure: event.procedure });
    }
    if (event.kind !== 'reply') continue;
    const request = asked.get(event.connection);
    asked.delete(event.connection);
    if (!request) continue;
    if (UNLOCK.has(request.procedure)) release(request.pid, at);
    if (request.procedure !== LOCK || isNotYet(LOCK, event.text)) continue;
    if (!since.has(request.pid)) since.set(request.pid, at);
  }
  if (held === undefined) return new Map();
  return new Map([[CONFIG_LOCK, { unit: 'seconds', value: held / 1e9 }]]);
}
