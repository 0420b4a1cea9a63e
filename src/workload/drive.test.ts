import { expect, it } from 'vitest';
import { planCluster } from '../cluster/clusterPlan.ts';
import type { TracerHost } from '../cluster/tracerHost.ts';
import { recordingLog } from '../../test/support/recordingLog.ts';
import { drive, untracedWatch } from './drive.ts';

const job = (id: number, status: string): string =>
  JSON.stringify({ id, ops: [{ status, input: { OP_ID: 'OP_INSTANCE_MIGRATE' } }] });

it('says how many jobs have not ended, as long as they are waited for', async () => {
  const looks = [
    [job(1, 'running'), job(2, 'queued'), job(3, 'success')],
    [job(1, 'success'), job(2, 'running'), job(3, 'success')],
    [job(1, 'success'), job(2, 'success'), job(3, 'success')],
  ];
  let looked = 0;
  const host = {
    path: (_: unknown, path: string) => path,
    exec: ([program]: readonly string[]) => {
      const jobs = program === 'find' ? (looks[looked++] ?? looks.at(-1)) : undefined;
      return Promise.resolve({ stdout: jobs?.join('\n') ?? '', stderr: '', exitCode: 0 });
    },
  } as unknown as TracerHost;
  const topology = { nodes: 1, instances: 3, diskTemplate: 'sharedfile' } as const;
  const plan = planCluster('0f', '10.213.100', topology);
  const said: string[] = [];
  const stage = { plan, host, log: recordingLog(), progress: (step: string) => said.push(step) };
  await drive('w', [{ kind: 'wait', until: 'jobs' }], untracedWatch(), stage);
  expect(said).toEqual(['2 of 3 jobs not ended', '1 of 3 jobs not ended']);
});
