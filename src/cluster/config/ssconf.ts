import { usageError } from '../../platform/errors.ts';
import { niceOrder } from './niceOrder.ts';
import type { Configuration } from './schema.ts';

/** The largest file of names that Ganeti takes, in bytes; `_MAX_SIZE` of its `lib/ssconf.py`. */
const MAX_SSCONF = 128 * 1024;

/**
 * Ganeti's list of all instances.
 *
 * @throws PerfError (exit 2) beyond the size that it reads
 */
export function instanceListOf(names: readonly string[]): string {
  const text = linesOf(names.toSorted(niceOrder));
  if (text.length <= MAX_SSCONF) return text;
  throw usageError(
    `the names of ${names.length} instances take ${text.length} bytes, and Ganeti refuses a list of more ` +
      `than ${MAX_SSCONF}: take less of --config-instances or --instances`,
  );
}

/**
 * What Ganeti keeps of all nodes in files of their own, by the names of these; as configuration daemons write them.
 */
export function nodeListsOf(configuration: Configuration): Map<string, string> {
  const nodes = Object.values(configuration.nodes).toSorted((a, b) => niceOrder(a.name, b.name));
  const lists: Record<string, string[]> = {
    node_list: nodes.map(({ name }) => name),
    node_primary_ips: nodes.map(({ name, primary_ip: address }) => `${name} ${address}`),
    node_secondary_ips: nodes.map(({ name, secondary_ip: address }) => `${name} ${address}`),
    // As Haskell shows a truth.
    node_vm_capable: nodes.map(({ name, vm_capable: is }) => `${name}=${is ? 'True' : 'False'}`),
    offline_nodes: nodes.filter(({ offline }) => offline).map(({ name }) => name),
    online_nodes: nodes.filter(({ offline }) => !offline).map(({ name }) => name),
    ssh_ports: nodes.map((node) => `${node.name}=${sshPortOf(node, configuration)}`),
  };
  return new Map(
    Object.entries(lists).map(([name, lines]) => [`ssconf_${name}`, linesOf(lines)] as const),
  );
}

const linesOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** Of the node, or else its group, or else the cluster. */
function sshPortOf(
  { ndparams, group }: Configuration['nodes'][string],
  { nodegroups, cluster }: Configuration,
): number {
  const levels = [ndparams, nodegroups[group]?.ndparams, cluster.ndparams];
  return levels.map((params) => params?.ssh_port).find((port) => port !== undefined) ?? SSH_PORT;
}

const SSH_PORT = 22;
