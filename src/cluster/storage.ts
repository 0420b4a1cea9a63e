import { hasVolumes, type Topology } from '../model/environment.ts';
import { ensureImage } from '../platform/engine/images.ts';
import type { WorkContext } from '../platform/context.ts';
import type { UsableImage } from './nodeImage.ts';
import { execOn, inBatches, SHARED_DIR } from './nodes.ts';
import { diskCommand, engineMark, nodeRights } from './realStorage.ts';
import type { ClusterPlan, NodePlan } from './clusterPlan.ts';

/** The volume group of images/storage and images/lvm, and the usermode helper of DRBD of the first. */
const VG = 'xenvg';
const HELPER = '/bin/true';
/** The program of images/storage that makes a node ready for its commands. */
const STORAGE = 'ganeti-perf-storage';
/** Where it keeps what all nodes know of DRBD: each end's addresses, for one. */
const DRBD_STATE = `${SHARED_DIR}/.ganeti-perf-drbd/drbd.json`;

type DiskTemplate = Topology['diskTemplate'];

/** The templates besides are for the stopped instances of a large configuration. */
const ENABLED: Readonly<Record<DiskTemplate, string>> = {
  sharedfile: 'sharedfile,diskless',
  diskless: 'diskless,sharedfile',
  file: 'file,sharedfile,diskless',
  plain: 'plain,sharedfile,diskless',
  drbd: 'drbd,plain,sharedfile,diskless',
};

/** Of `gnt-cluster init`, for a cluster whose instances have disks of this kind. */
export const storageOptions = (diskTemplate: DiskTemplate): string[] => [
  ...['--enabled-disk-templates', ENABLED[diskTemplate]],
  ...(hasVolumes(diskTemplate) ? ['--vg-name', VG] : []),
  ...(diskTemplate === 'drbd' ? ['--drbd-usermode-helper', HELPER] : []),
];

/** Of an instance: one small disk, where there are any, in MiB. Volumes are made of whole extents, 4 MiB. */
export const disksOf = (diskTemplate: DiskTemplate): { readonly size: number }[] =>
  diskTemplate === 'diskless' ? [] : [{ size: hasVolumes(diskTemplate) ? 128 : 4 }];

type StoragePlan = Pick<ClusterPlan, 'topology' | 'storage'>;

const isReal = ({ topology, storage }: StoragePlan): boolean =>
  hasVolumes(topology.diskTemplate) && storage === 'real';

/** The image of nodes with such disks: the same one where these are files. */
export async function withStorage(
  node: UsableImage,
  plan: StoragePlan,
  context: WorkContext,
): Promise<UsableImage> {
  if (!hasVolumes(plan.topology.diskTemplate)) return node;
  const name = isReal(plan) ? 'lvm' : 'storage';
  const recipe = { name, context: name, base: node.reference, network: 'none' } as const;
  return { ...node, ...(await ensureImage(recipe, context)) };
}

/** Options of docker's for the container of each node. */
export const storageRights = async (plan: StoragePlan): Promise<string[]> =>
  isReal(plan) ? nodeRights() : [];

/** On new nodes, after everything of Ganeti is there: a volume group, real, or with Ganeti made to read what is emulated. */
export async function installStorage(plan: ClusterPlan, signal?: AbortSignal): Promise<void> {
  if (!hasVolumes(plan.topology.diskTemplate)) return;
  const engine = isReal(plan) ? await engineMark(signal) : undefined;
  await inBatches(plan.nodes, 4, (node) =>
    execOn(node, engine ? diskCommand('form', node, engine) : [STORAGE, 'install'], { signal }),
  );
}

/** A command for each restored node: its volumes are below /dev, which no image keeps. */
export async function bootStorage(
  plan: StoragePlan,
  signal?: AbortSignal,
): Promise<(node: NodePlan) => string[]> {
  if (!hasVolumes(plan.topology.diskTemplate)) return () => [];
  if (!isReal(plan)) return () => [`${STORAGE} boot`];
  const engine = await engineMark(signal);
  return (node) => [diskCommand('restore', node, engine).join(' ')];
}

/** Files on the shared volume in which addresses of nodes stand. */
export const storageAddresses = ({ topology }: ClusterPlan): string[] =>
  topology.diskTemplate === 'drbd' ? [DRBD_STATE] : [];
