import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/platform/projectRoot.ts';
import { EmulatedStorage } from '../support/emulatedStorage.ts';

// What the real tools say on kernels that have device-mapper and DRBD: `node scripts/witness.mjs` makes these.
let storage: EmulatedStorage;
beforeEach(() => {
  storage = new EmulatedStorage();
  // The same volume group that was there.
  const state = storage.file('node1', 'var/lib/ganeti-perf-storage/lvm.json');
  mkdirSync(dirname(state), { recursive: true });
  const group = { pv: '/dev/loop0', extents: 2047, volumes: {} };
  writeFileSync(state, JSON.stringify({ xenvg: group }));
  storage.run('node1', 'ganeti-perf-storage', 'boot');
  // What is no resource is down already: there is a /proc/drbd from here on.
  storage.run('node1', 'drbdsetup', 'down', 'none');
});
afterEach(() => {
  storage.remove();
});

const captured = (name: string): string =>
  readFileSync(join(projectRoot(), `test/fixtures/${name}.txt`), 'utf8');

/** What the emulation says of the commands of a transcript, in its form. */
const retold = (transcript: string): string =>
  transcript
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => storage.retell('node1', line.slice(2)))
    .join('');

describe.each(['bookworm', 'trixie'])('the tools of %s', (suite) => {
  it('say of LVM what the emulation says', () => {
    const real = captured(`lvm/${suite}`);
    expect(real.match(/^\$ /gm)?.length).toBeGreaterThan(50);
    expect(retold(real)).toBe(real);
  });

  it('say of DRBD what the emulation says, but for what counts and what takes time', () => {
    const real = captured(`drbd/${suite}`);
    expect(real.match(/^\$ /gm)?.length).toBeGreaterThan(100);
    expect(comparable(retold(real))).toBe(comparable(real));
  });
});

/** Without what may differ. */
const comparable = (transcript: string): string =>
  MAY_DIFFER.reduce((text, [pattern, to]) => text.replaceAll(pattern, to), transcript);

const MAY_DIFFER: readonly (readonly [RegExp, string])[] = [
  // What passes while disks synchronize: nothing is copied here.
  [/^~ .*\n/gm, ''],
  // How much was read, written and sent, and how much is out of sync, where that is not nothing.
  [/ns:\d+ nr:\d+ dw:\d+ dr:\d+ al:\d+ bm:\d+ /g, ''],
  [/oos:[1-9]\d*$/gm, 'oos:some'],
  // How long dd took.
  [/^! \d+ bytes .* copied, .*\n/gm, ''],
  // Which build of the kernel's module it is.
  [/srcversion: [0-9A-F]+ $/gm, 'srcversion: ANY '],
];
