import { afterEach, expect, it } from 'vitest';
import { openContainerTestbed, restoreNodes } from '../../src/cluster/containerTestbed.ts';
import { startDaemons } from '../../src/cluster/daemons.ts';
import { checkCandidates } from '../../src/cluster/form.ts';
import { execOn } from '../../src/cluster/nodes.ts';
import type { Suite } from '../../src/platform/engine/baseImage.ts';
import { createDisposal } from '../../src/platform/process/disposal.ts';
import { recordingLog } from '../support/recordingLog.ts';

const log = recordingLog();
const disposal = createDisposal(log);
afterEach(() => disposal.dispose());

it.each<Suite>(['bookworm', 'trixie'])(
  'a cluster of %s has as many master candidates as its pool, the first of its nodes',
  async (suite) => {
    const settings = { nodes: 3, instances: 3, candidatePool: 2 };
    const ganeti = { kind: 'debian', suite } as const;
    const testbed = await openContainerTestbed({ ganeti, ...settings }, { log, disposal });
    const { plan } = testbed;
    await restoreNodes(testbed);
    await startDaemons(plan);
    const ask = async (...command: string[]): Promise<string> =>
      (await execOn(plan.master, command)).stdout;
    expect(await ask('gnt-node', 'list', '--no-headers', '-o', 'role')).toBe('M\nC\nR');
    expect(await ask('gnt-cluster', 'info')).toMatch(/candidate pool size: 2$/m);
    await checkCandidates(plan);

    // What a formula would be misled by is refused.
    const usual = { ...plan, topology: { ...plan.topology, candidatePool: 10 } };
    await expect(checkCandidates(usual)).rejects.toMatchObject({
      exitCode: 4,
      message:
        'the cluster has 2 master candidates (node1.perf.test, node2.perf.test), and by its size the ' +
        'first 3 of its nodes are such',
    });
  },
);
