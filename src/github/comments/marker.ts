/** Which run a comment tells of. All of it is from the event, none of it from the measurement. */
export interface Stamp {
  readonly runId: number;
  /** From 1; a run that is started again is the same run. */
  readonly attempt: number;
  /** When the run was created, in UTC, e.g. `2026-11-23T05:12:08Z`. */
  readonly createdAt: string;
  /** The commit that was measured. */
  readonly headSha: string;
}

const FORMAT = 1;

/** The first line of our comments, which GitHub does not show. */
export function markerOf({ runId, attempt, createdAt, headSha }: Stamp): string {
  return `<!-- ganeti-perf: ${FORMAT} run=${runId} attempt=${attempt} created=${createdAt} head=${headSha} -->`;
}

const OURS = /^<!-- ganeti-perf: .* -->$/;
const STAMP =
  /^<!-- ganeti-perf: 1 run=(\d{1,15}) attempt=(\d{1,9}) created=([\d:.TZ-]{20,30}) head=([0-9a-f]{40,64}) -->$/;

/** Whether a comment says of itself that it is one of ours: anybody can write that. */
export const hasMarker = (body: string): boolean => OURS.test(firstLine(body));

/** What the marker says; undefined where it is of another format. */
export function stampOf(body: string): Stamp | undefined {
  const [, runId, attempt, createdAt, headSha] = STAMP.exec(firstLine(body)) ?? [];
  if (createdAt === undefined || headSha === undefined) return undefined;
  if (Number.isNaN(Date.parse(createdAt))) return undefined;
  return { runId: Number(runId), attempt: Number(attempt), createdAt, headSha };
}

/** Negative where `a` is the older one, 0 where both are the same attempt of a run. */
export function compareStamps(a: Stamp | undefined, b: Stamp | undefined): number {
  if (!a || !b) return Number(Boolean(a)) - Number(Boolean(b));
  return (
    Date.parse(a.createdAt) - Date.parse(b.createdAt) || a.runId - b.runId || a.attempt - b.attempt
  );
}

const firstLine = (body: string): string => body.split(/\r?\n/, 1)[0] ?? '';
