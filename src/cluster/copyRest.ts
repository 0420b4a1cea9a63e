import type { Progress } from '../platform/log/progress.ts';
import type { ClusterPlan, InstancePlan } from './clusterPlan.ts';
import { diskFilesOf } from './config/diskFiles.ts';
import { growConfiguration } from './config/grow.ts';
import { parseConfiguration } from './config/schema.ts';
import { copyInstances } from './copyInstances.ts';
import { copyNodes } from './copyNodes.ts';
import { execOn } from './nodes.ts';
import { GANETI_FOLDER, HANDOVER, writeConfiguration } from './writeConfiguration.ts';

/**
 * Makes the rest of a large cluster from its seed (seed.ts), all of it stopped: nodes like the seed's last one, which is no
 * master candidate, and instances like its first one. For each node that joins, Ganeti would take two processors some seconds, and
 * for each instance one or two.
 *
 * A copy has a name, UUIDs, addresses, paths of disks and a certificate of its own; all else is that of what it is like. What
 * becomes of a cluster is compared with one of which Ganeti made all: `test/cluster/copies.test.ts`, `bench/form.ts`.
 */
export async function copyRest(
  plan: ClusterPlan,
  seed: ClusterPlan,
  signal?: AbortSignal,
  progress?: Progress,
): Promise<void> {
  const [template] = seed.instances;
  const nodes = plan.nodes.slice(seed.nodes.length);
  const instances = template ? plan.instances.slice(seed.instances.length) : [];
  progress?.(`${nodes.length} nodes and ${instances.length} instances as copies`);
  const config = ['cat', `${GANETI_FOLDER}/config.data`];
  const before = (await execOn(plan.master, config, { signal })).stdout;
  const grown = growConfiguration(before, {
    template: template?.name,
    instances: instances.map(({ name }) => name),
    nodes: nodes.map(({ name, address, group }) => ({ name, address, group, isOffline: false })),
  });
  await writeConfiguration(seed, grown, signal);
  await execOn(plan.master, ['mkdir', HANDOVER], { signal });
  await copyNodes(nodes, seed, signal);
  if (template) {
    const all = parseConfiguration(grown.config);
    const disksOf = ({ name }: InstancePlan): string[] => diskFilesOf(all, name);
    await copyInstances(plan, template, instances, disksOf, signal);
  }
  await execOn(plan.master, ['rm', '-r', HANDOVER], { signal });
}
