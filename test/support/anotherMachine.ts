import { run } from '../../src/platform/process/process.ts';
import { findProgram } from '../../src/platform/process/privilege.ts';
import { HANG } from './deadline.ts';

/** Where another machine can be had: as root, with an engine. */
export const canHaveAnother =
  process.getuid?.() === 0 && ['dockerd', 'unshare', 'ip'].every((name) => findProgram(name));

/**
 * A machine without an engine, as far as dockerd can tell: its own processes, network, run-time
 * files and images. The engine of this machine goes on beside it and does not notice.
 *
 * @param script of bash; `$NODE` runs modules of this project, with `--import tsx`
 * @param env more variables of it
 * @param dataSize of the disk with the engine's data, e.g. `60m`; default half of the memory
 * @returns the lines that it printed
 */
export async function onAnotherMachine(
  script: string,
  env: Readonly<Record<string, string>> = {},
  dataSize = '50%',
): Promise<string[]> {
  const setUp = [
    'set -eu',
    'for folder in /run /var/log /etc/docker',
    'do mkdir -p "$folder"; mount -t tmpfs tmpfs "$folder"; done',
    `mkdir -p /var/lib/docker; mount -t tmpfs -o size=${dataSize} tmpfs /var/lib/docker`,
    'ip link set lo up',
    'unset DOCKER_HOST DOCKER_CONTEXT',
  ].join('\n');
  const namespaces = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const { stdout } = await run('unshare', [...namespaces, 'bash', '-c', `${setUp}\n${script}`], {
    env: { NODE: process.execPath, ...env },
    timeout: HANG,
  });
  return stdout.split('\n');
}
