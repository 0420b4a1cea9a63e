import { expect, it } from 'vitest';
import { planCluster, type ClusterPlan } from '../../src/cluster/clusterPlan.ts';
import { startDaemons } from '../../src/cluster/daemons.ts';
import { checkCandidates, checkGroups } from '../../src/cluster/form.ts';
import { newRunId } from '../../src/cluster/identity.ts';
import { makeCluster } from '../../src/cluster/makeCluster.ts';
import { createNetwork } from '../../src/cluster/network.ts';
import { nodeImage } from '../../src/cluster/nodeImage.ts';
import { execOn } from '../../src/cluster/nodes.ts';
import { ownerLabel } from '../../src/cluster/owner.ts';
import { removeNodes, removeRun } from '../../src/cluster/remove.ts';
import { seedOf } from '../../src/cluster/seed.ts';
import { startNodes } from '../../src/cluster/startNodes.ts';
import { ensureEngine } from '../../src/platform/engine/engine.ts';
import type { Suite } from '../../src/platform/engine/baseImage.ts';
import { recordingLog } from '../support/recordingLog.ts';
import { differences, readState } from './clusterState.ts';
import { testDisposal } from './testDisposal.ts';

const log = recordingLog();

it.each<Suite>(['bookworm', 'trixie'])(
  'a cluster of %s that was grown from a part of it is the one that Ganeti makes, and has the candidates and groups of its size',
  async (suite) => {
    const disposal = testDisposal(log);
    await ensureEngine({ log });
    const runId = newRunId();
    const labels = [ownerLabel()];
    disposal.add(`run ${runId}`, () => removeRun(runId));
    const image = await nodeImage({ kind: 'debian', suite }, undefined, { log });
    const subnet = await createNetwork(runId, labels);
    const topology = {
      ...{ nodes: 5, instances: 6, candidatePool: 2, nodeGroups: 2 },
      diskTemplate: 'sharedfile' as const,
    };
    const plan = planCluster(runId, subnet, topology);
    const seed = seedOf(plan, { nodes: 3, instances: 1 });
    expect([seed.nodes.length, seed.instances.length]).toEqual([3, 1]);
    const made = async (from: ClusterPlan) => {
      await startNodes(plan, () => image.reference, { labels });
      await makeCluster(plan, from, subnet, { log });
      return readState(plan, subnet);
    };
    const byGaneti = await made(plan);
    await removeNodes(plan);
    const ours = await made(seed);
    expect(ours.files.size).toBeGreaterThan(300);
    expect(differences(byGaneti, ours)).toEqual([]);

    const config = ['cat', '/var/lib/ganeti/config.data'];
    const written = (await execOn(plan.master, config)).stdout;
    await startDaemons(plan);
    const ask = async (...command: string[]): Promise<string> =>
      (await execOn(plan.master, command, { reject: false })).stdout;
    expect(await ask('gnt-node', 'list', '--no-headers', '-o', 'role')).toBe('M\nC\nR\nR\nR');
    const groups = ['default', 'default', 'default', 'group2', 'group2'];
    const nodes = await ask('gnt-node', 'list', '--no-headers', '-o', 'group');
    expect(nodes.split('\n')).toEqual(groups);
    const instances = await ask('gnt-instance', 'list', '--no-headers', '-o', 'pnode.group,status');
    expect(instances.split('\n').map((line) => line.split(/\s+/))).toEqual(
      [...groups, 'default'].map((group) => [group, 'running']),
    );
    const said = (await ask('gnt-cluster', 'verify')).split('\n');
    const complaints = said.filter((line) => /ERROR|WARNING|inconsistent/i.test(line));
    // Of a kernel without that file; see docs/numbers.md.
    expect(complaints.filter((line) => !line.includes('/proc/sysrq-trigger'))).toEqual([]);
    // Of several groups, each has it written; were one time in it another, there would be two variants for a moment.
    expect((await execOn(plan.master, config)).stdout).toBe(written);
    await checkCandidates(plan);
    await checkGroups(plan);

    // What a formula would be misled by is refused.
    const usual = { ...plan, topology: { ...topology, candidatePool: 10 } };
    await expect(checkCandidates(usual)).rejects.toMatchObject({
      exitCode: 4,
      message:
        'the cluster has 2 master candidates (node1.perf.test, node2.perf.test), and by its size the ' +
        'first 5 of its nodes are such',
    });
    const moved = plan.nodes.map((node) => ({ ...node, group: 'default' }));
    await expect(checkGroups({ ...plan, nodes: moved })).rejects.toMatchObject({
      exitCode: 4,
      message: "node4.perf.test is not in the node group 'default' of the cluster",
    });
  },
);
