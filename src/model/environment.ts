import * as z from 'zod';

/**
 * Where a measurement was taken: what may move a number although Ganeti did not change.
 * A flat record, so that two of them can be told apart line by line; e.g. `kernel`, `cpus`,
 * `memoryMiB`, `engine`, `tracer`, `image`, `python`, `haskell`.
 */
export const EnvironmentSchema = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9.]{0,39}$/),
  z.union([z.string().max(300), z.number()]),
);
export type Environment = z.infer<typeof EnvironmentSchema>;

/** The Ganeti that was measured. `source` is the --ganeti value; `revision` a commit, or the package version. */
export const GanetiSchema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+[A-Za-z0-9.~+-]{0,40}$/),
  source: z.string().max(300),
  revision: z.string().max(100),
});
export type Ganeti = z.infer<typeof GanetiSchema>;

/** The size and shape of the cluster that was driven. */
export const TopologySchema = z.strictObject({
  nodes: z.int().min(1).max(1000),
  instances: z.int().min(0).max(100_000),
  diskTemplate: z.enum(['sharedfile', 'diskless', 'file', 'plain', 'drbd']),
});
export type Topology = z.infer<typeof TopologySchema>;

/** `3.0` for `3.0.2`: the part of the version that baselines are kept by. */
export function seriesOf(version: string): string {
  const match = /^(\d+\.\d+)\./.exec(version);
  if (!match?.[1]) throw new RangeError(`'${version}' is not a Ganeti version`);
  return match[1];
}

/** The folder name of a topology, e.g. `3-nodes-6-instances-sharedfile`. */
export function topologyName(topology: Topology): string {
  return `${topology.nodes}-nodes-${topology.instances}-instances-${topology.diskTemplate}`;
}
