import { readdir, readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../src/platform/process/process.ts';
import { bundledAction, FIXTURE } from '../support/actionStep.ts';

/** A language, a place and a umask of the machine's own change nothing of what the bundle writes. */

let action: string;
beforeAll(async () => {
  action = await bundledAction();
});
afterAll(() => rm(action, { recursive: true }));

const GOLDEN = new URL('../golden/', import.meta.url).pathname;
const FORMATS = ['terminal', 'markdown', 'html', 'json'];
/** With dotless i, an hour that is tomorrow, and files that nobody else reads. */
const ELSEWHERE = { LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr', TZ: 'Pacific/Kiritimati' };
const HERE = { LC_ALL: 'C', LANGUAGE: '', TZ: 'UTC' };

/** What the command line says in all of these, and the files that it writes. */
async function everything(env: Readonly<Record<string, string>>, umask: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-elsewhere-'));
  const cli = async (...args: string[]): Promise<string> => {
    const words = ['-c', 'umask "$1"; shift; exec "$@"', 'sh', umask, process.execPath];
    const asked = [...words, join(action, 'dist/cli.js'), ...args];
    // By env, which comes after what every program is given.
    const set = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    const { stdout, stderr } = await run('env', [...set, 'sh', ...asked], {
      cwd: folder,
      reject: false,
    });
    return `${stdout}\n${stderr}`;
  };
  const said = [await cli('merge', FIXTURE, '--out', 'out'), await cli('plan')];
  for (const document of ['regression', 'growth', 'trace']) {
    const file = join(GOLDEN, document, 'report.json');
    for (const format of FORMATS) said.push(await cli('report', file, '--format', format));
  }
  const out = join(folder, 'out');
  for (const name of (await readdir(out)).sort()) {
    said.push(name, await readFile(join(out, name), 'utf8'));
  }
  await rm(folder, { recursive: true });
  return said.map((text) => text.replaceAll(folder, 'FOLDER'));
}

it('the same reports, byte by byte', async () => {
  const [here, elsewhere] = await Promise.all([
    everything(HERE, '022'),
    everything(ELSEWHERE, '077'),
  ]);
  expect(here.join('').length).toBeGreaterThan(100_000);
  expect(here.join('\n')).toContain('comparison.json');
  expect(elsewhere).toEqual(here);
});

it('programs are asked in a language that their answers are read in', async () => {
  const { stdout } = await run('env', [], { env: { TZ: 'Pacific/Kiritimati' } });
  expect(stdout).toMatch(/^LC_ALL=C\.UTF-8$/m);
  expect(stdout).toMatch(/^LANGUAGE=$/m);
});
