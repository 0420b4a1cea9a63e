import { ProcessError } from '../platform/processError.ts';
import { until, type Evidence } from '../platform/until.ts';
import { execOn, inBatches } from './nodes.ts';
import type { ClusterPlan } from './plan.ts';

const DAEMON_UTIL = '/usr/lib/ganeti/daemon-util';

/** Stops Ganeti on every node. */
export async function stopDaemons(plan: ClusterPlan, signal?: AbortSignal): Promise<void> {
  await inBatches(plan.nodes, 8, (node) => execOn(node, [DAEMON_UTIL, 'stop-all'], { signal }));
}

/**
 * Starts Ganeti on every node, and waits until the master answers and holds its address.
 * The node daemons come first: luxid and wconfd ask the other nodes who is master.
 */
export async function startDaemons(plan: ClusterPlan, signal?: AbortSignal): Promise<void> {
  const options = { signal, timeout: 120_000 };
  await inBatches(plan.nodes, 8, (node) =>
    execOn(node, [DAEMON_UTIL, 'start', 'ganeti-noded'], options),
  );
  await inBatches(plan.nodes, 8, (node) => execOn(node, [DAEMON_UTIL, 'start-all'], options));
  await until('the cluster to come up', () => isUp(plan, signal), { deadline: 60_000, signal });
}

async function isUp(plan: ClusterPlan, signal?: AbortSignal): Promise<Evidence> {
  try {
    const { stdout: addresses } = await execOn(plan.master, ['ip', '-o', 'addr'], { signal });
    if (!addresses.includes(`${plan.clusterAddress}/`)) return 'the master has no master address';
    const list = [
      'gnt-instance',
      'list',
      '--no-headers',
      '--separator=|',
      '-o',
      'name,pnode,oper_state',
    ];
    const { stdout } = await execOn(plan.master, list, { signal, timeout: 30_000 });
    const seen = new Set(stdout.split('\n'));
    const missing = plan.instances.filter(({ name, primary }) => !seen.has(`${name}|${primary}|Y`));
    return missing.length === 0 || `${missing[0]?.name} is not running on ${missing[0]?.primary}`;
  } catch (error) {
    if (error instanceof ProcessError && !error.end.aborted) return error.short;
    throw error;
  }
}
