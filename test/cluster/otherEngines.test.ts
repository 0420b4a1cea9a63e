import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { docker } from '../../src/cluster/docker.ts';
import { ensureBaseImage } from '../../src/platform/engine/baseImage.ts';
import { ensureEngine } from '../../src/platform/engine/engine.ts';
import { ensureImage } from '../../src/platform/engine/images.ts';
import { findProgram } from '../../src/platform/process/privilege.ts';
import { run } from '../../src/platform/process/process.ts';
import { canHaveAnother, onAnotherMachine } from '../support/anotherMachine.ts';
import { recordingLog } from '../support/recordingLog.ts';

const log = recordingLog();
const module = (path: string): string =>
  JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);
const LOG = 'const log = { info() {}, debug() {}, warn() {}, phase: (_, work) => work() };';
const SAY = '(error) => error.exitCode + ": " + error.message';
const NODE = '"$NODE" --import tsx --input-type=module -e';

let trixie: string;
beforeAll(async () => {
  await ensureEngine({ log });
  const base = await ensureBaseImage('trixie', { log });
  const container = (await run('docker', ['create', base, 'true'])).stdout;
  trixie = join(await mkdtemp(join(tmpdir(), 'ganeti-perf-engines-')), 'trixie.tar');
  await run('docker', ['export', '--output', trixie, container]);
  await run('docker', ['rm', container]);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(dirname(trixie), { recursive: true });
});

it.runIf(canHaveAnother)(
  'containers with users of their own: the kernel is asked, and images are built',
  async () => {
    const script = `
    for ids in subuid subgid; do
      echo nobody:200000:65536 > /run/$ids; touch /etc/$ids; mount --bind /run/$ids /etc/$ids
    done
    echo '{"userns-remap": "nobody:nogroup", "bridge": "none", "iptables": false}' > /etc/docker/daemon.json
    dockerd >/run/log 2>&1 & until docker version >/run/said 2>&1; do sleep 0.2; done
    docker import - ganeti-perf/base:trixie < ${trixie} >/dev/null
    docker info --format '{{.SecurityOptions}}'
    mkdir /run/context; printf 'ARG BASE\\nFROM \${BASE}\\nRUN id -u\\n' > /run/context/Dockerfile
    ${NODE} "$ASK"`;
    const ASK = `${LOG}
    const { requireTracing } = await import(${module('cluster/preflight.ts')});
    console.log(await requireTracing({ runId: 'another', labels: [] }, { log }).then(() => 'can be traced', ${SAY}));
    const { ensureImage } = await import(${module('platform/engine/images.ts')});
    const recipe = { name: 'word', context: '/run/context', base: 'ganeti-perf/base:trixie' };
    console.log(await ensureImage(recipe, { log }).then(({ built }) => 'built: ' + built, ${SAY}));`;
    const lines = await onAnotherMachine(script, { ASK });
    expect(lines[0]).toContain('name=userns');
    expect(lines.slice(1)).toEqual(['can be traced', 'built: true']);
  },
);

it.runIf(canHaveAnother)(
  'a disk that fills while an image is built, and then has room',
  async () => {
    const script = `
    echo '{"bridge": "none", "iptables": false}' > /etc/docker/daemon.json
    dockerd >/run/log 2>&1 & until docker version >/run/said 2>&1; do sleep 0.2; done
    mkdir /run/context; echo first > /run/context/word
    tar -cC /run/context word | docker import - ganeti-perf/base:word >/dev/null
    head -c 45000000 /dev/urandom > /run/context/large
    printf 'ARG BASE\\nFROM \${BASE}\\nCOPY large /large\\nCOPY word /word\\n' > /run/context/Dockerfile
    ${NODE} "$BUILD"
    docker images --quiet --no-trunc | sort -u | wc -l
    mount -o remount,size=400m /var/lib/docker
    ${NODE} "$BUILD"`;
    const BUILD = `${LOG}
    const { ensureImage } = await import(${module('platform/engine/images.ts')});
    const recipe = { name: 'large', context: '/run/context', base: 'ganeti-perf/base:word' };
    console.log(await ensureImage(recipe, { log }).then(({ built }) => 'built: ' + built, ${SAY}));`;
    const lines = await onAnotherMachine(script, { BUILD }, '64m');
    expect(lines[0]).toMatch(
      /^3: the disk with Docker's data is full: a first run .* takes 2 GB there/,
    );
    // The base, and nothing of what was begun.
    expect(lines.slice(1)).toEqual(['1', 'built: true']);
  },
);

it.runIf(canHaveAnother)('a docker that has another /tmp builds images all the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-snap-'));
  const client = findProgram('docker') ?? 'docker';
  const inside = `mount -t tmpfs tmpfs /tmp && exec ${client} "$@"`;
  const snap = `#!/bin/sh\nexec unshare --mount sh -c '${inside}' sh "$@"\n`;
  await writeFile(join(folder, 'docker'), snap, { mode: 0o755 });
  const steps = `ARG BASE\nFROM \${BASE}\nENV AT=${Date.now()}\n`;
  await writeFile(join(folder, 'Dockerfile'), steps);
  vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
  const recipe = {
    name: `selftest-${process.pid}`,
    context: folder,
    base: 'ganeti-perf/base:trixie',
  };
  const { reference, built } = await ensureImage(recipe, { log });
  await docker(['rmi', reference]);
  expect(built).toBe(true);
  // What it copies it must find.
  const copying = docker(['cp', join(folder, 'Dockerfile'), 'no-container:/']);
  await expect(copying).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(
      /^docker does not find '\/tmp\/.*set TMPDIR to a folder in it/,
    ) as string,
  });
});
