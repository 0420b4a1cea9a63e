import type { Suite } from '../../platform/engine/baseImage.ts';
import { usageError } from '../../platform/errors.ts';

/** What is known of a checkout before anything is built. */
export interface Release {
  /** As `gnt-cluster version` will tell it, e.g. `3.1.0~rc2`. */
  readonly version: string;
  /** The Debian whose libraries it is built with. */
  readonly suite: Suite;
  /** The Haskell library for regular expressions that this Debian's package of Ganeti uses. */
  readonly regex: 'pcre' | 'tdfa';
}

/**
 * `configure.ac` of a checkout -> which release it is, and what it is built with: 3.0 on bookworm, as
 * Debian 12 has that series; all that is newer on trixie.
 *
 * @param folder for errors
 * @throws PerfError (exit 2) when it is not one of Ganeti's, or is older than 3.0
 */
export function readRelease(configureAc: string, folder: string): Release {
  const part = (name: string): string => {
    const pattern = new RegExp(`^m4_define\\(\\[gnt_version_${name}\\], \\[([\\w~.]*)\\]\\)$`, 'm');
    const found = pattern.exec(configureAc)?.[1];
    if (found !== undefined) return found;
    throw usageError(
      `'source:${folder}' is no checkout of Ganeti: its configure.ac defines no gnt_version_${name}`,
    );
  };
  const [major, minor] = [Number(part('major')), Number(part('minor'))];
  const version = `${major}.${minor}.${part('revision')}${part('suffix')}`;
  if (!(major >= 3)) {
    throw usageError(
      `'source:${folder}' is Ganeti ${version}; releases before 3.0 need Python 2, which is not to be had`,
    );
  }
  return major === 3 && minor === 0
    ? { version, suite: 'bookworm', regex: 'pcre' }
    : { version, suite: 'trixie', regex: 'tdfa' };
}
