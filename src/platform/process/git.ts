import { run } from './process.ts';

/** What git runs of its own accord, turned off. A remote could be asked for what is missing. */
const OFF: Readonly<Record<string, string>> = {
  'core.fsmonitor': 'false',
  'core.hooksPath': '/dev/null',
};

/**
 * Asks git about an untrusted folder, its `.git` included: nothing that is named there is run,
 * nothing is fetched, and nothing is written, not even the index.
 *
 * @param ask gives the output of `git` with these arguments
 * @throws ProcessError where git is not there, or answers with an error
 */
export async function askGit<T>(
  folder: string,
  ask: (git: (...args: readonly string[]) => Promise<string>) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  // The folder's owner may be another, as in a container of CI.
  const settings: [string, string][] = [['safe.directory', folder], ...Object.entries(OFF)];
  const git = async (args: readonly string[], reject = true): Promise<string> => {
    const { stdout } = await run('git', ['-C', folder, ...args], {
      signal,
      reject,
      env: {
        ...configuration(settings),
        GIT_OPTIONAL_LOCKS: '0',
        GIT_NO_LAZY_FETCH: '1',
        GIT_ALLOW_PROTOCOL: 'none',
      },
    });
    return stdout;
  };
  // A filter is run on a file to find out whether it has changed; there is no switch for all of them.
  const keys = await git(['config', '--null', '--name-only', '--get-regexp', '^filter\\.'], false);
  const filters = keys.split('\0').map((key) => /^(filter\.[^]*)\.[^.]+$/.exec(key)?.[1]);
  for (const filter of new Set(filters)) {
    if (filter === undefined) continue;
    settings.push([`${filter}.clean`, ''], [`${filter}.process`, ''], [`${filter}.required`, '']);
  }
  return ask((...args) => git(args));
}

/** As variables: on the command line a name with `=` would be taken for another. */
const configuration = (settings: readonly [string, string][]): Record<string, string> => ({
  GIT_CONFIG_COUNT: String(settings.length),
  ...Object.fromEntries(
    settings.flatMap(([key, value], n) => [
      [`GIT_CONFIG_KEY_${n}`, key],
      [`GIT_CONFIG_VALUE_${n}`, value],
    ]),
  ),
});
