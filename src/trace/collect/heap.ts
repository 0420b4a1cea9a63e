import { randomBytes } from 'node:crypto';
import { splitLogs } from '../../cluster/logs.ts';
import { execOn, inBatches } from '../../cluster/nodes.ts';
import type { ClusterPlan } from '../../cluster/clusterPlan.ts';
import type { HeapLog } from '../events/heapEvents.ts';
import { readCollections } from '../events/haskellLog.ts';

/** The daemons whose runtime writes down its collections (see images/node), by the log that it goes to. */
const DAEMONS: ReadonlyMap<string, string> = new Map([
  ['luxi-daemon.log', 'luxid'],
  ['wconf-daemon.log', 'wconfd'],
  ['conf-daemon.log', 'confd'],
  ['kvm-daemon.log', 'kvmd'],
  ['meta-daemon.log', 'metad'],
]);

/**
 * Reads what the Haskell daemons wrote down of their heaps since they started, each node's by a command inside
 * it: a link in place of a log leads no further.
 */
export async function readHeapLogs(
  { nodes }: ClusterPlan,
  signal?: AbortSignal,
): Promise<HeapLog[]> {
  const fence = `--- ${randomBytes(8).toString('hex')} `;
  const script =
    'f=$1; shift; cd /var/log/ganeti && for l; do printf \'%s%s\\n\' "$f" "$l"; ' +
    'grep -a \'(Gen: *[0-9]*) *$\' "$l" 2>/dev/null; done; true';
  const logs: HeapLog[][] = nodes.map(() => []);
  await inBatches([...nodes.entries()], 8, async ([index, node]) => {
    const command = ['sh', '-c', script, 'sh', fence, ...DAEMONS.keys()];
    const { stdout } = await execOn(node, command, { signal, maxBuffer: 256 * 1024 * 1024 });
    logs[index] = [...splitLogs(stdout, fence)].flatMap(([file, lines]) => {
      const daemon = DAEMONS.get(file);
      const collections = readCollections(lines);
      return daemon === undefined || collections.length === 0
        ? []
        : [{ node: index + 1, daemon, collections }];
    });
  });
  return logs.flat();
}
