import { chunks } from '../model/chunks.ts';
import type { Topology } from '../model/environment.ts';
import type { ClusterPlan, InstancePlan } from './clusterPlan.ts';
import { disksOf } from './storage.ts';

/** MiB that an instance may have. */
export const USUAL_MEMORY = 64;
/** The least that it must have, in MiB: sizes are multiples of it (`ParseUnit` of lib/utils/text.py). */
export const LEAST_MEMORY = 4;
/**
 * MiB of all instances together. A mass migration takes them to one node, where the fake hypervisor counts them as used of what the
 * machine has free: any machine that is large enough for the nodes has this.
 */
const ALL_MEMORY = 2048;

/** MiB of each instance: less than usual where so many would not find room on one node. */
export function memoryOf({ instances }: Pick<Topology, 'instances'>): number {
  const share = Math.floor(ALL_MEMORY / Math.max(1, instances) / LEAST_MEMORY) * LEAST_MEMORY;
  return Math.max(LEAST_MEMORY, Math.min(USUAL_MEMORY, share));
}

/** As many, at least, have a job each. */
const FEW = 24;
const OF_A_JOB = 5;

/**
 * The opcodes that create a cluster's instances, by job: a job each, or where there are many, five in a job, as each job is a process
 * of its own that reads the configuration first. They are what `gnt-instance add` would send.
 */
export function creation(plan: ClusterPlan): object[][] {
  const { instances, topology } = plan;
  const opcodes = instances.map((instance) => opcode(instance, topology));
  return chunks(opcodes, opcodes.length <= FEW ? 1 : OF_A_JOB);
}

/** A small instance without an operating system. */
const opcode = ({ name, primary, secondary }: InstancePlan, topology: Topology): object => ({
  OP_ID: 'OP_INSTANCE_CREATE',
  reason: [],
  mode: 'create',
  instance_name: name,
  pnode: primary,
  ...(secondary !== undefined && { snode: secondary }),
  disk_template: topology.diskTemplate,
  disks: disksOf(topology.diskTemplate),
  nics: [],
  beparams: { minmem: LEAST_MEMORY, maxmem: memoryOf(topology) },
  os_type: 'noop+default',
  name_check: false,
  ip_check: false,
});
