import { configText } from './configText.ts';
import { addressAfter, copyUuid, macAfter } from './identities.ts';
import { niceOrder } from './niceOrder.ts';
import { literalPattern } from '../../text/pattern.ts';
import type { Configuration } from './schema.ts';

type Member = readonly [key: string, text: string];

/** Copies as members of a configuration's `instances` and `disks`. */
export interface Copies {
  readonly instances: readonly Member[];
  readonly disks: readonly Member[];
  /** How often each instance has been changed: its serial number. */
  readonly changes: number;
}

/** What stands in a text of the template, e.g. one of its UUIDs, and what to put there in a copy. */
type Slot = (copy: Copy) => string;
interface Copy {
  /** From 1. */
  readonly index: number;
  readonly name: string;
  /** UUID of the node. */
  readonly primary: string;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * An instance of the configuration, to be copied. Whatever identifies it is replaced wherever it stands: so a
 * copy has all that the template has, also what is not known here.
 *
 * @param besides UUIDs of nodes on which copies live although they are offline
 * @throws RangeError where it is not there, or has something that only one instance can have
 */
export function templateOf(
  configuration: Configuration,
  name: string,
  besides: readonly string[] = [],
): {
  copies(names: readonly string[]): Copies;
} {
  const { nodes, instances, disks = {} } = configuration;
  const [uuid, instance] = Object.entries(instances).find(([, one]) => one.name === name) ?? [];
  if (uuid === undefined || !instance) throw new RangeError(`there is no instance '${name}'`);
  refuseUnique(instance);
  const slots = slotsOf(configuration, instance);
  const text = (value: unknown) => withSlots(configText(value), slots);
  const named = { instance: text(uuid), value: text(instance) };
  const ownDisks = instance.disks.flatMap((disk) => {
    if (typeof disk !== 'string') return [];
    const value = disks[disk];
    if (!value) throw new RangeError(`the disk '${disk}' of '${name}' is not there`);
    return [{ key: text(disk), value: text(value) }];
  });
  const usable = placesFrom(nodes, instance.primary_node, new Set(besides));
  return {
    copies(names) {
      const copies = names.map((copyName, k) => {
        const primary = usable[(k + 1) % usable.length] ?? instance.primary_node;
        return { index: k + 1, name: copyName, primary };
      });
      const member = (key: Filled, value: Filled, copy: Copy): Member => [
        JSON.parse(key(copy)) as string,
        value(copy),
      ];
      return {
        instances: copies.map((copy) => member(named.instance, named.value, copy)),
        disks: ownDisks.flatMap(({ key, value }) => copies.map((copy) => member(key, value, copy))),
        changes: instance.serial_no,
      };
    },
  };
}

type Instance = Configuration['instances'][string];

/** What the configuration counts elsewhere: pools of addresses and of ports would have to be changed too. */
function refuseUnique(instance: Instance): void {
  const { name, nics, network_port: port } = instance;
  if (nics.some(({ network }) => network)) {
    throw new RangeError(`'${name}' is in a network, whose addresses belong to one instance each`);
  }
  if (typeof port === 'number') {
    throw new RangeError(`'${name}' has the port ${port}, which belongs to one instance`);
  }
}

/** All that identifies the instance, by the text that stands for it. */
function slotsOf({ nodes, disks = {} }: Configuration, instance: Instance): Map<string, Slot> {
  const { name, nics, primary_node: primary } = instance;
  const slots = new Map<string, Slot>();
  const own = [
    instance,
    ...instance.disks.map((disk) => (typeof disk === 'string' ? disks[disk] : disk)),
  ];
  for (const uuid of new Set(configText(own).match(UUID))) {
    if (uuid === primary) continue;
    if (Object.hasOwn(nodes, uuid)) {
      throw new RangeError(`'${name}' has a disk on a second node, as DRBD, which is not copied`);
    }
    slots.set(uuid, ({ index }) => copyUuid(uuid, index));
  }
  slots.set(primary, (copy) => copy.primary);
  slots.set(`"name":${JSON.stringify(name)}`, (copy) => `"name":${JSON.stringify(copy.name)}`);
  // Files of disks lie in a folder of the instance's name.
  slots.set(`/${name}/`, (copy) => `/${copy.name}/`);
  for (const { mac, ip } of nics) {
    slots.set(mac, ({ index }) => macAfter(mac, index));
    if (ip) slots.set(`"${ip}"`, ({ index }) => `"${addressAfter(ip, index)}"`);
  }
  return slots;
}

type Filled = (copy: Copy) => string;

/** Splits a text once, so that thousands of copies of it are a matter of joining. */
function withSlots(text: string, slots: ReadonlyMap<string, Slot>): Filled {
  const literals = [...slots.keys()].map(literalPattern);
  const parts = text
    .split(new RegExp(`(${literals.join('|')})`))
    .map((part) => slots.get(part) ?? part);
  return (copy) => parts.map((part) => (typeof part === 'string' ? part : part(copy))).join('');
}

/** The nodes that may have instances, from that of the template on. */
function placesFrom(
  nodes: Configuration['nodes'],
  first: string,
  besides: ReadonlySet<string>,
): string[] {
  const usable = Object.entries(nodes)
    .filter(
      ([uuid, { offline, drained, vm_capable: capable }]) =>
        capable && !drained && (!offline || besides.has(uuid)),
    )
    .toSorted(([, a], [, b]) => niceOrder(a.name, b.name))
    .map(([uuid]) => uuid);
  const at = Math.max(usable.indexOf(first), 0);
  return [...usable.slice(at), ...usable.slice(0, at)];
}
