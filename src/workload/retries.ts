import type { TraceEvent } from '../trace/event.ts';
import type { Job } from './jobQueue.ts';

/**
 * How many times an opcode was begun anew because it waited too long for its locks. Every attempt
 * ends by dropping its reservations (Ganeti's mcpu.py), so there is one such call per attempt.
 *
 * @param events of the workload
 * @param jobs that the workload has left in the queue
 */
export function countRetries(events: readonly TraceEvent[], jobs: readonly Job[]): number {
  const attempts = new Map<number, number>();
  for (const event of events) {
    if (event.kind !== 'rpc' || event.procedure !== 'dropAllReservations') continue;
    if (event.job === undefined) continue;
    attempts.set(event.job, (attempts.get(event.job) ?? 0) + 1);
  }
  return jobs
    .map(({ id, opcodes }) => Math.max(0, (attempts.get(id) ?? 0) - opcodes.length))
    .reduce((sum, retries) => sum + retries, 0);
}
