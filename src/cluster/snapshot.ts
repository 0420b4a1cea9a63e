import { grouped } from '../model/grouped.ts';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Topology } from '../model/environment.ts';
import { docker } from './docker.ts';
import { LABEL } from './identity.ts';
import { memoryOf, USUAL_MEMORY } from './instances.ts';
import { execOn, inBatches, SHARED_DIR } from './nodes.ts';
import { bootStorage, storageAddresses } from './storage.ts';
import { markUsed, pruneImages } from './pruneImages.ts';
import type { ClusterPlan, NodePlan } from './clusterPlan.ts';

/** To be raised when clusters are formed or populated in another way than before. */
const RECIPE = 2;
const REPOSITORY = 'ganeti-perf/snapshot';
const KEY_LABEL = 'ganeti-perf.snapshot';
const FACTS_LABEL = 'ganeti-perf.facts';
/** Where a node's image keeps the shared volume's files; volumes are not part of an image. */
const SHARED_COPY = '/var/cache/ganeti-perf/shared';
/** How many snapshots stay on a machine; each holds some megabytes per node. */
const KEPT = 8;

const FactsSchema = z.object({
  /** As `gnt-cluster version` tells it, e.g. `3.0.2`. */
  version: z.string(),
  /** The package's version; empty where Ganeti was not installed from a package. */
  revision: z.string(),
  python: z.string(),
  /** The subnet that is written into its configuration. */
  subnet: z.string(),
});
export type ClusterFacts = z.infer<typeof FactsSchema>;

/** A populated cluster, stopped and kept as one image per node. */
export interface Snapshot {
  readonly facts: ClusterFacts;
  imageOf(node: NodePlan): string;
}

/** What a snapshot depends on; clusters of equal keys are interchangeable. */
export function snapshotKey(nodeImageId: string, overlay: string, topology: Topology): string {
  const memory = memoryOf(topology);
  const unusual = memory === USUAL_MEMORY ? [] : [memory];
  const all = JSON.stringify([RECIPE, nodeImageId, overlay, topology, ...unusual]);
  return createHash('sha256').update(all).digest('hex').slice(0, 16);
}

/** A snapshot made earlier, or undefined. */
export async function findSnapshot(
  key: string,
  nodes: number,
  signal?: AbortSignal,
): Promise<Snapshot | undefined> {
  for (const [prefix, images] of await snapshots(`${KEY_LABEL}=${key}`, signal)) {
    // An interrupted run may have left a part of one.
    if (images.length !== nodes || !(await markUsed(images, signal))) continue;
    const image = `${REPOSITORY}:${prefix}-node1`;
    const format = `{{index .Config.Labels "${FACTS_LABEL}"}}`;
    const { stdout } = await docker(['image', 'inspect', '--format', format, image], { signal });
    const facts = factsOf(stdout);
    // Of another form: the cluster is formed anew.
    if (facts) return { facts, imageOf: (node) => `${REPOSITORY}:${prefix}-node${node.index}` };
  }
  return undefined;
}

function factsOf(label: string): ClusterFacts | undefined {
  try {
    return FactsSchema.parse(JSON.parse(Buffer.from(label, 'base64').toString()));
  } catch {
    return undefined;
  }
}

/** Keeps a cluster whose daemons are stopped. */
export async function takeSnapshot(
  key: string,
  plan: ClusterPlan,
  facts: ClusterFacts,
  signal?: AbortSignal,
): Promise<Snapshot> {
  await execOn(
    plan.master,
    ['sh', '-c', `mkdir -p ${SHARED_COPY} && cp -a --sparse=always ${SHARED_DIR}/. ${SHARED_COPY}`],
    { signal },
  );
  // Named after the run that made it: the parts of two runs' snapshots must never mix.
  const prefix = `${key}-${plan.runId}`;
  const encoded = Buffer.from(JSON.stringify(facts)).toString('base64');
  const imageOf = (node: NodePlan): string => `${REPOSITORY}:${prefix}-node${node.index}`;
  await inBatches(plan.nodes, 4, async (node) => {
    await execOn(
      node,
      ['find', '/var/log/ganeti', '-type', 'f', '-exec', 'truncate', '-s0', '{}', '+'],
      { signal },
    );
    const change = `LABEL ${LABEL}=1 ${KEY_LABEL}=${key} ${FACTS_LABEL}=${encoded}`;
    const args = ['commit', '--change', change, node.container, imageOf(node)];
    await docker(args, { signal, timeout: 120_000 });
  });
  await pruneImages([...(await snapshots(KEY_LABEL, signal)).values()], KEPT, signal);
  return { facts, imageOf };
}

/** Undoes on restored nodes what images cannot keep: the shared volume's files and the addresses. */
export async function unpackSnapshot(
  snapshot: Snapshot,
  plan: ClusterPlan,
  subnet: string,
  signal?: AbortSignal,
): Promise<void> {
  const unpack = `cp -a --sparse=always ${SHARED_COPY}/. ${SHARED_DIR}`;
  // Another run may hold the subnet.
  const move = moveSubnet(snapshot.facts.subnet, subnet);
  const shared = storageAddresses(plan).map((file) => `${move} ${file}`);
  await inBatches(plan.nodes, 8, async (node) => {
    const isMoved = snapshot.facts.subnet !== subnet;
    const steps = [
      ...(node === plan.master ? [unpack, ...(isMoved ? shared : [])] : []),
      ...(isMoved ? [`${ADDRESSED} -exec ${move} {} +`] : []),
      ...bootStorage(plan),
    ];
    if (steps.length > 0) await execOn(node, ['sh', '-c', steps.join(' && ')], { signal });
  });
}

/** Of a node. Only master candidates have the configuration itself. */
const ADDRESSED = "find /var/lib/ganeti -maxdepth 1 '(' -name config.data -o -name 'ssconf_*' ')'";

/** The command that moves files from one subnet to another. Both are of the same length, so no file changes its size. */
const moveSubnet = (from: string, to: string): string =>
  `sed -i 's/\\b${from.replaceAll('.', '\\.')}\\./${to}./g'`;

/** What is worth knowing of a cluster's software, asked of its master. */
export async function readFacts(
  plan: ClusterPlan,
  subnet: string,
  signal?: AbortSignal,
): Promise<ClusterFacts> {
  const ask = async (command: string): Promise<string> =>
    (await execOn(plan.master, ['sh', '-c', command], { signal })).stdout.trim();
  return {
    version: await ask("gnt-cluster version | sed -n 's/^Software version: //p'"),
    revision: await ask("dpkg-query -W -f '${Version}' ganeti 2>/dev/null || true"),
    python: await ask("python3 -c 'import platform; print(platform.python_version())'"),
    subnet,
  };
}

/** Images by `key-run` of the snapshots that carry the label. */
async function snapshots(label: string, signal?: AbortSignal): Promise<Map<string, string[]>> {
  const args = ['images', '--filter', `label=${label}`, '--format', '{{.Tag}}', REPOSITORY];
  const { stdout } = await docker(args, { signal });
  const images = stdout
    .split('\n')
    .filter(Boolean)
    .map((tag) => `${REPOSITORY}:${tag}`);
  return grouped(images, (image) => image.slice(REPOSITORY.length + 1).replace(/-node\d+$/, ''));
}
