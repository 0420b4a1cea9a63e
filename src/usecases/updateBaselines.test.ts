import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAcceptedBaselines } from '../results/baselineFiles.ts';
import { aMeasurement, aWorkload } from '../../test/support/documents.ts';
import type { MeasurementFile } from '../model/mergeMeasurements.ts';
import { updateFromFiles } from './updateBaselines.ts';

const LVS = 'execve/ganeti-noded/lvs';
const HEAP = 'heap/wconfd/allocated';
const MIB = 1024 ** 2;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-learn-'));
});
afterEach(() => rm(folder, { recursive: true }));

const machine = (file: string, heap: number, lvs = 3): MeasurementFile => ({
  file,
  measurement: aMeasurement([aWorkload('verify', { [LVS]: [lvs], [HEAP]: [heap], wall: [heap] })]),
});

async function learned(...shards: readonly MeasurementFile[]) {
  const { ganeti, cluster } = shards[0]!.measurement;
  await updateFromFiles(shards, folder);
  const found = await readAcceptedBaselines(folder, { version: ganeti.version, cluster }, [
    'verify',
  ]);
  return found.get('verify')?.metrics;
}

describe('what the files of several machines teach', () => {
  it('is a band as wide as the machines are apart, and what is exact on all of them', async () => {
    const metrics = await learned(machine('a', 100 * MIB), machine('b', 150 * MIB));
    expect(metrics?.[LVS]).toMatchObject({ kind: 'exact', value: 3, evidence: { runs: 2 } });
    expect(metrics?.[HEAP]).toMatchObject({ kind: 'noisy', min: 100 * MIB, max: 150 * MIB });
    expect(metrics?.[HEAP]).toMatchObject({ low: 0, high: 250 * MIB });
  });

  it('is how long it takes on the first of them', async () => {
    const metrics = await learned(machine('a', 100 * MIB), machine('b', 150 * MIB));
    expect(metrics?.['wall']).toMatchObject({ kind: 'noisy', min: 100 * MIB, max: 100 * MIB });
  });

  it('is that a metric is not exact, where one machine counts another number', async () => {
    const metrics = await learned(machine('a', 100 * MIB), machine('b', 101 * MIB, 4));
    expect(metrics?.[LVS]).toMatchObject({ kind: 'noisy', min: 3, max: 4 });
  });

  it('is nothing where they are of different Ganetis', async () => {
    const other = machine('b', 101 * MIB);
    const ganeti = { ...other.measurement.ganeti, revision: 'another' };
    const shards = [
      machine('a', 100 * MIB),
      { ...other, measurement: { ...other.measurement, ganeti } },
    ];
    await expect(updateFromFiles(shards, folder)).rejects.toThrow('a and b do not belong together');
  });
});
