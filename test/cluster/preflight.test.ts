import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { newRunId } from '../../src/cluster/identity.ts';
import { requireTracing } from '../../src/cluster/preflight.ts';
import { removeRun } from '../../src/cluster/remove.ts';
import { ensureEngine } from '../../src/platform/engine/engine.ts';
import { findProgram } from '../../src/platform/process/privilege.ts';
import { recordingLog } from '../support/recordingLog.ts';
import { cli, newFolder } from './cli.ts';

const log = recordingLog();
const runId = newRunId();

beforeAll(() => ensureEngine({ log }));
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => removeRun(runId));

const EPERM = 1;
/** Options by which a container meets another kernel: one that refuses calls. */
const refusing = (...names: string[]) => ({
  defaultAction: 'SCMP_ACT_ALLOW',
  syscalls: [{ names, action: 'SCMP_ACT_ERRNO', errnoRet: EPERM }],
});

/** Docker as it is on a machine whose containers get `options` besides; what it was asked is in the file that is given. */
async function onMachine(options: string, profile?: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-machine-'));
  const asked = join(folder, 'asked');
  const docker = findProgram('docker') ?? 'docker';
  const more = profile === undefined ? options : `--security-opt seccomp=${folder}/profile`;
  await writeFile(join(folder, 'profile'), JSON.stringify(profile ?? {}));
  const script = `#!/bin/sh\necho "$1 $2" >> ${asked}\n[ "$1" = run ] || exec ${docker} "$@"\nshift; exec ${docker} run ${more} "$@"\n`;
  await writeFile(join(folder, 'docker'), script);
  await chmod(join(folder, 'docker'), 0o755);
  vi.stubEnv('PATH', [folder, process.env['PATH']].join(delimiter));
  return asked;
}

it('this machine can be traced', async () => {
  await expect(requireTracing({ runId, labels: [] }, { log })).resolves.toBeUndefined();
});

it.each<[string, string, unknown, RegExp]>([
  [
    'no BTF',
    '--tmpfs /sys/kernel/btf',
    undefined,
    /vmlinux cannot be read \(No such file or directory\); boot a kernel with CONFIG_DEBUG_INFO_BTF=y/,
  ],
  [
    'no tracefs',
    '',
    refusing('mount', 'fsopen'),
    /tracefs cannot be mounted in a container \(mount: .*(?:denied|not permitted).*\); it takes a kernel with/,
  ],
  [
    'no program',
    '',
    refusing('bpf'),
    /no program at a tracepoint \(bpf: Operation not permitted\); it takes/,
  ],
  [
    'no events',
    '',
    refusing('perf_event_open'),
    /at a tracepoint \(perf_event_open: Operation not permitted\); it/,
  ],
  [
    'no uprobes',
    '--tmpfs /sys/bus/event_source',
    undefined,
    /at a uprobe \(no such events: .*\); it takes/,
  ],
  [
    'a container that is refused',
    '--ipc container:none',
    undefined,
    /cannot be started \(docker: .*\); it takes .* --pid host/,
  ],
])('%s: exit 3 with the reason and the remedy', async (_, options, profile, message) => {
  await onMachine(options, profile);
  await expect(requireTracing({ runId, labels: [] }, { log })).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(message) as string,
  });
});

it('nothing is built on a machine that cannot be traced', async () => {
  const asked = await onMachine('--tmpfs /sys/kernel/btf');
  const { exitCode, stderr } = await cli(
    'trace',
    '--out',
    newFolder(),
    '--',
    'gnt-cluster',
    'version',
  );
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(/^error: this machine cannot be traced: /m);
  const commands = (await readFile(asked, 'utf8')).split('\n');
  expect(commands.filter((line) => line.startsWith('run '))).toHaveLength(1);
  expect(commands.filter((line) => /^(?:build|commit|network create)/.test(line))).toEqual([]);
});
