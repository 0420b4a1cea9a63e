import { randomBytes } from 'node:crypto';
import { execOn } from '../../cluster/nodes.ts';
import type { NodePlan } from '../../cluster/clusterPlan.ts';
import type { Reading, Readings } from '../../model/assemble.ts';
import { readCollections } from '../events/haskellLog.ts';

/** The daemons whose runtime logs its collections (see images/node), and the logs it goes to. */
const DAEMONS = { luxid: 'luxi-daemon.log', wconfd: 'wconf-daemon.log' } as const;

export interface HeapReadings {
  /** `heap/<daemon>/allocated` and `.../max-live` since the readings began. */
  read(): Promise<Readings>;
}

/**
 * Begins to read what the Haskell daemons on the master say of their heaps, from here on. It reads by
 * commands inside the node, before and after the marks: a link in place of a log leads no further.
 */
export async function heapReadings(master: NodePlan): Promise<HeapReadings> {
  const files = Object.entries(DAEMONS).map(([daemon, file]) => ({
    daemon,
    path: `/var/log/ganeti/${file}`,
  }));
  const sizes = await sizesOf(
    master,
    files.map(({ path }) => path),
  );
  return {
    async read() {
      const readings = new Map<string, Reading>();
      const written = await tailsOf(
        master,
        files.map(({ path }, i) => ({ path, from: sizes[i] ?? 0 })),
      );
      for (const [i, { daemon }] of files.entries()) {
        const { allocated, maxLive } = readCollections(written[i] ?? '');
        readings.set(`heap/${daemon}/allocated`, { unit: 'bytes', value: allocated });
        if (maxLive !== undefined) {
          readings.set(`heap/${daemon}/max-live`, { unit: 'bytes', value: maxLive });
        }
      }
      return readings;
    },
  };
}

/** In bytes; 0 of a file that is not there. */
async function sizesOf(master: NodePlan, paths: readonly string[]): Promise<number[]> {
  const script = 'for f; do stat --format %s "$f" 2>/dev/null || echo 0; done';
  const { stdout } = await execOn(master, ['sh', '-c', script, 'sh', ...paths]);
  return stdout.split('\n').map(Number);
}

/** What was written to each file behind its first `from` bytes. */
async function tailsOf(
  master: NodePlan,
  files: readonly { readonly path: string; readonly from: number }[],
): Promise<string[]> {
  const fence = `--- ${randomBytes(8).toString('hex')}\n`;
  const script =
    'f=$1; shift; while [ $# -gt 0 ]; do tail -c "+$2" "$1" 2>/dev/null; printf %s "$f"; shift 2; done';
  const of = files.flatMap(({ path, from }) => [path, String(from + 1)]);
  const { stdout } = await execOn(master, ['sh', '-c', script, 'sh', fence, ...of]);
  return stdout.split(fence);
}
