import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../src/platform/process/process.ts';

/** What a hosted runner would pull. */
const SUITES = ['bookworm', 'trixie'] as const;
const DEADLINE = 60 * 60_000;

/**
 * Debian's images, as a registry would give them to a runner; made from packages once. The machine imports them, as no registry
 * may be in reach, and an emulated processor would take half an hour to make them.
 *
 * @returns paths of archives of file systems, named SUITE.tar
 */
export async function ensureBaseArchives(cache: string): Promise<string[]> {
  const archives: string[] = [];
  for (const suite of SUITES) {
    const archive = join(cache, `${suite}.tar`);
    archives.push(archive);
    if (existsSync(archive)) continue;
    const making = join(cache, `making-${suite}.tar`);
    await run('mmdebstrap', ['--variant=minbase', suite, making], { timeout: DEADLINE });
    await rename(making, archive);
  }
  return archives;
}
