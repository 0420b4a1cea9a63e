import type { CrossCheckSources } from './crossCheck.ts';
import type { EventOf, TraceEvent } from './event.ts';

/** What was seen between the marks. */
export interface Marked {
  readonly events: readonly TraceEvent[];
  readonly sources: CrossCheckSources;
}

/**
 * The part of a trace between its marks, and what the other sources saw meanwhile. The cluster is at
 * rest at both marks, so what is logged a moment after it happened does not change sides.
 *
 * @returns undefined where a mark is missing, or where a log does not say when
 */
export function betweenMarks(
  events: readonly TraceEvent[],
  { served, commands, jobWrites, jobSizes }: CrossCheckSources,
): Marked | undefined {
  const begin = events.findIndex((event) => isMark(event, 'begin'));
  const end = events.findLastIndex((event) => isMark(event, 'end'));
  const [first, last] = [events[begin], events[end]];
  if (first?.kind !== 'mark' || last?.kind !== 'mark') return undefined;
  const isTimed = [...served.values(), ...commands.values()].every((logged) =>
    logged.every(({ at }) => at !== undefined),
  );
  if (!isTimed) return undefined;
  const isWithin = ({ at = 0 }: { readonly at: number | undefined }): boolean =>
    at * 1000 >= first.clock && at * 1000 <= last.clock;
  const logged = <T extends { readonly at: number | undefined }>(
    byNode: ReadonlyMap<number, readonly T[]>,
  ): Map<number, readonly T[]> =>
    new Map([...byNode].map(([node, all]) => [node, all.filter(isWithin)]));

  const inside = events.slice(begin, end + 1);
  // inotify does not tell when, so a job is left out whose writes were all seen elsewhere.
  const jobs = new Set(inside.filter(isJobWrite).map(jobOf));
  const elsewhere = [...events.slice(0, begin), ...events.slice(end)].filter(isJobWrite);
  const others = new Set(elsewhere.map(jobOf).filter((job) => !jobs.has(job)));
  const ofJobs = (
    byNode: ReadonlyMap<number, ReadonlyMap<number, number>>,
  ): Map<number, ReadonlyMap<number, number>> =>
    new Map(
      [...byNode].map(([node, byJob]) => [
        node,
        new Map([...byJob].filter(([job]) => !others.has(`${node} ${job}`))),
      ]),
    );
  return {
    events: [...inside, ...elsewhere.filter((event) => jobs.has(jobOf(event)))].toSorted(
      (a, b) => a.at - b.at,
    ),
    sources: {
      served: logged(served),
      commands: logged(commands),
      jobWrites: ofJobs(jobWrites),
      jobSizes: ofJobs(jobSizes),
    },
  };
}

const isMark = (event: TraceEvent, label: string): boolean =>
  event.kind === 'mark' && event.label === label;

const isJobWrite = (event: TraceEvent): event is EventOf<'statefile'> =>
  event.kind === 'statefile' && event.jobFile !== undefined;

const jobOf = ({ node, jobFile }: EventOf<'statefile'>): string => `${node} ${jobFile}`;
