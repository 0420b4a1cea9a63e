import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
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

const commandsOf = (transcript: string): string[] =>
  transcript.split('\n').filter((line) => line.startsWith('$ '));

it.each([
  ['LVM', 'lvm', 50],
  ['DRBD, but for what counts and what takes time', 'drbd', 100],
] as const)('real tools say what the emulation says of %s', (_, of, least) => {
  const [first, ...others] = ['bookworm', 'trixie'].map((suite) => captured(`${of}/${suite}`));
  const commands = commandsOf(first ?? '');
  expect(commands.length).toBeGreaterThan(least);
  const said = commands.map((line) => storage.retell('node1', line.slice(2))).join('');
  expect(comparable(said)).toBe(comparable(first ?? ''));
  for (const other of others) {
    expect(commandsOf(other)).toEqual(commands);
    expect(comparable(said)).toBe(comparable(other));
  }
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
