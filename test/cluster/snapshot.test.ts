import { afterEach, expect, it } from 'vitest';
import { openContainerTestbed } from '../../src/cluster/containerTestbed.ts';
import { execOn } from '../../src/cluster/nodes.ts';
import { startNodes } from '../../src/cluster/startNodes.ts';
import { unpackSnapshot } from '../../src/cluster/snapshot.ts';
import { createDisposal } from '../../src/platform/process/disposal.ts';
import { recordingLog } from '../support/recordingLog.ts';

const log = recordingLog();
const disposal = createDisposal(log);
afterEach(() => disposal.dispose());

it('a snapshot is put into another subnet, on nodes too that are no master candidates', async () => {
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
