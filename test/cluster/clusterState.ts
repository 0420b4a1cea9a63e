import { createHash } from 'node:crypto';
import type { ClusterPlan, NodePlan } from '../../src/cluster/clusterPlan.ts';
import { execOn, SHARED_DIR } from '../../src/cluster/nodes.ts';
import { grouped } from '../../src/model/grouped.ts';

/** What a cluster has written, in a form in which two of the same kind are equal. */
export interface ClusterState {
  /** `config.data` of the master without what is drawn by lot, a time or a number of changes. */
  readonly config: unknown;
  /** `node file` -> owner, mode and what is in it; of keys and certificates, that they are there. */
  readonly files: ReadonlyMap<string, string>;
  /** Numbers of changes, by what was changed. */
  readonly serials: ReadonlyMap<string, number>;
}

const FOLDERS = [
  '/var/lib/ganeti',
  '/etc/ganeti',
  '/root/.ssh',
  '/etc/default/ganeti',
  '/etc/hosts',
  // What the fake hypervisor and noded have of instances that run.
  ...['fake-hypervisor', 'instance-disks', 'instance-reason', 'bdev-cache'].map(
    (folder) => `/run/ganeti/${folder}`,
  ),
  SHARED_DIR,
];
/** Names: their content is drawn by lot, says when, or is what somebody asked for last. */
const SECRET =
  /instance-reason|bdev-cache|\.pem$|secret|known_hosts|hmac|ssh_host|authorized_keys|\.key$|_certs$/;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const DRBD_SECRET = /"[0-9a-f]{40}"/g;
/** What jobs leave behind, whose number is that of the jobs. */
const PASSING = /\/queue\/|\/lock|\.lck$|job-\d+|tempres|config_backup/;

/** Of a cluster whose daemons are stopped. */
export async function readState(plan: ClusterPlan, subnet: string): Promise<ClusterState> {
  const { stdout } = await execOn(plan.master, ['cat', '/var/lib/ganeti/config.data']);
  const parsed = JSON.parse(stdout) as Record<string, unknown>;
  const names = namesOf(parsed);
  const named = (text: string): string =>
    text
      .replace(UUID, (uuid) => names.get(uuid) ?? 'UUID')
      .replace(DRBD_SECRET, '"SECRET"')
      .replaceAll(`${subnet}.`, 'SUBNET.');
  const files = await Promise.all(plan.nodes.map((node) => filesOf(node, named)));
  const serials = new Map<string, number>();
  const config = cleaned(JSON.parse(named(stdout)), '', serials);
  return { config, files: new Map(files.flat()), serials };
}

interface InstanceDisks {
  readonly name: string;
  readonly disks: readonly string[];
}

/** UUIDs of what has a name: the name. Disks are named after their instances. */
function namesOf(config: Record<string, unknown>): Map<string, string> {
  const objects = ['nodes', 'nodegroups', 'instances', 'networks'].flatMap((kind) =>
    Object.entries((config[kind] ?? {}) as Record<string, { name?: string }>),
  );
  const disks = Object.values((config['instances'] ?? {}) as Record<string, InstanceDisks>).flatMap(
    ({ name, disks }) => disks.map((uuid, k) => [uuid, `${name} disk ${k}`] as const),
  );
  return new Map([...objects.map(([uuid, { name = 'none' }]) => [uuid, name] as const), ...disks]);
}

/** Without times; members of sets in order; serials put aside. */
function cleaned(value: unknown, path: string, serials: Map<string, number>): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item, k) => cleaned(item, `${path}[${k}]`, serials));
    return items.every((item) => typeof item === 'string') ? items.toSorted() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, item]) => {
    if (key === 'serial_no') serials.set(path || 'configuration', Number(item));
    if (['serial_no', 'ctime', 'mtime'].includes(key)) return [];
    // Digests of certificates are drawn by lot, too.
    if (key === 'candidate_certs') return [[key, Object.keys(item as object).toSorted()] as const];
    return [[key, cleaned(item, path === '' ? key : `${path}.${key}`, serials)] as const];
  });
  return Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function filesOf(
  node: NodePlan,
  named: (text: string) => string,
): Promise<[string, string][]> {
  const list = ['find', ...FOLDERS, '-printf', '%p\\t%U:%G %m %y\\n'];
  const { stdout } = await execOn(node, list, { reject: false });
  const rows = stdout
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([path = '']) => path !== '' && !PASSING.test(path));
  const isText = ([path = '', about = '']: string[]): boolean =>
    about.endsWith('f') &&
    !path.startsWith(SHARED_DIR) &&
    !SECRET.test(path) &&
    !path.endsWith('/config.data');
  const contents = await contentsOf(
    node,
    rows.filter(isText).map(([path = '']) => path),
  );
  return rows.map(([path = '', about = '']) => {
    const content = contents.get(path);
    // Lists of nodes are in the order in which these joined.
    const lines = content === undefined ? [] : named(content).split('\n').toSorted();
    return [
      `${node.name} ${named(path)}`,
      `${about} ${content === undefined ? '' : digest(lines)}`,
    ];
  });
}

async function contentsOf(
  node: NodePlan,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const script = 'for f; do printf "\\001%s\\002" "$f"; cat "$f"; done';
  const { stdout } = await execOn(node, ['sh', '-c', script, 'sh', ...paths]);
  const parts = stdout.split('\u0001').slice(1);
  return new Map(parts.map((part) => part.split('\u0002') as [string, string]));
}

const digest = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12);

/** How two differ: `what: one, other`. */
export function differences(one: ClusterState, other: ClusterState): string[] {
  const config = JSON.stringify(one.config) === JSON.stringify(other.config);
  const paths = new Set([...one.files.keys(), ...other.files.keys()]);
  const files = [...paths].filter((path) => one.files.get(path) !== other.files.get(path));
  // By file, as there are as many of each as nodes.
  const byFile = grouped(files, (path) => path.slice(path.indexOf(' ') + 1));
  return [
    ...(config ? [] : ['config.data, beyond what is drawn by lot']),
    ...[...byFile].map(([file, nodes]) => {
      const [first = ''] = nodes;
      const [before = 'missing', after = 'missing'] = [
        one.files.get(first),
        other.files.get(first),
      ];
      return `${file} on ${nodes.length} nodes: ${before}, ${after}`;
    }),
  ];
}
