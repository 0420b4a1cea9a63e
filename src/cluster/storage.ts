import { isEmulated, type Topology } from '../model/environment.ts';
import { ensureImage } from '../platform/engine/images.ts';
import type { WorkContext } from '../platform/context.ts';
import type { UsableImage } from './nodeImage.ts';
import { execOn, inBatches, SHARED_DIR } from './nodes.ts';
import type { ClusterPlan } from './clusterPlan.ts';

/** The volume group, and the usermode helper of DRBD, of images/storage. */
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
  ...(isEmulated(diskTemplate) ? ['--vg-name', VG] : []),
  ...(diskTemplate === 'drbd' ? ['--drbd-usermode-helper', HELPER] : []),
];

/** Of an instance: one small disk, where there are any, in MiB. Volumes are made of whole extents, 4 MiB. */
export const disksOf = (diskTemplate: DiskTemplate): { readonly size: number }[] =>
  diskTemplate === 'diskless' ? [] : [{ size: isEmulated(diskTemplate) ? 128 : 4 }];

/** The image of nodes with such disks: the same one where nothing has to be emulated. */
export async function withStorage(
  node: UsableImage,
  diskTemplate: DiskTemplate,
  context: WorkContext,
): Promise<UsableImage> {
  if (!isEmulated(diskTemplate)) return node;
  const recipe = { name: 'storage', context: 'storage', base: node.reference } as const;
  return { ...node, ...(await ensureImage({ ...recipe, network: 'none' }, context)) };
}

/** On new nodes, after everything of Ganeti is there: makes it read what is emulated. */
export async function installStorage(plan: ClusterPlan, signal?: AbortSignal): Promise<void> {
  if (!isEmulated(plan.topology.diskTemplate)) return;
  await inBatches(plan.nodes, 4, (node) => execOn(node, [STORAGE, 'install'], { signal }));
}

/** A command for each restored node: its volumes are below /dev, which no image keeps. */
export const bootStorage = ({ topology }: ClusterPlan): string[] =>
  isEmulated(topology.diskTemplate) ? [`${STORAGE} boot`] : [];

/** Files on the shared volume in which addresses of nodes stand. */
export const storageAddresses = ({ topology }: ClusterPlan): string[] =>
  topology.diskTemplate === 'drbd' ? [DRBD_STATE] : [];
