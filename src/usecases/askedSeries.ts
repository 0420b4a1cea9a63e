import { join } from 'node:path';
import { readUntrustedFile } from '../github/events/intake.ts';
import { usageError } from '../platform/errors.ts';
import type { GanetiSource } from '../settings/ganetiSource.ts';

/** The series that Debian's suites have, by their packages. */
const PACKAGED = { bookworm: '3.0', trixie: '3.1' } as const;

/** What a `configure.ac` of Ganeti has in its first lines; it is read no further. */
const LONGEST = 1024 ** 2;

/**
 * The series of Ganeti whose baselines may be written: what was said, or that of Debian's package, or that of
 * the checkout of the branch that the baselines are for, by the `configure.ac` in it.
 *
 * @param said undefined: nothing
 * @param workspace the checkout, which is trusted
 * @throws PerfError (exit 2) where it is not known
 */
export async function askedSeries(
  said: string | undefined,
  source: GanetiSource,
  workspace: string,
): Promise<string> {
  if (said !== undefined) return said;
  if (source.kind === 'debian') return PACKAGED[source.suite];
  const path = join(workspace, 'configure.ac');
  const text = await readUntrustedFile(path, LONGEST).catch(() => '');
  const part = (name: string): string | undefined =>
    new RegExp(`^m4_define\\(\\[gnt_version_${name}\\], \\[(\\d{1,3})\\]\\)`, 'm').exec(text)?.[1];
  const [major, minor] = [part('major'), part('minor')];
  if (source.kind === 'source' && major !== undefined && minor !== undefined) {
    return `${major}.${minor}`;
  }
  throw usageError(
    `which series of Ganeti was asked for is not known: no configure.ac in ${workspace} says it. Give it ` +
      "with the input 'series', as 3.1",
  );
}
