import { readFile } from 'node:fs/promises';
import { environmentError } from '../platform/errors.ts';

/**
 * MiB. Of a node: its daemons at rest, and what they fork for a request; measured with eighty. Of the rest: the master's own
 * daemons and jobs, and the tracer.
 */
const OF_A_NODE = 45;
const OF_THE_REST = 700;
/** Fewer nodes than these are tried anyway: they fit wherever anything does. */
const MANY = 12;

/**
 * Where there are many nodes, before anything is started: that they have room.
 *
 * @throws PerfError (exit 3) when they have not
 */
export async function requireMemory(nodes: number): Promise<void> {
  if (nodes < MANY) return;
  const text = await readFile('/proc/meminfo', 'utf8');
  refuseTooLittle(nodes, Number(/^MemAvailable:\s*(\d+) kB$/m.exec(text)?.[1] ?? Infinity) / 1024);
}

/** @param available MiB */
export function refuseTooLittle(nodes: number, available: number): void {
  const needed = OF_THE_REST + nodes * OF_A_NODE;
  if (available >= needed) return;
  const fitting = Math.max(3, Math.floor((available - OF_THE_REST) / OF_A_NODE));
  throw environmentError(
    `${nodes} nodes take about ${gib(needed)} GiB of memory, and ${gib(available)} GiB are available: ` +
      `end what else runs, take a larger machine, or at most --nodes ${fitting}`,
  );
}

const gib = (mib: number): string => (mib / 1024).toFixed(1);
