import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The package's own folder, where `images/`, `workloads/` and `baselines/` are. Found upwards from
 * the running file, as that is `src/…/x.ts` in a checkout and `dist/x.js` in a bundle.
 *
 * @param from the URL of a file inside the package
 */
export function projectRoot(from: string = import.meta.url): string {
  const start = dirname(fileURLToPath(from));
  for (let folder = start; ; folder = dirname(folder)) {
    if (packageName(folder) === 'ganeti-perf') return folder;
    if (folder === dirname(folder)) {
      throw new Error(`no package.json named ganeti-perf in '${start}' or any folder above it`);
    }
  }
}

function packageName(folder: string): unknown {
  try {
    const content: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return (content as { name?: unknown } | null)?.name;
  } catch {
    // None here, or not readable: the folder is not ours, look further up.
    return undefined;
  }
}
