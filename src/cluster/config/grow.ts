import { usageError } from '../../platform/errors.ts';
import { configText, objectText } from './configText.ts';
import { templateOf } from './template.ts';
import { parseConfiguration } from './schema.ts';

/** Numbers in names by their value, as Ganeti orders names. */
const niceOrder = new Intl.Collator('en', { numeric: true });

/** A configuration that has become larger, as the files of a stopped cluster. */
export interface GrownConfiguration {
  /** Of `config.data`. */
  readonly config: string;
  /** Of `ssconf_instance_list`. */
  readonly instanceList: string;
  /** Names of the nodes that have a copy of `config.data`. */
  readonly masterCandidates: readonly string[];
}

/** The largest file of names that Ganeti takes, in bytes; `_MAX_SIZE` of its `lib/ssconf.py`. */
const MAX_SSCONF = 128 * 1024;

/**
 * Adds copies of one of its instances to a configuration, as if Ganeti had made them: each has a name, UUIDs,
 * MAC and IP addresses and paths of disks of its own, and they take turns on the nodes. What they are made of is
 * what the Ganeti that wrote it holds. The same configuration always grows into the same one.
 *
 * @param text of `config.data`
 * @param template name of the instance that is copied; the copies are in its state, e.g. stopped
 * @param names of the copies
 * @throws PerfError (exit 2) for more instances than Ganeti's files can name
 * @throws RangeError where the template is not there, or has something that cannot be copied
 */
export function growConfiguration(
  text: string,
  template: string,
  names: readonly string[],
): GrownConfiguration {
  const configuration = parseConfiguration(text);
  const { nodes, instances, disks, serial_no: serial } = configuration;
  const copies = templateOf(configuration, template).copies(names);
  const all = [...Object.values(instances).map(({ name }) => name), ...names];
  // As Ganeti counts: each addition of an instance, and of a disk to it, is one change.
  const changes = copies.instances.length + copies.disks.length;
  const members = Object.entries(configuration).map(([key, value]) => {
    if (key === 'instances') return [key, merged(instances, copies.instances)] as const;
    if (key === 'disks' && disks) return [key, merged(disks, copies.disks)] as const;
    if (key === 'serial_no') return [key, configText(serial + changes)] as const;
    return [key, configText(value)] as const;
  });
  return {
    config: objectText(members),
    instanceList: instanceListOf(all),
    masterCandidates: Object.values(nodes).flatMap((node) =>
      node.master_candidate ? [node.name] : [],
    ),
  };
}

/**
 * Ganeti's list of all instances.
 *
 * @throws PerfError (exit 2) beyond the size that it reads
 */
export function instanceListOf(names: readonly string[]): string {
  const text = names
    .toSorted(niceOrder.compare)
    .map((name) => `${name}\n`)
    .join('');
  if (text.length <= MAX_SSCONF) return text;
  throw usageError(
    `the names of ${names.length} instances take ${text.length} bytes, and Ganeti refuses a list of more ` +
      `than ${MAX_SSCONF}: take less of --config-instances or --instances`,
  );
}

/** Ganeti orders by UUID. */
function merged(
  there: Readonly<Record<string, unknown>>,
  added: readonly (readonly [string, string])[],
): string {
  const texts = Object.entries(there).map(([uuid, one]) => [uuid, configText(one)] as const);
  return objectText([...texts, ...added].sort(([a], [b]) => (a < b ? -1 : 1)));
}
