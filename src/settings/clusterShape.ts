import { DISK_TEMPLATES, STORAGES, type DiskTemplate, type Storage } from '../model/environment.ts';
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

/** What volumes are; undefined: emulated. */
export const storage = z
  .enum(STORAGES, {
    error: ({ input }) => `must be one of ${STORAGES.join(', ')}, got '${String(input)}'`,
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

interface DiskSettings {
  readonly diskTemplate?: DiskTemplate | undefined;
  readonly storage?: Storage | undefined;
}

/** Only LVM is there for each node of a machine: see {@link NOT_REAL}. */
export const canBeReal = ({ diskTemplate, storage }: DiskSettings): boolean =>
  storage !== 'real' || diskTemplate === 'plain';
export const NOT_REAL = {
  error: ({ input }: { readonly input?: unknown }) =>
    (input as DiskSettings).diskTemplate === 'drbd'
      ? "cannot be real with --disk-template drbd: all nodes share this machine's kernel, which has one list of DRBD's minors, and a " +
        'disk has the same names on both of its nodes; leave this out, DRBD is emulated then, or take --disk-template plain'
      : 'is about volumes: it can be real with --disk-template plain only',
  path: ['storage'],
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
  storage,
  candidatePool,
  ...configurationShape,
  verbose,
};
