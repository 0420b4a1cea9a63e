import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PerfError } from '../../platform/errors.ts';
import { configInstanceName, configNodeName } from '../clusterPlan.ts';
import { configNodes } from './configNodes.ts';
import { configText } from './configText.ts';
import { diskFilesOf } from './diskFiles.ts';
import { growConfiguration } from './grow.ts';
import { parseConfiguration } from './schema.ts';
import { instanceListOf } from './ssconf.ts';

interface Instance {
  name: string;
  uuid: string;
  primary_node: string;
  disks: unknown[];
  nics: { mac: string; ip: string | null; uuid: string; network?: string }[];
  network_port?: number;
}
interface Disk {
  uuid: string;
  logical_id: string[];
  nodes: string[];
}
interface Node {
  name: string;
  uuid: string;
  primary_ip: string;
  offline: boolean;
  master_candidate: boolean;
  serial_no: number;
}
interface Config {
  cluster: { serial_no: number; ndparams: { ssh_port: number } };
  nodes: Record<string, Node>;
  instances: Record<string, Instance>;
  disks?: Record<string, Disk>;
  serial_no: number;
}

/** Written by Ganeti: six instances that run, and `c1`, which is stopped and has a disk and a NIC. */
const CAPTURED = ['bookworm', 'trixie'].map((suite) => {
  const path = `../../../test/fixtures/configurations/${suite}-config.data`;
  return [suite, readFileSync(new URL(path, import.meta.url), 'utf8')] as const;
});
const [, TEXT] = CAPTURED[0]!;
const NAMES = [2, 3, 4, 5].map(configInstanceName);

const copiesOf = (instances: string[]) => ({ template: 'c1', instances });
const parsed = (text: string) => JSON.parse(text) as Config;
const grown = (text = TEXT, names = NAMES) =>
  parsed(growConfiguration(text, copiesOf(names)).config);
const named = ({ instances }: Config, name: string) =>
  Object.values(instances).find((one) => one.name === name)!;
/** The captured one, changed. */
const changed = (change: (c1: Instance, config: Config) => void): string => {
  const config = parsed(TEXT);
  change(named(config, 'c1'), config);
  return JSON.stringify(config);
};

describe.each(CAPTURED)('a configuration of %s', (_, text) => {
  it('is written with the bytes that Ganeti wrote', () => {
    expect(configText(JSON.parse(text))).toBe(text);
    expect(growConfiguration(text, copiesOf([])).config).toBe(text);
  });

  it('grows by copies that share nothing which identifies the template', () => {
    const after = grown(text);
    expect(Object.keys(after.instances)).toHaveLength(11);
    const ours = Object.values(after.instances).filter(({ name }) => name.startsWith('c'));
    const disks = ours.map((one) => after.disks![one.disks[0] as string]!);
    const identities = [
      ours.flatMap((one) => [one.name, one.uuid, one.disks[0]]),
      ours.flatMap(({ nics }) => nics.flatMap(({ mac, ip, uuid }) => [mac, ip, uuid])),
      disks.flatMap(({ uuid, logical_id: [, path] }) => [uuid, path]),
    ].flat();
    // A disk's UUID stands with the instance too.
    expect(new Set(identities).size).toBe(5 * 7);
    for (const of of [after.instances, after.disks!]) {
      for (const [key, { uuid }] of Object.entries(of)) expect(uuid).toBe(key);
      expect(Object.keys(of)).toEqual(Object.keys(of).sort());
    }
    for (const [k, { name }] of ours.entries()) {
      expect(disks[k]!.logical_id[1]).toMatch(new RegExp(`/${name}/[0-9a-f-]{36}\\.sharedfile`));
    }
  });

  it('keeps all that was there', () => {
    const before = parsed(text);
    const after = grown(text);
    expect(after).toMatchObject({ ...before, serial_no: before.serial_no + 4 + 4 });
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });
});

describe('a copy', () => {
  it('is as the template but for what identifies it', () => {
    const { uuid, name, primary_node, disks, nics, ...rest } = named(grown(), 'c3');
    const template = named(parsed(TEXT), 'c1');
    expect(template).toMatchObject(rest);
    expect(Object.keys(template)).toEqual(Object.keys(named(grown(), 'c3')));
    expect([name, disks.length]).toEqual(['c3', 1]);
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(primary_node).not.toBe(template.primary_node);
    expect(nics).toEqual([
      { ...template.nics[0], mac: expect.any(String), ip: '10.128.0.3', uuid: expect.any(String) },
    ]);
  });

  it('lives on the node after that of the copy before', () => {
    const config = grown();
    const nodes = ['c1', ...NAMES].map(
      (name) => config.nodes[named(config, name).primary_node]!.name,
    );
    expect(nodes.map((name) => name.slice(0, 5))).toEqual([
      'node1',
      'node2',
      'node3',
      'node1',
      'node2',
    ]);
  });

  it('lives on no node that takes no instances', () => {
    const text = changed((_, { nodes }) => {
      for (const node of Object.values(nodes)) node.offline = node.name.startsWith('node2');
    });
    const config = grown(text);
    const nodes = NAMES.map((name) => config.nodes[named(config, name).primary_node]!.name);
    expect(nodes.map((name) => name.slice(0, 5))).toEqual(['node3', 'node1', 'node3', 'node1']);
  });

  it('is the same every time', () => {
    expect(growConfiguration(TEXT, copiesOf(NAMES))).toEqual(
      growConfiguration(TEXT, copiesOf(NAMES)),
    );
    const more = grown(TEXT, [...NAMES, 'c6']);
    expect(named(more, 'c4')).toEqual(named(grown(), 'c4'));
  });

  it('has the disks in itself where the instances of that Ganeti have', () => {
    const text = changed((_, config) => {
      for (const one of Object.values(config.instances)) {
        one.disks = one.disks.map((uuid) => config.disks![uuid as string]);
      }
      delete config.disks;
    });
    const config = grown(text);
    expect(config.disks).toBeUndefined();
    const [disk] = named(config, 'c4').disks as Disk[];
    const [template] = named(parsed(text), 'c1').disks as Disk[];
    expect(disk!.uuid).not.toBe(template!.uuid);
    expect(disk!.logical_id[1]).toContain('/c4/');
  });
});

describe.each(CAPTURED)('nodes only in the configuration, of %s', (_, text) => {
  const nodes = configNodes(3, configNodeName);
  const { config, ssconf, masterCandidates } = growConfiguration(text, {
    ...copiesOf([...NAMES, 'c6', 'c7']),
    nodes,
  });
  const [before, after] = [parsed(text), parsed(config)];
  const added = Object.values(after.nodes).filter(({ name }) => name.startsWith('offline'));

  it('are offline, and else as the last of those that are there', () => {
    const last = Object.values(before.nodes).find(({ name }) => name.startsWith('node3'));
    const addresses = Object.fromEntries(nodes.map(({ name, address }) => [name, address]));
    expect(addresses['offline3.perf.test']).toBe('198.18.0.3');
    for (const node of added) {
      const ip = addresses[node.name];
      expect(node).toEqual({
        ...last,
        ...{ name: node.name, uuid: node.uuid, primary_ip: ip, secondary_ip: ip },
        ...{ offline: true, master_candidate: false, serial_no: 2 },
      });
      expect(after.nodes[node.uuid]).toBe(node);
    }
    expect(new Set(Object.keys(after.nodes)).size).toBe(6);
    expect(Object.keys(after.nodes)).toEqual(Object.keys(after.nodes).sort());
    expect(masterCandidates).toHaveLength(3);
  });

  it('change nothing else but the serial numbers, each by two', () => {
    const { serial_no } = before.cluster;
    expect(after).toMatchObject({
      ...before,
      cluster: { ...before.cluster, serial_no: serial_no + 6 },
      serial_no: before.serial_no + 6 + 6 + 6,
    });
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const alone = parsed(growConfiguration(text, { nodes }).config);
    expect(alone).toEqual({
      ...after,
      ...{ instances: before.instances, disks: before.disks },
      serial_no: before.serial_no + 6,
    });
  });

  it('have instances as the others have', () => {
    const places = [...NAMES, 'c6', 'c7'].map(
      (name) => after.nodes[named(after, name).primary_node]!.name.split('.')[0],
    );
    expect(places.toSorted()).toEqual([
      'node1',
      'node2',
      'node3',
      'offline1',
      'offline2',
      'offline3',
    ]);
  });

  it('stand in the lists of nodes', () => {
    const lines = (file: string) => ssconf.get(`ssconf_${file}`)?.split('\n');
    const names = [1, 2, 3].map((k) => `node${k}.perf.test`);
    const offline = [1, 2, 3].map(configNodeName);
    expect(lines('node_list')).toEqual([...names, ...offline, '']);
    expect(lines('offline_nodes')).toEqual([...offline, '']);
    expect(lines('node_vm_capable')).toEqual(
      [...names, ...offline].map((n) => `${n}=True`).concat(''),
    );
    expect(lines('ssh_ports')).toEqual([...names, ...offline].map((n) => `${n}=22`).concat(''));
    expect(lines('node_primary_ips')?.at(-2)).toBe('offline3.perf.test 198.18.0.3');
    expect(lines('node_secondary_ips')).toEqual(lines('node_primary_ips'));
  });
});

describe('growing', () => {
  it('names the nodes that keep the configuration, and all instances in their order', () => {
    const { masterCandidates, ssconf } = growConfiguration(TEXT, copiesOf([...NAMES, 'c10']));
    expect(masterCandidates.toSorted()).toEqual([1, 2, 3].map((k) => `node${k}.perf.test`));
    const inst = [1, 2, 3, 4, 5, 6].map((k) => `inst${k}`);
    expect([...ssconf.keys()]).toEqual(['ssconf_instance_list']);
    expect(ssconf.get('ssconf_instance_list')?.split('\n')).toEqual([
      'c1',
      ...NAMES,
      'c10',
      ...inst,
      '',
    ]);
    const text = changed((_, { nodes }) => {
      for (const node of Object.values(nodes))
        node.master_candidate = node.name.startsWith('node1');
    });
    expect(growConfiguration(text, copiesOf([])).masterCandidates).toEqual(['node1.perf.test']);
  });

  it('makes as many as Ganeti can list, and no more', () => {
    const names = (count: number, of: string) =>
      Array.from({ length: count }, (_, k) => `${of}${k + 1}`);
    expect(instanceListOf([...names(20_000, 'c'), ...names(200, 'inst')]).length).toBeLessThan(
      131_072,
    );
    const tooMany = () => instanceListOf([...names(20_000, 'c'), ...names(1000, 'inst')]);
    expect(tooMany).toThrow(PerfError);
    expect(tooMany).toThrow('take less of --config-instances or --instances');
  });

  it.each<[string, string, (c1: Instance, config: Config) => void]>([
    ['is not there', "no instance 'c1'", (c1) => (c1.name = 'other')],
    ['has an address of a network', 'in a network', ({ nics }) => (nics[0]!.network = 'n')],
    ['has a port', 'the port 11000', (c1) => (c1.network_port = 11_000)],
    ['has a disk that is not there', 'is not there', (_, config) => (config.disks = {})],
    [
      'has its disk on two nodes',
      'second node',
      ({ disks }, config) => (config.disks![disks[0] as string]!.nodes = Object.keys(config.nodes)),
    ],
  ])('refuses a template that %s', (_, why, change) => {
    expect(() => growConfiguration(changed(change), copiesOf(NAMES))).toThrow(why);
  });
});

it.each<[string, string, string]>([
  ['is empty', '', 'it is not whole JSON (0 characters'],
  ['is cut short', TEXT.slice(0, -20), 'it is not whole JSON'],
  ['is no object', '[]', 'expected object'],
  [
    'has no cluster',
    changed((_, config) => Reflect.deleteProperty(config, 'cluster')),
    'at cluster',
  ],
  ['has a name that is a number', TEXT.replace('"name":"c1"', '"name":1'), 'saw 1'],
  ['is nested without end', TEXT.replace('{', `{"x":${'['.repeat(1e5)}${']'.repeat(1e5)},`), ''],
  ['drives a terminal', '\u001B[31m', 'it is not whole JSON'],
])('a config.data that %s is refused with a sentence', (_, text, why) => {
  let error: unknown;
  try {
    growConfiguration(text, copiesOf(NAMES));
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(PerfError);
  const { exitCode, message } = error as PerfError;
  expect([exitCode, message]).toEqual([
    4,
    expect.stringMatching(/^the config\.data that this Ganeti wrote cannot (?:be read|grow): /),
  ]);
  expect(message).toContain(why);
  expect(message).not.toMatch(/\p{Cc}/u);
  expect(message.length).toBeLessThan(400);
});

describe.each(CAPTURED)('nodes that are there, of %s', (_, text) => {
  const node = (name: string, group?: string) => ({
    ...{ name, address: `10.0.0.${name.slice(4)}`, isOffline: false, group },
  });
  const before = parsed(text);
  const { config, ssconf } = growConfiguration(text, {
    ...{ template: 'inst1', instances: ['inst7', 'inst8'] },
    nodes: [node('node4', 'default'), node('node5')],
  });
  const after = parsed(config);
  const added = Object.values(after.nodes).filter(({ name }) => /[45]$/.test(name));

  it('are like the last one, online, and have been changed once', () => {
    const last = Object.values(before.nodes).find(({ name }) => name.startsWith('node3'));
    for (const { name, uuid } of added) {
      const ip = `10.0.0.${name.slice(4)}`;
      expect(after.nodes[uuid]).toEqual({
        ...last,
        ...{ name, uuid, primary_ip: ip, secondary_ip: ip },
        ...{ offline: false, master_candidate: false, serial_no: 1 },
      });
    }
    expect(added).toHaveLength(2);
    expect(after.cluster.serial_no).toBe(before.cluster.serial_no + 2);
    // inst1 was added, got a disk and was started.
    expect(after.serial_no).toBe(before.serial_no + 2 + 2 * 3);
  });

  it('stand in the list of those that are online', () => {
    const list = ssconf.get('ssconf_online_nodes')?.trimEnd().split('\n');
    expect(list?.slice(-2)).toEqual(['node4', 'node5']);
    expect(list).toHaveLength(5);
    expect(ssconf.get('ssconf_offline_nodes')).toBe('');
  });

  it('are in the group that is named, if there is such a one', () => {
    const nodes = [node('node4', 'group7')];
    expect(() => growConfiguration(text, { nodes })).toThrow(
      "the config.data that this Ganeti wrote cannot grow: there is no node group 'group7' for 'node4'",
    );
  });

  it('have copies of an instance, with a file of its own for each disk', () => {
    const all = parseConfiguration(config);
    const [file] = diskFilesOf(parseConfiguration(text), 'inst1');
    expect(file).toMatch(/\/inst1\/[0-9a-f-]{36}\.sharedfile\.disk0$/);
    const files = ['inst1', 'inst7', 'inst8'].flatMap((name) => diskFilesOf(all, name));
    expect(files[0]).toBe(file);
    expect(new Set(files.map((one) => one.split('/').at(-1))).size).toBe(3);
    expect(files[2]).toContain('/inst8/');
    expect(() => diskFilesOf(all, 'inst9')).toThrow("there is no instance 'inst9'");
  });
});
