import { readFile } from 'node:fs/promises';
import type { Topology } from '../model/environment.ts';
import { environmentError } from '../platform/errors.ts';
import { plural } from '../text/format.ts';
import { memoryOf } from './instances.ts';

/**
 * MiB. Of a node: its daemons at rest, and what they fork for a request; measured with eighty. Of the rest: the master's own
 * daemons and jobs, and the tracer. What instances have is taken by nobody, but must be free on the machine: the fake hypervisor
 * of each node offers no more than that.
 */
const OF_A_NODE = 45;
const OF_THE_REST = 700;
type ClusterSize = Pick<Topology, 'nodes' | 'instances'>;

/** Fewer nodes than these are tried anyway: they fit wherever anything does. */
const MANY = 12;

/**
 * Where there are many nodes, before anything is started: that they have room.
 *
 * @throws PerfError (exit 3) when they have not
 */
export async function requireMemory(size: ClusterSize): Promise<void> {
  if (size.nodes < MANY) return;
  const text = await readFile('/proc/meminfo', 'utf8');
  refuseTooLittle(size, Number(/^MemAvailable:\s*(\d+) kB$/m.exec(text)?.[1] ?? Infinity) / 1024);
}

/** @param available MiB */
export function refuseTooLittle(size: ClusterSize, available: number): void {
  const { nodes, instances } = size;
  const rest = OF_THE_REST + instances * memoryOf(size);
  const needed = rest + nodes * OF_A_NODE;
  if (available >= needed) return;
  const fitting = Math.max(3, Math.floor((available - rest) / OF_A_NODE));
  throw environmentError(
    `${nodes} nodes with ${plural(instances, 'instance')} take about ${gib(needed)} GiB of memory, and ${gib(available)} GiB are available: ` +
      `end what else runs, take a larger machine, or at most --nodes ${fitting}`,
  );
}

const gib = (mib: number): string => (mib / 1024).toFixed(1);
