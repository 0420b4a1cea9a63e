import type { RunResult } from '../platform/process/process.ts';
import type { ClusterPlan, NodePlan } from './clusterPlan.ts';
import { docker } from './docker.ts';
import { containerOptions, labels } from './identity.ts';
import { knowingNeighbours } from './neighbours.ts';
import { inBatches, SHARED_DIR } from './nodes.ts';
import { cpuShares } from './shares.ts';
import { storageRights } from './storage.ts';

/**
 * Starts the nodes' containers: ssh server up, no Ganeti daemon running yet.
 *
 * @param imageOf the image of each node: all the same for a new cluster, one each for a restored one
 */
export async function startNodes(
  plan: ClusterPlan,
  imageOf: (node: NodePlan) => string,
  options: { readonly labels?: readonly string[]; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const { signal } = options;
  await docker(['volume', 'create', ...labels(plan.runId, options.labels), plan.volume], {
    signal,
  });
  const hosts = [...plan.nodes, { name: plan.clusterName, address: plan.clusterAddress }].flatMap(
    ({ name, address }) => ['--add-host', `${name}:${address}`],
  );
  const rights = await storageRights(plan);
  const start = (node: NodePlan): Promise<RunResult> =>
    docker(
      [
        ...['run', '--detach', '--init', '--pull', 'never'],
        ...['--name', node.container, '--hostname', node.name],
        ...['--network', plan.network, '--ip', node.address, ...hosts],
        // The master's address is moved about with ip(8).
        ...['--cap-add', 'NET_ADMIN'],
        ...rights,
        ...cpuShares(node === plan.master ? 'master' : 'node', plan.nodes.length),
        // With a huge soft limit, Ganeti <= 3.0 loops over every possible descriptor.
        ...['--ulimit', 'nofile=1024:4096'],
        ...['--volume', `${plan.volume}:${SHARED_DIR}`],
        ...containerOptions(plan.runId, [`${ROLE}=node`, ...(options.labels ?? [])]),
        imageOf(node),
        ...knowingNeighbours(plan, node, SSHD),
      ],
      { signal },
    );
  await inBatches(plan.nodes, 8, start);
}

/**
 * Sessions come after the node daemon. A verify of eighty nodes opens 800 of them at once, and of two processors a daemon that has ten
 * beside it gets so little that Ganeti gives up waiting for its answer, after five seconds (`RPC_CONNECT_TIMEOUT`).
 */
const SSHD = ['nice', '-n', '10', '/usr/sbin/sshd', '-D', '-e'];

const ROLE = 'ganeti-perf.role';
