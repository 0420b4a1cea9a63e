import { grouped } from '../model/grouped.ts';
import type { EventOf, TraceEvent } from '../trace/events/event.ts';
import type { Job } from '../workload/jobQueue.ts';

/** One attempt at an opcode that was given up, because its locks were not to be had in time. */
export interface Attempt {
  /** Nanoseconds since the trace's first event: from its first lock request to the next attempt's. */
  readonly begin: number;
  readonly end: number;
  /** The level of the locks that it waited for last, e.g. `instance`. */
  readonly waitedFor: string;
}

/** Every opcode begins with the big lock (Ganeti's mcpu.py, ExecOpCode): each attempt at it does. */
const FIRST_LEVEL = 'cluster';

/**
 * The attempts at opcodes that were given up, by job. A job that does not get its locks in time lets go
 * of what it has and begins its opcode anew, so of the attempts at one opcode the last is the one that
 * ran it, and all before it were for nothing.
 *
 * @param events in the order of time
 * @param jobs that are known; of others nothing is said
 * @param origin microseconds since 1970 at the trace's first event, which job files tell times by
 */
export function abandonedAttempts(
  events: readonly TraceEvent[],
  jobs: readonly Job[],
  origin: number,
): ReadonlyMap<number, readonly Attempt[]> {
  const requests = grouped(events.filter(asksForLocks), ({ job }) => job ?? 0);
  return new Map(
    jobs.map((job) => {
      const asked = requests.get(job.id) ?? [];
      const begun = asked.flatMap(({ at, lockLevel }) => (lockLevel === FIRST_LEVEL ? [at] : []));
      const opcodes = perOpcode(begun, job, origin);
      const attempts = opcodes.flatMap((starts) =>
        starts.slice(0, -1).map((begin, i): Attempt => {
          const end = starts[i + 1] ?? begin;
          const last = asked.findLast(({ at }) => at < end)?.lockLevel;
          return { begin, end, waitedFor: last ?? FIRST_LEVEL };
        }),
      );
      return [job.id, attempts] as const;
    }),
  );
}

const asksForLocks = (event: TraceEvent): event is EventOf<'rpc'> =>
  event.kind === 'rpc' && event.job !== undefined && event.lockLevel !== undefined;

/** Splits the moments at which attempts began by the opcode that each was at. */
function perOpcode(begun: readonly number[], { starts, opcodes }: Job, origin: number): number[][] {
  if (opcodes.length < 2) return [[...begun]];
  const opcodeAt = (at: number): number =>
    starts.findLastIndex((start) => start !== null && (start - origin) * 1000 <= at);
  return [...grouped(begun, opcodeAt).values()];
}
