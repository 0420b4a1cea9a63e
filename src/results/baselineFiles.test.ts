import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Baseline, BaselineMetric } from '../model/baseline.ts';
import type { Topology } from '../model/environment.ts';
import { aBaseline, CLUSTER } from '../../test/support/documents.ts';
import {
  baselinePath,
  readAcceptedBaselines,
  readBaselines,
  readNearestBaselines,
  writeBaseline,
} from './baselineFiles.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baselines-'));
});
afterEach(() => rm(folder, { recursive: true }));

const lvs: BaselineMetric = { kind: 'exact', unit: 'count', value: 18, growth: '6 + 4 n' };
const verify = (changes: Partial<Baseline> = {}) => aBaseline({ 'execve/a/lvs': lvs }, changes);
const selector = { version: '3.0.7', cluster: CLUSTER };
const five = { ...selector, cluster: { ...CLUSTER, nodes: 5 } };

it('reads what was written, of the same series', async () => {
  await writeBaseline(folder, verify());
  const found = await readBaselines(folder, selector, ['cluster-verify', 'reboot']);
  expect([...found]).toEqual([['cluster-verify', verify()]]);
  const other = await readBaselines(folder, { ...selector, version: '3.1.0' }, ['cluster-verify']);
  expect([...other]).toEqual([]);
});

it('writes through no link that a checkout has', async () => {
  const victim = join(folder, 'victim');
  await writeFile(victim, 'as it was');
  const path = baselinePath(folder, selector, 'cluster-verify');
  await mkdir(dirname(path), { recursive: true });
  await symlink(victim, `${path}.tmp`);
  await writeBaseline(folder, verify());
  for (const link of [path, dirname(path), dirname(dirname(path))]) {
    await rm(link, { recursive: true, force: true });
    await symlink(victim, link);
    await expect(writeBaseline(folder, verify())).rejects.toThrow(`${link} is a symbolic link`);
    await rm(link);
  }
  expect(await readFile(victim, 'utf8')).toBe('as it was');
});

it('reads through no link that a checkout has, and shows nothing of what it leads to', async () => {
  const secret = join(folder, 'secret');
  await writeFile(secret, 'root:x:0:0');
  const path = baselinePath(folder, selector, 'cluster-verify');
  await mkdir(dirname(path), { recursive: true });
  const whole = join(folder, 'whole');
  await mkdir(join(whole, 'x'), { recursive: true });
  for (const [link, target] of [
    [path, secret],
    [path, '/dev/zero'],
    [dirname(path), join(whole, 'x')],
    [dirname(dirname(path)), whole],
  ] as const) {
    await rm(link, { recursive: true, force: true });
    await symlink(target, link);
    for (const read of [readAcceptedBaselines, readBaselines]) {
      await expect(read(folder, selector, ['cluster-verify'])).rejects.toThrow(
        /^\S+ is a symbolic link/,
      );
    }
    await rm(link);
    await mkdir(dirname(path), { recursive: true });
  }
});

it('a pipe, a device and a folder in place of a baseline are refused, and none of them waits', async () => {
  const path = baselinePath(folder, selector, 'cluster-verify');
  await mkdir(dirname(path), { recursive: true });
  for (const make of [() => execFileSync('mkfifo', [path]), () => mkdir(path)]) {
    await make();
    await expect(readBaselines(folder, selector, ['cluster-verify'])).rejects.toThrow(
      'is no regular file',
    );
    await rm(path, { recursive: true });
  }
});

it('derives another size from formulas; a refresh does not', async () => {
  await writeBaseline(folder, verify());
  const found = await readBaselines(folder, five, ['cluster-verify']);
  expect(found.get('cluster-verify')).toMatchObject({
    cluster: five.cluster,
    metrics: { 'execve/a/lvs': { value: 26 } },
    derivedFrom: { nodes: 3, instances: 6 },
  });
  expect([...(await readAcceptedBaselines(folder, five, ['cluster-verify']))]).toEqual([]);
});

it('keeps a size of the configuration apart from all others', async () => {
  const grown = { ...CLUSTER, configInstances: 1000 };
  const bare = { ...grown, configBare: true } as const;
  const offline = { ...grown, configNodes: 77 };
  const paths = await Promise.all(
    [CLUSTER, grown, bare, offline].map((cluster) => writeBaseline(folder, verify({ cluster }))),
  );
  expect(paths.map((path) => basename(dirname(path)))).toEqual([
    '3-nodes-6-instances-sharedfile',
    '3-nodes-6-instances-1000-config-sharedfile',
    '3-nodes-6-instances-1000-bare-config-sharedfile',
    '3-nodes-6-instances-77-config-nodes-1000-config-sharedfile',
  ]);
  const judged = (cluster: Topology) =>
    readBaselines(folder, { ...selector, cluster }, ['cluster-verify']);
  for (const cluster of [CLUSTER, grown, bare, offline]) {
    expect((await judged(cluster)).get('cluster-verify')).toEqual(verify({ cluster }));
    const larger = (await judged({ ...cluster, nodes: 5 })).get('cluster-verify');
    expect(larger?.cluster).toEqual({ ...cluster, nodes: 5 });
  }
  expect((await judged({ ...grown, configInstances: 2000 })).size).toBe(0);
  expect((await judged({ ...offline, configNodes: 78 })).size).toBe(0);
});

it('prefers a baseline of that very size', async () => {
  await writeBaseline(folder, verify());
  await writeBaseline(folder, verify({ cluster: five.cluster }));
  const found = await readBaselines(folder, five, ['cluster-verify']);
  expect(found.get('cluster-verify')).not.toHaveProperty('derivedFrom');
});

it('derives nothing from another disk template, nor from what only lies beside', async () => {
  await writeBaseline(folder, verify({ cluster: { ...CLUSTER, diskTemplate: 'drbd' } }));
  await writeFile(join(folder, '3.0', 'README'), 'not a folder');
  const copy = join(folder, '3.0', 'kept-for-later', 'cluster-verify.json');
  await mkdir(dirname(copy));
  await writeFile(copy, JSON.stringify(verify()));
  expect([...(await readBaselines(folder, five, ['cluster-verify']))]).toEqual([]);
});

it('finds the nearest one of any series and size', async () => {
  await writeBaseline(folder, verify());
  const other = { version: '3.1.0', cluster: { ...CLUSTER, nodes: 9 } };
  const found = await readNearestBaselines(folder, other, ['cluster-verify', 'reboot']);
  expect([...found]).toEqual([['cluster-verify', verify()]]);
  expect((await readNearestBaselines(join(folder, 'none'), other, ['reboot'])).size).toBe(0);
});

it('refuses a file of another workload', async () => {
  await writeBaseline(folder, verify());
  const path = baselinePath(folder, selector, 'reboot');
  await writeFile(path, JSON.stringify(verify()));
  await expect(readBaselines(folder, selector, ['reboot'])).rejects.toThrow(
    /reboot\.json is a baseline of 'cluster-verify', not of 'reboot'/,
  );
});
