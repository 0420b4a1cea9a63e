import type { ClusterPlan } from './clusterPlan.ts';
import type { GrownConfiguration } from './config/grow.ts';
import { execOn, inBatches, SHARED_DIR } from './nodes.ts';

export const GANETI_FOLDER = '/var/lib/ganeti';

/** Where files lie for a moment that all nodes get: the one place that all of them see. */
export const HANDOVER = `${SHARED_DIR}/.ganeti-perf`;

/** Files as their owners keep them: neither owner nor mode changes. `$1` is the folder that they are in. */
const OVERWRITE = `set -e; for file in "$1"/*; do cat "$file" > "${GANETI_FOLDER}/\${file##*/}"; done`;

/** Gives the nodes of a stopped cluster the configuration and what Ganeti keeps of it beside. */
export async function writeConfiguration(
  { master, nodes }: Pick<ClusterPlan, 'master' | 'nodes'>,
  { config, ssconf, masterCandidates }: GrownConfiguration,
  signal?: AbortSignal,
): Promise<void> {
  const forAll = `${HANDOVER}/all`;
  const forCandidates = `${HANDOVER}/candidates`;
  await execOn(master, ['mkdir', '-p', forAll, forCandidates], { signal });
  const write = (file: string, input: string): Promise<unknown> =>
    execOn(master, ['sh', '-c', 'cat > "$0"', file], { input, signal });
  for (const [name, content] of ssconf) await write(`${forAll}/${name}`, content);
  await write(`${forCandidates}/config.data`, config);
  const candidates = new Set(masterCandidates);
  await inBatches(nodes, 4, async (node) => {
    const folders = candidates.has(node.name) ? [forAll, forCandidates] : [forAll];
    for (const folder of folders) {
      await execOn(node, ['sh', '-c', OVERWRITE, 'sh', folder], { signal });
    }
  });
  await execOn(master, ['rm', '-r', HANDOVER], { signal });
}
