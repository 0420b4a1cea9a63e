import { ProcessError } from '../platform/process/processError.ts';
import { until, type Evidence } from '../platform/process/until.ts';
import { execOn, inBatches } from './nodes.ts';
import type { ClusterPlan } from './clusterPlan.ts';

const DAEMON_UTIL = '/usr/lib/ganeti/daemon-util';
/** Makes Ganeti's folders, and gives its files to the users that its daemons run as. */
const ENSURE_DIRS = '/usr/lib/ganeti/ensure-dirs';

/**
 * Takes up the functions of daemon-util, by whose `start` each daemon is then started. It would run
 * ensure-dirs, 0.3 s of Python, before every one of them; here it runs once.
 */
const PREPARE =
  `set -e; ${ENSURE_DIRS}() { :; }; ` + `. ${DAEMON_UTIL} list-start-daemons > /dev/null; `;
/** Those of `start_master` in daemon-util: anywhere else they end as soon as they see where they are. */
const MASTER_ONLY = 'ganeti-wconfd|ganeti-rapi|ganeti-luxid';
/** The node daemon begins; it makes the lock of the job queue, as root, which luxid could not open. */
const START_ON_NODE =
  `${PREPARE} start ganeti-noded; command ${ENSURE_DIRS} & e=$!; ` +
  `for d in $(list_start_daemons); do ` +
  `case $d in ganeti-noded|${MASTER_ONLY}) ;; *) start "$d";; esac; done; wait $e`;
/**
 * `$1` is the master's address. Ganeti would look for it elsewhere for two seconds before it takes it;
 * where it is there already, it takes it as it is.
 */
const START_ON_MASTER =
  `${PREPARE} ip addr add "$1/32" dev eth0 label eth0:0; ` +
  'start ganeti-wconfd; start ganeti-rapi & r=$!; start ganeti-luxid; wait $r';

/** Prints the addresses, then the instances. */
const LOOK =
  'ip -o addr && gnt-instance list --no-headers --separator="|" -o name,pnode,oper_state';

/** Stops Ganeti on every node. */
export async function stopDaemons(plan: ClusterPlan, signal?: AbortSignal): Promise<void> {
  await inBatches(plan.nodes, 8, (node) => execOn(node, [DAEMON_UTIL, 'stop-all'], { signal }));
}

/**
 * Starts Ganeti on every node of a restored cluster, and waits until the master answers and holds its
 * address. The node daemons come first: luxid and wconfd ask the other nodes who is master.
 */
export async function startDaemons(plan: ClusterPlan, signal?: AbortSignal): Promise<void> {
  const { nodes, master, clusterAddress } = plan;
  const options = { signal, timeout: 120_000 };
  await inBatches(nodes, 8, (node) => execOn(node, ['bash', '-c', START_ON_NODE], options));
  await execOn(master, ['bash', '-c', START_ON_MASTER, 'bash', clusterAddress], options);
  const wait = { deadline: 60_000, interval: 100, signal };
  await until('the cluster to come up', () => isUp(plan, signal), wait);
}

async function isUp(plan: ClusterPlan, signal?: AbortSignal): Promise<Evidence> {
  try {
    const look = ['sh', '-c', LOOK];
    const { stdout } = await execOn(plan.master, look, { signal, timeout: 30_000 });
    if (!stdout.includes(`${plan.clusterAddress}/`)) return 'the master has no master address';
    const seen = new Set(stdout.split('\n'));
    const missing = plan.instances.filter(({ name, primary }) => !seen.has(`${name}|${primary}|Y`));
    return missing.length === 0 || `${missing[0]?.name} is not running on ${missing[0]?.primary}`;
  } catch (error) {
    if (error instanceof ProcessError && !error.end.aborted) return error.short;
    throw error;
  }
}
