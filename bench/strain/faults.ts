import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { docker } from '../../src/cluster/docker.ts';
import { containers } from '../../test/cluster/cli.ts';

/** Something that happens to a run in the middle of a workload. */
export interface Fault {
  readonly name: string;
  /** Does it to the run; what it returns undoes it where the machine would keep it. */
  readonly strike: (run: string) => Promise<() => Promise<void>>;
  /** Where results go, if not to a usual folder. */
  readonly out?: () => Promise<{ readonly path: string; readonly close: () => Promise<void> }>;
}

const nothing = (): Promise<void> => Promise.resolve();

/** Of the nodes in their order, the master being the first. */
const nodeOf = async (run: string, index: number): Promise<string> => {
  const nodes = (await containers(run, 'node')).toSorted();
  const node = nodes[index - 1];
  if (node === undefined) throw new Error(`run ${run} has no node ${index}: ${nodes.join(' ')}`);
  return node;
};

const killed = (daemon: string, index: number): Fault => ({
  name: `${daemon} of node${index} is killed`,
  strike: async (run) => {
    await docker(['exec', await nodeOf(run, index), 'pkill', '-KILL', '-f', `ganeti-${daemon}`]);
    return nothing;
  },
});

const stops = (index: number, seconds: number): Fault => ({
  name: `node${index} stands still for ${seconds} s`,
  strike: async (run) => {
    const node = await nodeOf(run, index);
    await docker(['pause', node]);
    await sleep(seconds * 1000);
    await docker(['unpause', node]);
    return nothing;
  },
});

const dies = (index: number): Fault => ({
  name: `node${index} dies`,
  strike: async (run) => {
    await docker(['kill', await nodeOf(run, index)]);
    return nothing;
  },
});

const memory = (size: string): Fault => ({
  name: `the master has ${size} of memory`,
  strike: async (run) => {
    const limits = ['--memory', size, '--memory-swap', size];
    await docker(['update', ...limits, await nodeOf(run, 1)]);
    return nothing;
  },
});

/** Bytes a second that the master writes to the disk that the containers are on. */
const slowDisk = (bytes: number): Fault => ({
  name: `the master writes ${bytes / 1000} kB a second`,
  strike: async (run) => {
    const { stdout } = await docker([
      'inspect',
      '--format',
      '{{.State.Pid}}',
      await nodeOf(run, 1),
    ]);
    const group = /^0::(\/.*)$/m.exec(await readFile(`/proc/${stdout.trim()}/cgroup`, 'utf8'))?.[1];
    const { stdout: root } = await docker(['info', '--format', '{{.DockerRootDir}}']);
    const where = ['-no', 'MAJ:MIN', '--target', root.trim()];
    const found = await promisify(execFile)('findmnt', where);
    const device = found.stdout.trim();
    await writeFile(`/sys/fs/cgroup${group ?? ''}/io.max`, `${device} wbps=${bytes}`);
    return nothing;
  },
});

/** Results go to a file system that has room for less than they are. */
const noRoom = (size: string): Fault => ({
  name: `the folder of results has room for ${size}`,
  strike: () => Promise.resolve(nothing),
  out: async () => {
    const path = await mkdtemp(join(tmpdir(), 'ganeti-perf-strain-'));
    await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]);
    return {
      path,
      close: async () => {
        await promisify(execFile)('umount', [path]);
        await rm(path, { recursive: true });
      },
    };
  },
});

export const FAULTS: readonly Fault[] = [
  { name: 'nothing happens', strike: () => Promise.resolve(nothing) },
  killed('luxid', 1),
  killed('wconfd', 1),
  killed('noded', 2),
  killed('confd', 1),
  dies(1),
  dies(3),
  stops(2, 20),
  memory('64m'),
  memory('512m'),
  slowDisk(200_000),
  noRoom('64k'),
];
