import { until } from '../platform/until.ts';
import { ProcessError } from '../platform/processError.ts';
import type { Progress } from '../platform/progress.ts';
import { execOn, SHARED_DIR } from './nodes.ts';
import type { ClusterPlan, NodePlan } from './plan.ts';

/** No instance is refused for its size: placement is ours, and memory is the fake hypervisor's. */
const ANY_SIZE =
  'min:memory-size=1M,cpu-count=1,disk-count=0,disk-size=1M,nic-count=0,spindle-use=1' +
  '/max:memory-size=1T,cpu-count=64,disk-count=16,disk-size=1T,nic-count=8,spindle-use=64';

/** Makes a Ganeti cluster of running nodes: `gnt-cluster init` on the first, then `gnt-node add`. */
export async function formCluster(
  plan: ClusterPlan,
  signal?: AbortSignal,
  progress?: Progress,
): Promise<void> {
  const at = (k: number, what = '') => progress?.(`${what}node ${k + 1} of ${plan.nodes.length}`);
  for (const [k, node] of plan.nodes.entries()) {
    at(k, 'ssh to ');
    await sshAnswers(plan, node, signal);
  }
  at(0);
  await execOn(
    plan.master,
    [
      ...['gnt-cluster', 'init', '--no-ssh-init', '--no-etc-hosts'],
      ...['--master-netdev', 'eth0', '--master-netmask', '32'],
      ...['--enabled-hypervisors', 'fake', '--nic-parameters', 'mode=routed,link=100'],
      ...['--enabled-disk-templates', 'sharedfile,diskless'],
      ...['--shared-file-storage-dir', SHARED_DIR, '--default-iallocator', 'hail'],
      ...['--ipolicy-bounds-specs', ANY_SIZE, plan.clusterName],
    ],
    { timeout: 600_000, signal },
  );
  for (const [k, node] of plan.nodes.entries()) {
    if (k === 0) continue;
    at(k);
    const add = ['gnt-node', 'add', '--no-ssh-key-check', '--no-node-setup', node.name];
    await execOn(plan.master, add, { timeout: 600_000, signal });
  }
}

async function sshAnswers(plan: ClusterPlan, node: NodePlan, signal?: AbortSignal): Promise<void> {
  const knock = ['ssh', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=5', node.name, 'true'];
  const look = async () => {
    try {
      await execOn(plan.master, knock, { timeout: 60_000, signal });
      return true;
    } catch (error) {
      if (error instanceof ProcessError && !error.end.aborted) return error.short;
      throw error;
    }
  };
  await until(`ssh to ${node.name}`, look, { deadline: 300_000, signal });
}
