/** What one matrix job left, in a folder of its own. */
export interface Leg {
  /** Of the matrix job; of a folder whose name has no attempt, that of the file. */
  readonly name: string;
  /** Of the run, from 1; undefined where the folder does not say. */
  readonly attempt: number | undefined;
  /** Paths of files. */
  readonly measurements: readonly string[];
  readonly failures: readonly string[];
}

/**
 * Paths of what matrix jobs left -> each job once. What lies in `NAME-attempt-N/` is of that attempt of the
 * job, and only the newest one counts: who starts failed jobs again leaves the others as they are, so that all of one
 * run need not be of one attempt. Of a job that failed in its newest attempt, nothing older is taken.
 */
export function legsOf(paths: readonly string[]): Leg[] {
  const legs = new Map<string, Leg>();
  for (const path of [...paths].sort()) {
    const { name, attempt } = ofAttempt(path);
    const known = legs.get(name);
    if (known && (known.attempt ?? 0) > (attempt ?? 0)) continue;
    const same = known && known.attempt === attempt ? known : undefined;
    const { measurements = [], failures = [] } = same ?? {};
    const isFailure = /(?:^|\/)failure\.json$/.test(path);
    legs.set(name, {
      name,
      attempt,
      measurements: isFailure ? measurements : [...measurements, path],
      failures: isFailure ? [...failures, path] : failures,
    });
  }
  return [...legs.values()];
}

function ofAttempt(path: string): Pick<Leg, 'name' | 'attempt'> {
  const [, name, attempt] = /(?:^|\/)([^/]+)-attempt-([1-9]\d{0,5})\/[^/]+$/.exec(path) ?? [];
  return name === undefined
    ? { name: path, attempt: undefined }
    : { name, attempt: Number(attempt) };
}
