import { afterEach, expect, it } from 'vitest';
import { openContainerTestbed, restoreNodes } from '../../src/cluster/containerTestbed.ts';
import { startDaemons } from '../../src/cluster/daemons.ts';
import { checkGroups } from '../../src/cluster/form.ts';
import { execOn } from '../../src/cluster/nodes.ts';
import type { Suite } from '../../src/platform/engine/baseImage.ts';
import { createDisposal } from '../../src/platform/process/disposal.ts';
import { recordingLog } from '../support/recordingLog.ts';

const log = recordingLog();
const disposal = createDisposal(log);
afterEach(() => disposal.dispose());

it.each<Suite>(['bookworm', 'trixie'])(
  'the nodes of a cluster of %s are dealt to its groups in blocks, and instances live on them',
  async (suite) => {
    const settings = { nodes: 3, instances: 3, nodeGroups: 2 };
    const ganeti = { kind: 'debian', suite } as const;
    const testbed = await openContainerTestbed({ ganeti, ...settings }, { log, disposal });
    const { plan } = testbed;
    await restoreNodes(testbed);
    await startDaemons(plan);
    const ask = async (...command: string[]): Promise<string> =>
      (await execOn(plan.master, command)).stdout;
    expect(await ask('gnt-node', 'list', '--no-headers', '-o', 'group')).toBe(
      'default\ndefault\ngroup2',
    );
    expect(await ask('gnt-instance', 'list', '--no-headers', '-o', 'pnode.group')).toBe(
      'default\ndefault\ngroup2',
    );
    await checkGroups(plan);

    // What a formula would be misled by is refused.
    const moved = plan.nodes.map((node) => ({ ...node, group: 'default' }));
    await expect(checkGroups({ ...plan, nodes: moved })).rejects.toMatchObject({
      exitCode: 4,
      message: "node3.perf.test is not in the node group 'default' of the cluster",
    });
  },
);
