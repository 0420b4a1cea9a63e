import { expect, it } from 'vitest';
import { openContainerTestbed } from '../../src/cluster/containerTestbed.ts';
import { docker } from '../../src/cluster/docker.ts';
import { execOn } from '../../src/cluster/nodes.ts';
import { startNodes } from '../../src/cluster/startNodes.ts';
import { dropSnapshot, unpackSnapshot } from '../../src/cluster/snapshot.ts';
import { recordingLog } from '../support/recordingLog.ts';
import { testDisposal } from './testDisposal.ts';

const log = recordingLog();

it('a snapshot is put into another subnet, on nodes too that are no master candidates', async () => {
  const disposal = testDisposal(log);
  const settings = {
    ganeti: { kind: 'debian', suite: 'bookworm' },
    nodes: 3,
    instances: 6,
  } as const;
  const { plan, snapshot, labels } = await openContainerTestbed(settings, { log, disposal });
  await startNodes(plan, (node) => snapshot.imageOf(node), { labels });
  const [master, , plain] = plan.nodes;
  await execOn(plain!, ['rm', '/var/lib/ganeti/config.data']);
  const other = snapshot.facts.subnet === '10.213.100' ? '10.213.101' : '10.213.100';
  await unpackSnapshot(snapshot, plan, other);

  const addressed = async (node = master!): Promise<string[]> => {
    const script = 'cd /var/lib/ganeti; grep -lF "$0." config.data ssconf_* 2>/dev/null; true';
    const found = await Promise.all(
      [snapshot.facts.subnet, other].map((subnet) => execOn(node, ['sh', '-c', script, subnet])),
    );
    return found.map(({ stdout }) => stdout.split('\n').filter(Boolean).join(' '));
  };
  const ssconf =
    'ssconf_master_candidates_ips ssconf_master_ip ssconf_node_primary_ips ssconf_node_secondary_ips';
  expect(await addressed()).toEqual(['', `config.data ${ssconf}`]);
  expect(await addressed(plain)).toEqual(['', ssconf]);
});

it('a damaged snapshot is not used: the cluster is formed anew', { timeout: 300_000 }, async () => {
  const settings = {
    ganeti: { kind: 'debian', suite: 'bookworm' },
    nodes: 1,
    instances: 0,
  } as const;
  const open = () => openContainerTestbed(settings, { log, disposal: testDisposal(log) });
  const earlier = await open();
  await earlier.disposal.dispose();
  await dropSnapshot(earlier.snapshot, earlier.plan);
  const first = await open();
  await first.disposal.dispose();
  const image = first.snapshot.imageOf(first.plan.master);
  const damage = async (command: string): Promise<void> => {
    const args = ['create', '--network', 'none', '--entrypoint', 'sh', image, '-c', command];
    const container = (await docker(args)).stdout.trim();
    await docker(['start', '--attach', container]);
    await docker(['commit', container, image]);
    await docker(['rm', container]);
  };
  const config = '/var/lib/ganeti/config.data';
  await damage(`printf x | dd of=${config} bs=1 seek=100 conv=notrunc 2>/dev/null`);

  const second = await open();
  await second.disposal.dispose();
  expect(log.lines.filter((line) => line.includes('damaged'))).toEqual([
    expect.stringContaining(
      'the snapshot of this cluster is damaged, what it has of node1.perf.test is not what was kept: it is dropped, ' +
        'and the cluster formed anew',
    ),
  ]);
  expect(second.snapshot.imageOf(second.plan.master)).not.toBe(image);
  const third = await open();
  await third.disposal.dispose();
  expect(third.snapshot.imageOf(third.plan.master)).toBe(
    second.snapshot.imageOf(second.plan.master),
  );
});
