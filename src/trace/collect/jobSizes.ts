import type { ClusterPlan } from '../../cluster/clusterPlan.ts';
import type { CrossCheckSources } from '../events/crossCheck.ts';
import type { TracerHost } from '../../cluster/tracerHost.ts';

/** Looks from outside how large the job files on every node are. */
export async function readJobSizes(
  host: TracerHost,
  plan: ClusterPlan,
): Promise<CrossCheckSources['jobSizes']> {
  const folders = plan.nodes.map((node) => host.path(node, '/var/lib/ganeti/queue'));
  const only = ['-maxdepth', '1', '-type', 'f', '-name', 'job-*'];
  const print = ['-printf', '%H %f %s\\n'];
  const { stdout } = await host.exec(['find', ...folders, ...only, ...print]);
  return parseSizes(stdout, new Map(plan.nodes.map((node, i) => [folders[i] ?? '', node.index])));
}

/**
 * Lines of `FOLDER job-ID BYTES`.
 *
 * @param nodeOf by folder
 */
export function parseSizes(
  text: string,
  nodeOf: ReadonlyMap<string, number>,
): Map<number, Map<number, number>> {
  const sizes = new Map([...nodeOf.values()].map((node) => [node, new Map<number, number>()]));
  for (const [, folder = '', job, bytes] of text.matchAll(/^(\S+) job-(\d{1,15}) (\d{1,15})$/gm)) {
    sizes.get(nodeOf.get(folder) ?? 0)?.set(Number(job), Number(bytes));
  }
  return sizes;
}
