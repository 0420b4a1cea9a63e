import { DISK_TEMPLATES, type DiskTemplate } from '../model/environment.ts';
import { configurationShape } from './configuration.ts';
import { DEFAULTS } from './defaults.ts';
import * as z from 'zod';
import { ganetiSource } from './ganetiSource.ts';
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

/** DRBD's other end is on another node. */
export const hasSecondNode = ({
  diskTemplate,
  nodes,
}: {
  readonly diskTemplate?: DiskTemplate | undefined;
  readonly nodes: number | readonly number[];
}): boolean => diskTemplate !== 'drbd' || minOf([nodes].flat()) > 1;
export const NO_SECOND_NODE = {
  message: 'must not be drbd where a cluster has one node: each disk is on two',
  path: ['diskTemplate'],
};

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
  candidatePool,
  ...configurationShape,
  verbose,
};
