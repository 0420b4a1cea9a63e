import { expect, it } from 'vitest';
import { docker } from '../../src/cluster/docker.ts';
import { planCluster } from '../../src/cluster/clusterPlan.ts';
import { newRunId } from '../../src/cluster/identity.ts';
import { createNetwork } from '../../src/cluster/network.ts';
import { nodeImage } from '../../src/cluster/nodeImage.ts';
import { execOn } from '../../src/cluster/nodes.ts';
import { ownerLabel } from '../../src/cluster/owner.ts';
import { removeRun } from '../../src/cluster/remove.ts';
import { startNodes } from '../../src/cluster/startNodes.ts';
import { ensureEngine } from '../../src/platform/engine/engine.ts';
import { recordingLog } from '../support/recordingLog.ts';
import { testDisposal } from './testDisposal.ts';

const log = recordingLog();

it('many nodes reach one another without asking where they are', async () => {
  const disposal = testDisposal(log);
  await ensureEngine({ log });
  const image = await nodeImage({ kind: 'debian', suite: 'bookworm' }, undefined, { log });
  const [runId, labels] = [newRunId(), [ownerLabel()]];
  disposal.add(runId, () => removeRun(runId), 60_000);
  const subnet = await createNetwork(runId, labels);
  const topology = { nodes: 12, instances: 0, diskTemplate: 'sharedfile' } as const;
  const plan = planCluster(runId, subnet, topology);
  await startNodes(plan, () => image.reference, { labels });

  const last = plan.nodes.at(-1)!;
  const others = plan.nodes.filter((node) => node !== last);
  await execOn(last, [
    'sh',
    '-c',
    'for a; do fping "$a"; done',
    'sh',
    ...others.map(({ address }) => address),
  ]);
  // The kernel counts those that it had to ask for, for all containers together.
  const { stdout } = await execOn(last, ['ip', '-o', 'neigh', 'show', 'dev', 'eth0']);
  const known = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.trim().split(' '));
  expect(known.map(([address]) => address).toSorted()).toEqual(
    others.map(({ address }) => address).toSorted(),
  );
  expect(known.map((words) => words.at(-1))).toEqual(others.map(() => 'PERMANENT'));

  // The master has its share of the processors beside so many, and sessions come after daemons.
  const inspect = ['inspect', '--format', '{{.HostConfig.CpuShares}}'];
  const { stdout: shares } = await docker([...inspect, plan.master.container, last.container]);
  expect(shares.split('\n')).toEqual(['3072', '1024']);
  const nice = ['ssh', '-o', 'BatchMode=yes', plan.master.name, 'nice'];
  expect((await execOn(last, nice)).stdout).toBe('10');
});
