import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { environmentError } from '../platform/errors.ts';
import { docker } from './docker.ts';
import type { NodePlan } from './clusterPlan.ts';

/** LVM on the kernel's device-mapper: each node has a volume group on a loop device of its own. */

/** Where images/lvm puts a node's disk. In memory: of 500 GiB only what LVM writes of itself is there. */
const DISK_FOLDER = '/srv/ganeti-perf-disk';

/** Numbers of device nodes: the first of each is the kernel's to choose. */
export interface BlockNumbers {
  readonly loop: number;
  readonly loopControl: number;
  readonly deviceMapper: number;
  readonly mapperControl: number;
}

/**
 * What the kernel calls its loop devices and device-mapper.
 *
 * @param misc `/proc/misc`, with minor numbers
 * @param devices `/proc/devices`, with major numbers
 * @throws PerfError (exit 3) where it has not both, with the command that loads them
 */
export function blockNumbers(misc: string, devices: string): BlockNumbers {
  const blocks = devices.slice(devices.indexOf('Block devices:'));
  const numberOf = (text: string, name: string): number | undefined => {
    const [, found] = new RegExp(`^\\s*(\\d+) ${name}$`, 'm').exec(text) ?? [];
    return found === undefined ? undefined : Number(found);
  };
  const [loop, loopControl] = [numberOf(blocks, 'loop'), numberOf(misc, 'loop-control')];
  const deviceMapper = numberOf(blocks, 'device-mapper');
  const mapperControl = numberOf(misc, 'device-mapper');
  const hasLoop = loop !== undefined && loopControl !== undefined;
  const hasMapper = deviceMapper !== undefined && mapperControl !== undefined;
  if (hasLoop && hasMapper) return { loop, loopControl, deviceMapper, mapperControl };
  const lacking = [
    ...(hasMapper ? [] : [{ what: 'device-mapper', module: 'dm_mod' }]),
    ...(hasLoop ? [] : [{ what: 'loop devices', module: 'loop' }]),
  ];
  throw environmentError(
    `this kernel has no ${lacking.map(({ what }) => what).join(' and no ')}, which real volumes stand on: load what there is by ` +
      `\`sudo modprobe -a ${lacking.map(({ module }) => module).join(' ')}\`, or leave out --storage real: emulated volumes need ` +
      'nothing of the kernel',
  );
}

/** @throws PerfError (exit 3), as {@link blockNumbers} */
export const readBlockNumbers = async (): Promise<BlockNumbers> =>
  blockNumbers(await readFile('/proc/misc', 'utf8'), await readFile('/proc/devices', 'utf8'));

/**
 * What a container may do besides, to make loop devices and volumes or to take them apart: all of the machine's, as the
 * kernel tells these apart by no more than their numbers.
 */
export const blockRights = (numbers: BlockNumbers): string[] => [
  ...['--cap-add', 'SYS_ADMIN'],
  ...[
    `b ${numbers.loop}:* rwm`,
    `b ${numbers.deviceMapper}:* rwm`,
    // Their controls are of the kernel's misc devices, major 10.
    `c 10:${numbers.loopControl} rwm`,
    `c 10:${numbers.mapperControl} rwm`,
  ].flatMap((rule) => ['--device-cgroup-rule', rule]),
];

/** What a node with real volumes is started with, besides. */
export const nodeRights = async (): Promise<string[]> => [
  ...blockRights(await readBlockNumbers()),
  ...['--tmpfs', `${DISK_FOLDER}:mode=700,size=256m`],
];

/** The command that gives a node its disk: with a new volume group, or with what a snapshot's backup says. */
export const diskCommand = (
  work: 'form' | 'restore',
  node: NodePlan,
  engine: string,
): readonly string[] => ['ganeti-perf-lvm', work, diskFile(node.container, engine)];

/**
 * The name of a node's disk, which the kernel shows everybody on the machine: it says whose container it is of which
 * engine, so that what nobody uses any more can be told from what another engine's containers use.
 */
export const diskFile = (container: string, engine: string): string => `${container}.${engine}`;

/** Twelve hex digits that stand for this engine. */
export async function engineMark(signal?: AbortSignal): Promise<string> {
  const { stdout } = await docker(['info', '--format', '{{.ID}}'], { signal });
  return createHash('sha256').update(stdout.trim()).digest('hex').slice(0, 12);
}
