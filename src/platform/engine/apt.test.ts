import { mkdtemp, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { recordingLog } from '../../../test/support/recordingLog.ts';
import { findProgram } from '../process/privilege.ts';
import { aptInstall, installCommand } from './apt.ts';

it('the command that a person is told can be typed as it is', () => {
  expect(installCommand(['docker.io', 'mmdebstrap'])).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends docker.io mmdebstrap',
  );
});

it('programs are found in PATH first, then where administrators keep theirs', () => {
  expect(findProgram('sh', '/bin')).toBe('/bin/sh');
  expect(findProgram('sh', '')).toMatch(/\/sh$/);
  expect(findProgram('no-such-program')).toBeUndefined();
});

describe('installing', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  /** What apt-get was called for, on a machine whose lists are some minutes old. */
  async function calls(minutes: number, ...statuses: readonly number[]): Promise<string[]> {
    const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-apt-'));
    const said = join(folder, 'said');
    // Its own options come first; each installation ends with the next of the statuses.
    const apt = `#!/bin/sh\necho "$3" >> ${said}\n[ "$3" = update ] && exit 0
      read -r status < ${folder}/statuses; sed -i 1d ${folder}/statuses; exit $status\n`;
    await writeFile(join(folder, 'apt-get'), apt, { mode: 0o755 });
    await writeFile(join(folder, 'sudo'), '#!/bin/sh\nshift\nexec "$@"\n', { mode: 0o755 });
    await writeFile(join(folder, 'statuses'), statuses.map((status) => `${status}\n`).join(''));
    const then = Date.now() / 1000 - minutes * 60;
    await utimes(folder, then, then);
    vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
    await aptInstall(['x'], 'x is not installed', { log: recordingLog() }, folder).catch(
      (error: unknown) =>
        writeFile(said, `${(error as Error).message.split(',')[0]}\n`, { flag: 'a' }),
    );
    return (await readFile(said, 'utf8')).trim().split('\n');
  }

  it.each([
    ['lists that are old are updated', 60, [0], ['update', 'install']],
    ['lists of a minute ago are good enough', 1, [0], ['install']],
    ['but not to fail', 1, [100, 0], ['install', 'update', 'install']],
    ['nor more than once', 1, [100, 100], ['install', 'update', 'install', 'x is not installed']],
    [
      'lists just updated are the last word',
      60,
      [100],
      ['update', 'install', 'x is not installed'],
    ],
  ])('%s', async (_, minutes, statuses, expected) => {
    expect(await calls(minutes, ...statuses)).toEqual(expected);
  });
});
