import { execFile, spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { nodeImage, tracerImage } from '../../src/cluster/nodeImage.ts';
import type { Log } from '../../src/platform/log/log.ts';
import { ensureBaseImage } from '../../src/platform/engine/baseImage.ts';
import { ensureEngine } from '../../src/platform/engine/engine.ts';
import type { Fault } from './faults.ts';

/** Set where the engine is one of this bench's own, which it may stop. */
const OWN = 'GANETI_PERF_STRAIN_OWN_ENGINE';
export const hasOwnEngine = (): boolean => process.env[OWN] === '1';

const PID = '/run/docker.pid';
const CONTAINERD = '/run/docker/containerd/containerd.pid';
const LOG = '/run/dockerd.log';

/**
 * A network and run-time files of its own, and a disk of images: dockerd takes them for a machine's. Processes are the machine's, as
 * the kernel tells the tracer of them by those numbers. `$1` has the images, `$2` is where the engine keeps its own; the rest is
 * run there.
 */
const SET_UP = `set -eu
images=$1; data=$2; shift 2
for folder in /run /etc/docker; do mkdir -p "$folder"; mount -t tmpfs tmpfs "$folder"; done
mount --bind "$data" /var/lib/docker
echo '{"bridge": "none", "iptables": false}' > /etc/docker/daemon.json
ip link set lo up
unset DOCKER_HOST DOCKER_CONTEXT
dockerd >> ${LOG} 2>&1 &
until docker version > /dev/null 2>&1; do kill -0 $!; sleep 0.2; done
end() {
  docker ps -aq | xargs -r docker rm -f > /dev/null || true
  engine=$(cat ${PID} 2>/dev/null) && kill "$engine" && while kill -0 "$engine" 2>/dev/null; do sleep 0.2; done || true
}
trap end EXIT
docker load --quiet --input "$images" > /dev/null
"$@"`;

/** Runs a program beside an engine of its own; that of this machine goes on and does not notice. As root. */
export async function onOwnEngine(command: readonly string[], log: Log): Promise<number> {
  await ensureEngine({ log });
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-strain-engine-'));
  try {
    const [images, data] = [join(folder, 'images.tar'), join(folder, 'data')];
    await mkdir(data);
    const references = await Promise.all([
      nodeImage({ kind: 'debian', suite: 'bookworm' }, undefined, { log }),
      tracerImage({ log }),
    ]);
    const bases = await Promise.all(
      (['bookworm', 'trixie'] as const).map((suite) => ensureBaseImage(suite, { log })),
    );
    const saved = [...references.map(({ reference }) => reference), ...bases];
    await promisify(execFile)('docker', ['save', '--output', images, ...saved]);
    const apart = ['--mount', '--net', '--propagation', 'private'];
    const script = ['bash', '-c', SET_UP, 'bash', images, data, ...command];
    const child = spawn('unshare', [...apart, ...script], {
      stdio: 'inherit',
      env: { ...process.env, [OWN]: '1' },
    });
    return await new Promise((resolve) => {
      child.on('close', (status) => resolve(status ?? 1));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function restarted(signal: NodeJS.Signals): Promise<() => Promise<void>> {
  if (!hasOwnEngine()) throw new Error('no engine is stopped here that others may use');
  const engine = Number(await readFile(PID, 'utf8'));
  process.kill(engine, signal);
  await until('the engine to end', async () => !(await exists(`/proc/${engine}`)), 60);
  // It dies with the engine. Until somebody takes note of that, the next engine would wait for it to answer.
  await rm(CONTAINERD, { force: true });
  spawn('sh', ['-c', `exec dockerd >> ${LOG} 2>&1`], { detached: true, stdio: 'ignore' }).unref();
  await until('the engine to be back', answers, 60);
  return () => Promise.resolve();
}

const exists = (path: string): Promise<boolean> => succeeds(access(path));
const answers = (): Promise<boolean> => succeeds(promisify(execFile)('docker', ['version']));
const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

async function until(what: string, look: () => Promise<boolean>, seconds: number): Promise<void> {
  for (let k = 0; k < seconds * 5; k++) {
    if (await look()) return;
    await sleep(200);
  }
  throw new Error(`${what}: not after ${seconds} s; its log is ${LOG}`);
}

export const ENGINE_FAULTS: readonly Fault[] = [
  // A usual restart: containers are ended in order, and the engine is there again seconds later.
  { name: 'the engine restarts', strike: () => restarted('SIGTERM') },
  // Its containers live on without it; the one that comes after finds them running.
  { name: 'the engine is killed and starts again', strike: () => restarted('SIGKILL') },
];
