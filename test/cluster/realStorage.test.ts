import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { disksInUse } from '../../src/cluster/leftVolumes.ts';
import { readBlockNumbers } from '../../src/cluster/realStorage.ts';
import { parseMeasurement } from '../../src/model/read.ts';
import { cli, newFolder } from './cli.ts';

const SIZE = ['--nodes', '2', '--instances', '2', '--workload', 'grow-disk'];
const REAL = ['run', '--disk-template', 'plain', '--storage', 'real', ...SIZE];

const hasVolumes = await readBlockNumbers().then(
  () => true,
  () => false,
);

// The one or the other: which of them was skipped, its name says why.
it.runIf(hasVolumes)(
  "where the kernel has device-mapper, Ganeti's volumes are its own, and none is left",
  async () => {
    const out = newFolder();
    const ended = await cli(...REAL, '--out', out);
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(ended.stdout.replaceAll(/\s+/g, ' ')).toContain('plain on real LVM');
    const file = join(out, 'measurement.json');
    const { environment, workloads } = parseMeasurement(await readFile(file, 'utf8'), file);
    expect(environment).toMatchObject({ storage: 'real' });
    expect(workloads[0]?.metrics).toHaveProperty('execve/ganeti-noded/lvextend');
    expect(await disksInUse()).toEqual([]);
  },
);

it.skipIf(hasVolumes)(
  'a kernel without device-mapper is refused before anything is built',
  async () => {
    const ended = await cli(...REAL, '--out', newFolder());
    expect(ended).toMatchObject({ exitCode: 3, stdout: '' });
    expect(ended.stderr).toContain('this kernel has no device-mapper, which real volumes stand on');
    expect(ended.stderr).toContain('sudo modprobe -a dm_mod');
    expect(ended.stderr).not.toContain('build image');
  },
);
