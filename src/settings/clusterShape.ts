import { configurationShape } from './configuration.ts';
import { DEFAULTS } from './defaults.ts';
import { ganetiSource } from './ganetiSource.ts';
import { flag, path, wholeNumber } from './values.ts';

export const verbose = flag.default(false);
export const json = flag.default(false);

/** What each command takes that brings a cluster up. */
export const clusterShape = {
  ganeti: ganetiSource.prefault(DEFAULTS.ganeti),
  /** Where compiled Haskell programs are kept, besides on this machine. */
  buildCache: path.optional(),
  /** A folder whose content is copied over `/` of every node. */
  overlay: path.optional(),
  nodes: wholeNumber(1, 100).prefault(DEFAULTS.nodes),
  instances: wholeNumber(0, 1000).prefault(DEFAULTS.instances),
  ...configurationShape,
  verbose,
};
