import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseMeasurement } from '../../src/model/read.ts';
import { cli, newFolder } from './cli.ts';

const WORKLOADS = ['cluster-verify', 'replace-disks', 'verify-disks'];

it('Ganeti believes the emulated LVM and DRBD, and what it runs of them is counted', async () => {
  const out = newFolder();
  const workloads = WORKLOADS.flatMap((name) => ['--workload', name]);
  // Each ends with an error where Ganeti finds a disk missing, inactive or degraded.
  const ended = await cli('run', '--disk-template', 'drbd', ...workloads, '--out', out);
  expect(ended).toMatchObject({ exitCode: 0 });
  expect(ended.stdout.replaceAll(/\s+/g, ' ')).toContain('drbd on emulated LVM and DRBD');
  const file = join(out, 'measurement.json');
  const measurement = parseMeasurement(await readFile(file, 'utf8'), file);
  expect(measurement.environment).toMatchObject({ storage: 'emulated' });
  // Of each repeat: what differs from the baseline is measured once more.
  const runBy = (workload: string, program: string): ReadonlySet<number> =>
    new Set(
      measurement.workloads.find(({ name }) => name === workload)?.metrics[
        `execve/ganeti-noded/${program}`
      ]?.values,
    );
  // For the list of volumes and for the state of mirrors, once each on each of three nodes, however many volumes.
  expect(runBy('cluster-verify', 'lvs')).toEqual(new Set([6]));
  expect(runBy('replace-disks', 'lvcreate')).toEqual(new Set([6]));
  // What is the emulation's own is not measured.
  for (const { metrics } of measurement.workloads) {
    expect(Object.keys(metrics).filter((key) => /^heap\/(?:lvs|drbdsetup)\//.test(key))).toEqual(
      [],
    );
  }
});
