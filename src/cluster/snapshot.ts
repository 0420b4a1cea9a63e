import { grouped } from '../model/grouped.ts';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Topology } from '../model/environment.ts';
import { refuseFullDisk } from '../platform/engine/fullDisk.ts';
import { environmentError } from '../platform/errors.ts';
import { lastWords } from '../platform/process/processError.ts';
import { docker } from './docker.ts';
import { LABEL } from './identity.ts';
import { memoryOf, USUAL_MEMORY } from './instances.ts';
import { execOn, inBatches, SHARED_DIR } from './nodes.ts';
import { bootStorage, storageAddresses } from './storage.ts';
import { markUsed, pruneImages } from './pruneImages.ts';
import type { ClusterPlan, NodePlan } from './clusterPlan.ts';

/** To be raised when clusters are formed or populated in another way than before. */
const RECIPE = 4;
const REPOSITORY = 'ganeti-perf/snapshot';
const KEY_LABEL = 'ganeti-perf.snapshot';
const FACTS_LABEL = 'ganeti-perf.facts';
const DIGEST_LABEL = 'ganeti-perf.digest';
/** Where a node's image keeps the shared volume's files; volumes are not part of an image. */
const SHARED_COPY = '/var/cache/ganeti-perf/shared';
/** Prints a digest of a node's part of the cluster: its files, and of disks the names and sizes. */
const DIGEST =
  `{ find /var/lib/ganeti -type f -exec sha256sum {} +; find ${SHARED_COPY} -type f -printf '%p %s %m\\n' 2>/dev/null; } ` +
  '| LC_ALL=C sort | sha256sum | cut -c1-64';
/** Of `docker run`: the engine refused, or the container was killed. */
const NOT_RUN = new Set([125, 137]);
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
  /** Of what it keeps of each node in turn, as {@link DIGEST} prints it; empty of one that was taken before there were any. */
  readonly digests: readonly string[];
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
    const facts = factsOf((await labelOf([image], FACTS_LABEL, signal))[0] ?? '');
    const imageOf = ({ index }: { readonly index: number }) =>
      `${REPOSITORY}:${prefix}-node${index}`;
    const inOrder = images.map((_, k) => imageOf({ index: k + 1 }));
    const digests = await labelOf(inOrder, DIGEST_LABEL, signal);
    // Of another form: the cluster is formed anew.
    if (facts) return { facts, imageOf, digests: digests.filter((one) => one !== '') };
  }
  return undefined;
}

async function labelOf(
  images: readonly string[],
  label: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const format = `{{index .Config.Labels "${label}"}}`;
  const inspect = ['image', 'inspect', '--format', format, ...images];
  return (await docker(inspect, { signal })).stdout.split('\n');
}

/**
 * Looks whether each node's image has what was put into it.
 *
 * @param options of the containers that look
 * @returns the first node of which it has not
 */
export async function damagedNode(
  snapshot: Snapshot,
  plan: ClusterPlan,
  options: readonly string[],
  signal?: AbortSignal,
): Promise<NodePlan | undefined> {
  const damaged: NodePlan[] = [];
  const { digests } = snapshot;
  await inBatches(digests.length === 0 ? [] : plan.nodes, 8, async (node) => {
    const alone = ['run', '--rm', '--network', 'none', '--pull', 'never', ...options];
    const look = [...alone, '--entrypoint', 'sh', snapshot.imageOf(node), '-c', DIGEST];
    const { stdout, stderr, exitCode } = await docker(look, { signal, reject: false });
    if (exitCode === 0 && stdout.trim() === digests[node.index - 1]) return;
    // What the engine could not do says nothing of the image, which another run may be using.
    if (NOT_RUN.has(exitCode)) {
      refuseFullDisk(stderr);
      throw environmentError(
        `the snapshot of ${node.name} could not be looked at: ${lastWords(stderr)}`,
      );
    }
    damaged.push(node);
  });
  return damaged[0];
}

/** Takes its names from the images: nobody finds it any more. */
export async function dropSnapshot(snapshot: Snapshot, plan: ClusterPlan): Promise<void> {
  const images = plan.nodes.map((node) => snapshot.imageOf(node));
  await docker(['image', 'rm', '--force', ...images], { reject: false });
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
  const digests: string[] = [];
  await inBatches(plan.nodes, 4, async (node) => {
    const empty = 'find /var/log/ganeti -type f -exec truncate -s0 {} +';
    const { stdout } = await execOn(node, ['sh', '-c', `${empty}; ${DIGEST}`], { signal });
    const digest = stdout.trim();
    digests[node.index - 1] = digest;
    const change = `LABEL ${LABEL}=1 ${KEY_LABEL}=${key} ${FACTS_LABEL}=${encoded} ${DIGEST_LABEL}=${digest}`;
    const args = ['commit', '--change', change, node.container, imageOf(node)];
    await docker(args, { signal });
  });
  await pruneImages([...(await snapshots(KEY_LABEL, signal)).values()], KEPT, signal);
  return { facts, imageOf, digests };
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
  const bootOf = await bootStorage(plan, signal);
  const shared = storageAddresses(plan).map((file) => `${move} ${file}`);
  await inBatches(plan.nodes, 8, async (node) => {
    const isMoved = snapshot.facts.subnet !== subnet;
    const steps = [
      ...(node === plan.master ? [unpack, ...(isMoved ? shared : [])] : []),
      ...(isMoved ? [`${ADDRESSED} -exec ${move} {} +`] : []),
      ...bootOf(node),
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
