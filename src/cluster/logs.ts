import { randomBytes } from 'node:crypto';
import { execOn, inBatches } from './nodes.ts';
import type { ClusterPlan } from './clusterPlan.ts';

/** Node name -> file name -> content. */
export type NodeLogs = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Ganeti's logs that are kept; a fixed list, as names on a node are untrusted. */
const FILES = [
  'node-daemon.log',
  'jobs.log',
  'commands.log',
  'luxi-daemon.log',
  'wconf-daemon.log',
  'conf-daemon.log',
  'rapi-daemon.log',
  'monitoring-daemon.log',
  'kvm-daemon.log',
  'meta-daemon.log',
];
/** Bytes kept of one file. */
const LIMIT = 16 * 1024 * 1024;

/**
 * Reads the nodes' logs, each by a command inside the node: a link there then leads no further
 * than the node's own files.
 */
export async function readLogs(plan: ClusterPlan, signal?: AbortSignal): Promise<NodeLogs> {
  const fence = `--- ${randomBytes(8).toString('hex')} `;
  const script =
    'f=$1; shift; cd /var/log/ganeti && for l; do ' +
    `[ -f "$l" ] && { printf '%s%s\\n' "$f" "$l"; head -c ${LIMIT} "$l"; echo; }; done; true`;
  const logs = new Map<string, ReadonlyMap<string, string>>();
  await inBatches(plan.nodes, 8, async (node) => {
    const command = ['sh', '-c', script, 'sh', fence, ...FILES];
    const { stdout } = await execOn(node, command, { signal, maxBuffer: 256 * 1024 * 1024 });
    logs.set(node.name, splitLogs(stdout, fence));
  });
  return logs;
}

/** What the script printed -> file name -> content. */
export function splitLogs(text: string, fence: string): Map<string, string> {
  const parts = text.split(fence).slice(1);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end + 1).replace(/\n$/, '')] as const;
    }),
  );
}
