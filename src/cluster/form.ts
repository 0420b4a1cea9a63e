import { candidatesOf } from '../model/candidates.ts';
import type { Topology } from '../model/environment.ts';
import { invalidError } from '../platform/errors.ts';
import { until } from '../platform/process/until.ts';
import { ProcessError } from '../platform/process/processError.ts';
import type { Progress } from '../platform/log/progress.ts';
import { execOn, inBatches, SHARED_DIR } from './nodes.ts';
import { storageOptions } from './storage.ts';
import { groupName, groupsToAdd, type ClusterPlan, type NodePlan } from './clusterPlan.ts';

/** No instance is refused for its size: placement is ours, and memory is the fake hypervisor's. */
const ANY_SIZE =
  'min:memory-size=1M,cpu-count=1,disk-count=0,disk-size=1M,nic-count=0,spindle-use=1' +
  '/max:memory-size=1T,cpu-count=64,disk-count=16,disk-size=1T,nic-count=8,spindle-use=64';

/**
 * Makes a Ganeti cluster of running nodes: `gnt-cluster init` on the first, then `gnt-node add`.
 *
 * @param nodes those that join, the first ones of the plan: all, or the {@link seedOf} it
 */
export async function formCluster(
  plan: ClusterPlan,
  nodes: readonly NodePlan[],
  signal?: AbortSignal,
  progress?: Progress,
): Promise<void> {
  const at = (k: number, what = '') => progress?.(`${what}node ${k + 1} of ${nodes.length}`);
  await inBatches([...nodes.entries()], AT_ONCE, async ([k, node]) => {
    at(k, 'ssh to ');
    await sshAnswers(plan, node, signal);
  });
  at(0);
  await execOn(plan.master, ['sh', '-c', INIT, 'sh', plan.clusterAddress, ...initCommand(plan)], {
    timeout: 600_000,
    signal,
  });
  for (const group of groupsToAdd(plan)) {
    await execOn(plan.master, ['gnt-group', 'add', group], { timeout: 600_000, signal });
  }
  const join = async ([k, node]: [number, NodePlan]): Promise<void> => {
    at(k);
    const add = ['gnt-node', 'add', '--no-ssh-key-check', '--no-node-setup'];
    const group = node.group === undefined ? [] : ['--node-group', node.group];
    await execOn(plan.master, [...add, ...group, node.name], { timeout: 600_000, signal });
  };
  const others = [...nodes.entries()].slice(1);
  // Candidates are those that Ganeti adds while the pool has room: the first ones, in whatever order these end.
  const candidates = candidatesOf(plan.topology) - 1;
  await inBatches(others.slice(0, candidates), AT_ONCE, join);
  await inBatches(others.slice(candidates), AT_ONCE, join);
  await checkCandidates(plan, signal);
  await checkGroups({ ...plan, nodes }, signal);
}

/**
 * Asks the cluster for its master candidates, which formulas count.
 *
 * @throws PerfError (exit 4) where these are others than the size of the cluster says
 */
export async function checkCandidates(plan: ClusterPlan, signal?: AbortSignal): Promise<void> {
  const list = ['gnt-node', 'list', '--no-headers', '--separator=:', '-o', 'name,role'];
  const { stdout } = await execOn(plan.master, list, { signal });
  const found = candidatesIn(stdout);
  const planned = plan.nodes.slice(0, candidatesOf(plan.topology)).map(({ name }) => name);
  if (planned.every((name) => found.has(name)) && found.size === planned.length) return;
  throw invalidError(
    `the cluster has ${found.size} master candidates (${[...found].join(', ')}), and by its size the first ` +
      `${planned.length} of its nodes are such`,
  );
}

/**
 * Asks the cluster which group each node is in, which formulas count.
 *
 * @throws PerfError (exit 4) where it is another than planned
 */
export async function checkGroups(plan: ClusterPlan, signal?: AbortSignal): Promise<void> {
  const list = ['gnt-node', 'list', '--no-headers', '--separator=:', '-o', 'name,group'];
  const { stdout } = await execOn(plan.master, list, { signal });
  const initial = groupName(1);
  const found = new Set(stdout.split('\n').map((line) => line.trim()));
  const lost = plan.nodes.find(({ name, group = initial }) => !found.has(`${name}:${group}`));
  if (!lost) return;
  throw invalidError(
    `${lost.name} is not in the node group '${lost.group ?? initial}' of the cluster`,
  );
}

/** Of lines `NAME:ROLE`, the names that are master (M) or candidate (C): `FieldsStatus` of Ganeti's node list. */
const candidatesIn = (list: string): ReadonlySet<string> =>
  new Set(
    list.split('\n').flatMap((line) => {
      const [name = '', role = ''] = line.trim().split(':');
      return role === 'M' || role === 'C' ? [name] : [];
    }),
  );

/** Each sets its own node up by ssh; that the cluster takes them one by one, Ganeti sees to. */
const AT_ONCE = 4;

/**
 * Runs a `gnt-cluster init` for the address `$1`. It looks first whether somebody has the address, which takes
 * three seconds of asking who it is, unless there is no way to it. Then, started by it, the master looks
 * for two seconds more before it takes the address; where it is there already, it takes it as it is. When
 * there is a configuration, the first look is over.
 */
const INIT =
  'address=$1; shift; ip route add unreachable "$address/32"; "$@" & init=$!; ' +
  'while kill -0 $init 2>/dev/null && ! [ -e /var/lib/ganeti/config.data ]; do sleep 0.1; done; ' +
  'ip addr add "$address/32" dev eth0 label eth0:0; ip route del unreachable "$address/32"; wait $init';

const initCommand = (plan: ClusterPlan): string[] => [
  ...['gnt-cluster', 'init', '--no-ssh-init', '--no-etc-hosts'],
  ...['--master-netdev', 'eth0', '--master-netmask', '32'],
  ...['--enabled-hypervisors', 'fake', '--nic-parameters', 'mode=routed,link=100'],
  ...storageOptions(plan.topology.diskTemplate),
  ...['--shared-file-storage-dir', SHARED_DIR, '--default-iallocator', 'hail'],
  ...poolOptions(plan.topology),
  ...['--ipolicy-bounds-specs', ANY_SIZE, plan.clusterName],
];

/** Only where another pool than Ganeti's own was asked for. */
const poolOptions = ({ candidatePool }: Topology): string[] =>
  candidatePool === undefined ? [] : ['--candidate-pool-size', String(candidatePool)];

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
