import { DISK_TEMPLATES } from '../model/environment.ts';
import { configurationShape } from './configuration.ts';
import { DEFAULTS } from './defaults.ts';
import * as z from 'zod';
import { ganetiSource } from './ganetiSource.ts';
import { checkStorage, storage, type StorageSettings } from './storage.ts';
import { flag, path, wholeNumber } from './values.ts';
import { minOf } from '../model/numbers.ts';

export const verbose = flag.default(false);
export const json = flag.default(false);

/** What the instances' disks are made of; undefined: files. */
export const diskTemplate = z
  .enum(DISK_TEMPLATES, {
    error: ({ input }) => `must be one of ${DISK_TEMPLATES.join(', ')}, got '${String(input)}'`,
  })
  .optional();

/** How many nodes may be master candidates; undefined: as many as Ganeti's own default says. */
export const candidatePool = wholeNumber(1, 100).optional();

/** How many node groups the nodes are dealt to; undefined: one. */
export const nodeGroups = wholeNumber(1, 100).optional();

interface NodesSettings extends StorageSettings {
  readonly nodes: number | readonly number[];
  readonly nodeGroups?: number | undefined;
}

/**
 * Each group has a node, and with DRBD two: the other end of a disk is on another node of the group. See also
 * {@link checkStorage}.
 */
export function checkNodes(
  { nodes, nodeGroups: groups = 1, ...disks }: NodesSettings,
  context: z.RefinementCtx,
): void {
  const least = minOf([nodes].flat());
  const refuse = (path: string, message: string): void => {
    context.addIssue({ code: 'custom', path: [path], message });
  };
  if (least < groups) {
    refuse(
      'nodeGroups',
      `must be at most the nodes, as each group has one, got ${groups} for ${least}`,
    );
  } else if (disks.diskTemplate === 'drbd' && least < 2 * groups) {
    const what = groups === 1 ? 'a cluster' : 'a node group';
    refuse('diskTemplate', `must not be drbd where ${what} has one node: each disk is on two`);
  }
  checkStorage(disks, context);
}

/** What each command takes that brings a cluster up. */
export const clusterShape = {
  ganeti: ganetiSource.prefault(DEFAULTS.ganeti),
  /** Where compiled Haskell programs are kept, besides on this machine. */
  buildCache: path.optional(),
  /** A folder whose content is copied over `/` of every node. */
  overlay: path.optional(),
  nodes: wholeNumber(1, 100).prefault(DEFAULTS.nodes),
  instances: wholeNumber(0, 1000).prefault(DEFAULTS.instances),
  diskTemplate,
  storage,
  candidatePool,
  nodeGroups,
  ...configurationShape,
  verbose,
};
