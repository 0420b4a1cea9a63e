import { afterEach, expect, it } from 'vitest';
import { openContainerTestbed, restoreNodes } from '../../src/cluster/containerTestbed.ts';
import { startDaemons } from '../../src/cluster/daemons.ts';
import { execOn } from '../../src/cluster/nodes.ts';
import type { Suite } from '../../src/platform/engine/baseImage.ts';
import { createDisposal } from '../../src/platform/process/disposal.ts';
import { recordingLog } from '../support/recordingLog.ts';

const log = recordingLog();
const disposal = createDisposal(log);
afterEach(() => disposal.dispose());

interface Config {
  instances: Record<string, { name: string; serial_no: number; mtime: number; beparams: object }>;
  serial_no: number;
  mtime: number;
}

it.each<Suite>(['bookworm', 'trixie'])(
  'Ganeti of %s takes a configuration that has grown for its own',
  async (suite) => {
    const settings = { nodes: 3, instances: 6, configInstances: 200 };
    const ganeti = { kind: 'debian', suite } as const;
    const testbed = await openContainerTestbed({ ganeti, ...settings }, { log, disposal });
    const { master, nodes } = testbed.plan;
    await restoreNodes(testbed);
    const onMaster = async (...command: string[]): Promise<string[]> =>
      (await execOn(master, command, { reject: false })).stdout.split('\n');
    const configOf = async (node = master): Promise<string> =>
      (await execOn(node, ['cat', '/var/lib/ganeti/config.data'])).stdout;
    await startDaemons(testbed.plan);

    const list = await onMaster('gnt-instance', 'list', '--no-headers', '-o', 'name,status');
    const states = list.map((line) => line.split(/\s+/)[1]);
    expect(list).toHaveLength(206);
    expect(states.filter((state) => state === 'ADMIN_down')).toHaveLength(200);
    expect(states.filter((state) => state === 'running')).toHaveLength(6);

    const complaints = (await onMaster('gnt-cluster', 'verify')).filter((line) =>
      /ERROR|WARNING|inconsistent|not consistent/i.test(line),
    );
    // Of a kernel without that file; see docs/numbers.md.
    expect(complaints.filter((line) => !line.includes('/proc/sysrq-trigger'))).toEqual([]);

    const before = JSON.parse(await configOf()) as Config;
    await onMaster('gnt-instance', 'modify', '-B', 'maxmem=68', 'c9');
    const [text, ...copies] = await Promise.all(nodes.map(configOf));
    expect(copies).toEqual([text, text]);
    const after = JSON.parse(text ?? '') as Config;
    const [uuid] = Object.entries(before.instances).find(([, { name }]) => name === 'c9') ?? [''];
    expect(after.instances[uuid]?.beparams).toMatchObject({ maxmem: 68 });
    // All else stands as it was written: in what was read back, nothing was mended or dropped.
    const { serial_no, mtime } = before;
    const c9 = before.instances[uuid]!;
    expect({ ...after, serial_no, mtime, instances: { ...after.instances, [uuid]: c9 } }).toEqual(
      before,
    );
  },
);
