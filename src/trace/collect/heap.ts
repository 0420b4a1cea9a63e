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
  const sizes = await Promise.all(
    files.map(async ({ path }) => {
      const { stdout } = await execOn(master, ['stat', '--format', '%s', path], {
        reject: false,
      });
      return Number(stdout) || 0;
    }),
  );
  return {
    async read() {
      const readings = new Map<string, Reading>();
      const written = await Promise.all(
        files.map(({ path }, i) => {
          const from = String((sizes[i] ?? 0) + 1);
          return execOn(master, ['tail', '-c', `+${from}`, path], { reject: false });
        }),
      );
      for (const [i, { daemon }] of files.entries()) {
        const { allocated, maxLive } = readCollections(written[i]?.stdout ?? '');
        readings.set(`heap/${daemon}/allocated`, { unit: 'bytes', value: allocated });
        if (maxLive !== undefined) {
          readings.set(`heap/${daemon}/max-live`, { unit: 'bytes', value: maxLive });
        }
      }
      return readings;
    },
  };
}
