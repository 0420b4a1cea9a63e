import { expect, it } from 'vitest';
import { openContainerTestbed, restoreNodes } from '../../src/cluster/containerTestbed.ts';
import { startDaemons } from '../../src/cluster/daemons.ts';
import { execOn } from '../../src/cluster/nodes.ts';
import type { Suite } from '../../src/platform/engine/baseImage.ts';
import { recordingLog } from '../support/recordingLog.ts';
import { testDisposal } from './testDisposal.ts';

const log = recordingLog();

interface Config {
  instances: Record<string, { name: string; serial_no: number; mtime: number; beparams: object }>;
  serial_no: number;
  mtime: number;
}

it.each<Suite>(['bookworm', 'trixie'])(
  'Ganeti of %s takes a configuration that has grown for its own',
  async (suite) => {
    const disposal = testDisposal(log);
    const settings = { nodes: 3, instances: 6, configInstances: 200, configNodes: 17 };
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
    // By turns on twenty nodes, of which three are not offline.
    expect(states.filter((state) => state === 'ADMIN_down')).toHaveLength(30);
    expect(states.filter((state) => state === 'ERROR_nodeoffline')).toHaveLength(170);
    expect(states.filter((state) => state === 'running')).toHaveLength(6);

    const known = await onMaster('gnt-node', 'list', '--no-headers', '-o', 'name,offline');
    const offline = known.filter((line) => line.endsWith(' Y')).map((line) => line.split(' ')[0]);
    expect([known.length, offline]).toEqual([20, testbed.plan.configNodes.map(({ name }) => name)]);

    const said = await onMaster('gnt-cluster', 'verify');
    const complaints = said.filter((line) =>
      /ERROR|WARNING|inconsistent|not consistent/i.test(line),
    );
    const notices = said.filter((line) => /NOTICE|offline/i.test(line));
    expect(notices.map((line) => line.replace(/^.*- /, ''))).toEqual([
      'NOTICE: 17 offline node(s) found.',
    ]);
    // Of a kernel without that file; see docs/numbers.md.
    expect(complaints.filter((line) => !line.includes('/proc/sysrq-trigger'))).toEqual([]);

    const listsOf = (): Promise<string[]> =>
      onMaster('sh', '-c', 'cd /var/lib/ganeti && grep -H "" ssconf_*');
    const lists = await listsOf();
    const before = JSON.parse(await configOf()) as Config;
    await onMaster('gnt-instance', 'modify', '-B', 'maxmem=68', 'c9');
    const [text, ...copies] = await Promise.all(nodes.map(configOf));
    expect(copies).toEqual([text, text]);
    const after = JSON.parse(text ?? '') as Config;
    const [uuid] = Object.entries(before.instances).find(([, { name }]) => name === 'c9') ?? [''];
    expect(after.instances[uuid]?.beparams).toMatchObject({ maxmem: 68 });
    // Which it wrote anew, too.
    expect(await listsOf()).toEqual(lists);
    // Whom a daemon or a job calls in vain stands in its log: no node that is offline is called.
    const calls = 'grep -rhE "Failed to connect|Connection failed|CurlLayerError" /var/log/ganeti';
    const vain = await onMaster('sh', '-c', `${calls} | grep -F 198.18.`);
    expect(vain).toEqual(['']);
    // All else stands as it was written: in what was read back, nothing was mended or dropped.
    const { serial_no, mtime } = before;
    const c9 = before.instances[uuid]!;
    expect({ ...after, serial_no, mtime, instances: { ...after.instances, [uuid]: c9 } }).toEqual(
      before,
    );
  },
);
