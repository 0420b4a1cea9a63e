import type { Progress } from '../platform/log/progress.ts';
import type { ClusterPlan, NodePlan } from './clusterPlan.ts';
import { growConfiguration } from './config/grow.ts';
import { startDaemons, stopDaemons } from './daemons.ts';
import { execOn } from './nodes.ts';
import { addInstance, archiveJobs } from './populate.ts';
import { GANETI_FOLDER, writeConfiguration } from './writeConfiguration.ts';

/**
 * Gives a restored cluster its large configuration, and leaves it stopped. Ganeti itself makes the first of the
 * instances, stopped; the others are copies of that one, written into the files of the configuration, as are the
 * nodes. The copies have no files of disks: nobody looks for those of a stopped instance, until it is started.
 */
export async function growCluster(
  plan: ClusterPlan,
  signal?: AbortSignal,
  progress?: Progress,
): Promise<void> {
  const { master, configInstances, configNodes } = plan;
  const [template, ...copies] = configInstances;
  if (template !== undefined) await createTemplate(template, plan, signal, progress);

  progress?.(`writing ${copies.length} copies of it and ${configNodes.length} nodes`);
  const { stdout: before } = await execOn(master, ['cat', `${GANETI_FOLDER}/config.data`], {
    signal,
  });
  const grown = growConfiguration(before, { template, instances: copies, nodes: configNodes });
  await writeConfiguration(plan, grown, signal);
  if (configNodes.length > 0) await startWithoutVotes(master, signal);
}

/**
 * Before luxid and wconfd start, they ask all nodes who is master, those that are offline too, five seconds each, and
 * end where not half of them answer. Ganeti has options for that case.
 */
async function startWithoutVotes(master: NodePlan, signal?: AbortSignal): Promise<void> {
  const lines = ['LUXID', 'WCONFD'].map(
    (name) => `${name}_ARGS="$${name}_ARGS --no-voting --yes-do-it"\n`,
  );
  const append = ['sh', '-c', 'cat >> /etc/default/ganeti'];
  await execOn(master, append, { input: lines.join(''), signal });
}

async function createTemplate(
  name: string,
  plan: ClusterPlan,
  signal?: AbortSignal,
  progress?: Progress,
): Promise<void> {
  const { master, topology } = plan;
  progress?.('starting Ganeti for the first of them');
  await startDaemons(plan, signal);
  await execOn(master, ['gnt-cluster', 'modify', ...ANY_NUMBER], { signal });
  const devices = topology.configBare ? NO_DEVICES : DEVICES;
  await addInstance(plan, ['--no-start', ...devices, '-n', master.name, name], signal);
  await archiveJobs(plan, signal);
  await stopDaemons(plan, signal);
}

/**
 * The allocator counts the processors of stopped instances too, and would find no room for a migration. Not in a
 * usual cluster, as it is in the configuration, whose bytes are counted.
 */
const ANY_NUMBER = ['--ipolicy-vcpu-ratio=100000', '--ipolicy-spindle-ratio=100000'];

/**
 * One small disk, and a NIC as the cluster's default is, routed: which takes an address. Those of copies follow
 * on it, in a network that no run has.
 */
const DEVICES = ['-t', 'sharedfile', '--disk', '0:size=1M', '--net', '0:ip=10.128.0.1'];
const NO_DEVICES = ['-t', 'diskless', '--no-nics'];
