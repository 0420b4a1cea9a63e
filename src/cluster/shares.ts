/** What a container of a cluster is. */
type Role = 'node' | 'master' | 'tracer';

/** Docker's own. */
const USUAL = 1024;

/** How many times as much as a node each gets, by a quarter of their number. */
const TIMES: Readonly<Record<Role, (quarter: number) => number>> = {
  node: () => 1,
  // It has a machine of its own, which does more than any other. Of two processors for eighty nodes it would get a fortieth of one, and
  // Ganeti gives up a connection that it could not make within five seconds (`RPC_CONNECT_TIMEOUT`).
  master: (quarter) => quarter,
  // None is to keep it from reading what the kernel has for it. It takes its share from nodes that are all busy: more than it needs would
  // make them slower for nothing.
  tracer: (quarter) => Math.min(8, quarter),
};

/**
 * The option of `docker run` that says how much of the processors a container gets where all are busy; nothing of it matters while one is
 * free. Told of each container or of none: with cgroup v2, runc before 1.3.2 gives one that is told {@link USUAL} a weight of 39, and one that is
 * told nothing 100.
 *
 * @param nodes of the cluster; of up to four, all get as much
 */
export function cpuShares(role: Role, nodes: number): string[] {
  const quarter = Math.ceil(nodes / 4);
  return quarter <= 1 ? [] : ['--cpu-shares', String(USUAL * TIMES[role](quarter))];
}
