import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { baseReference } from '../platform/engine/baseImage.ts';
import { environmentError } from '../platform/errors.ts';
import { projectRoot } from '../platform/projectRoot.ts';
import { docker } from './docker.ts';
import { containerOptions, LABEL, newRunId } from './identity.ts';
import { blockRights, diskFile, engineMark, readBlockNumbers } from './realStorage.ts';

/**
 * Volumes are the kernel's: they stay when the containers that made them are gone, whoever ended these. Takes apart those
 * that stand on disks of containers which there are no more; where there are none, only the kernel is asked.
 *
 * @throws PerfError (exit 3) that names what stays and how to remove it
 */
export async function detachLeft(signal?: AbortSignal): Promise<void> {
  const files = await disksInUse();
  if (files.length === 0) return;
  const engine = await engineMark(signal);
  const list = ['ps', '--all', '--filter', `label=${LABEL}`, '--format', '{{.Names}}'];
  const { stdout } = await docker(list, { signal });
  const left = leftDisks(files, engine, stdout.split('\n'));
  if (left.length === 0) return;
  const script = await readFile(join(projectRoot(), 'probes', 'detach.pl'), 'utf8');
  const options = ['run', '--rm', '--init', '--pull', 'never', '--network', 'none'];
  const ended = await docker(
    [
      ...[
        ...options,
        ...blockRights(await readBlockNumbers()),
        ...containerOptions(newRunId(), []),
      ],
      ...[baseReference('trixie'), 'perl', '-e', script, ...left],
    ],
    { signal, reject: false },
  );
  if (ended.exitCode === 0) return;
  const why = `${ended.stdout}\n${ended.stderr}`.trim().replaceAll('\n', '; ');
  throw environmentError(
    `volumes of clusters that are gone stay in the kernel (${why}); see what uses them, then: ganeti-perf clean`,
  );
}

/** Of disks in use, those of this engine whose container is none of these. */
export function leftDisks(
  files: readonly string[],
  engine: string,
  containers: readonly string[],
): string[] {
  const used = new Set(containers.map((name) => diskFile(name, engine)));
  return files.filter((file) => file.endsWith(`.${engine}`) && !used.has(file));
}

const BLOCK = '/sys/block';

/** Names of the disks that nodes on this machine have, whichever engine's these are. */
export async function disksInUse(): Promise<string[]> {
  const loops = (await readdir(BLOCK)).filter((name) => name.startsWith('loop'));
  const files = await Promise.all(
    loops.map((loop) =>
      readFile(join(BLOCK, loop, 'loop', 'backing_file'), 'utf8').catch(() => ''),
    ),
  );
  return files.flatMap((file) => diskIn(file) ?? []);
}

/** The name of a node's disk in what the kernel says of a loop device; its folder is gone when the node is. */
export const diskIn = (backingFile: string): string | undefined =>
  /(?:^|\/)(ganeti-perf-[0-9a-z-]{1,40}-node\d{1,3}\.[0-9a-f]{12})(?: \(deleted\))?\n?$/.exec(
    backingFile,
  )?.[1];
