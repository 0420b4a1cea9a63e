import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordingLog } from '../../../test/support/recordingLog.ts';
import { aptInstall } from '../engine/apt.ts';
import { bootstrapImage } from '../engine/bootstrapImage.ts';
import { rootPrefix } from './privilege.ts';
import { run } from './process.ts';

/** As sudo does: of the environment stays what is named, if who calls may name it. */
const SUDO = `#!/bin/bash
echo "sudo $*" >> "$SAID/commands"
[ "$1" = -n ] || exit 1
shift
kept=()
if [[ "$1" == --preserve-env=* ]]; then
  [ -e "$SAID/keeps-nothing" ] && exit 1
  for name in $(echo "\${1#*=}" | tr , ' '); do kept+=("$name=\${!name}"); done
  shift
fi
exec env -i "PATH=$PATH" "SAID=$SAID" "\${kept[@]}" "$@"
`;
/** Programs that write down what they find in their environment. */
const RECORDS = `#!/bin/sh
env | grep -i '_proxy=' | sort > "$SAID/$(basename "$0")"
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-sudo-'));
  await writeFile(join(folder, 'sudo'), SUDO, { mode: 0o755 });
  for (const name of ['apt-get', 'mmdebstrap', 'docker']) {
    await writeFile(join(folder, name), RECORDS, { mode: 0o755 });
  }
  vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
  vi.stubEnv('SAID', folder);
  for (const name of ['http_proxy', 'https_proxy', 'no_proxy']) {
    vi.stubEnv(name, undefined);
    vi.stubEnv(name.toUpperCase(), undefined);
  }
  // An ordinary user, whoever runs the tests.
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const said = async (name: string): Promise<string[]> =>
  (await readFile(join(folder, name), 'utf8')).trim().split('\n');

const PROXIES = {
  HTTP_PROXY: 'http://user:secret@proxy.test:3128',
  https_proxy: 'http://proxy.test:3129',
  NO_PROXY: '.internal.test',
};
/** In both spellings. */
const ALL = Object.entries(PROXIES)
  .flatMap(([name, value]) => [name.toLowerCase(), name.toUpperCase()].map((n) => `${n}=${value}`))
  .sort();

describe('behind sudo', () => {
  beforeEach(() => {
    for (const [name, value] of Object.entries(PROXIES)) vi.stubEnv(name, value);
  });

  it('apt-get finds the proxies', async () => {
    await aptInstall(['x'], 'x is not installed', { log: recordingLog() }, folder);
    expect((await said('apt-get')).sort()).toEqual(ALL);
  });

  it('so does what makes a Debian', async () => {
    await bootstrapImage('trixie', 'no/image:of-this-name');
    expect((await said('mmdebstrap')).sort()).toEqual(ALL);
  });

  it('no command line has their addresses, which anybody may read', async () => {
    await bootstrapImage('trixie', 'no/image:of-this-name');
    const commands = await said('commands');
    expect(commands.at(-1)).toMatch(/^sudo -n --preserve-env=[\w,]*https_proxy[\w,]* mmdebstrap /);
    expect(commands.join('\n')).not.toContain('secret');
  });

  it('a user who may not keep them goes without', async () => {
    await writeFile(join(folder, 'keeps-nothing'), '');
    expect(await rootPrefix()).toEqual(['sudo', '-n']);
  });
});

it('without proxies, sudo is told of none', async () => {
  expect(await rootPrefix()).toEqual(['sudo', '-n']);
});

it('programs find a proxy in the spelling that they know', async () => {
  vi.stubEnv('HTTP_PROXY', 'http://proxy.test:3128');
  const { stdout } = await run('sh', ['-c', 'echo $http_proxy $HTTP_PROXY']);
  expect(stdout).toBe('http://proxy.test:3128 http://proxy.test:3128');
});
