import { inBatches } from './nodes.ts';
import { docker } from './docker.ts';
import { RUN_LABEL } from './identity.ts';
import { killProcesses } from './orphans.ts';
import type { ClusterPlan } from './clusterPlan.ts';
import { until, type Condition } from '../platform/process/until.ts';

export interface Removed {
  readonly containers: number;
  readonly networks: number;
  readonly volumes: number;
}

/** Removes every container, network and volume that carries the label (`name` or `name=value`). */
export async function removeLabelled(label: string): Promise<Removed> {
  const list = async (...args: string[]): Promise<string[]> =>
    (await docker([...args, '--filter', `label=${label}`])).stdout.split('\n').filter(Boolean);
  const containers = await list('ps', '--all', '--quiet');
  // With --volumes goes what images declare for themselves.
  await inBatches(chunks(containers, 4), 8, (some) =>
    docker(['rm', '--force', '--volumes', ...some], { timeout: 120_000 }),
  );
  const volumes = await list('volume', 'ls', '--quiet');
  if (volumes.length > 0) await docker(['volume', 'rm', '--force', ...volumes]);
  const networks = await list('network', 'ls', '--quiet');
  if (networks.length > 0) await docker(['network', 'rm', ...networks]);
  return { containers: containers.length, networks: networks.length, volumes: volumes.length };
}

/**
 * Removes everything of a run. Where the engine is gone, its containers' processes are ended; their
 * names are then removed by the next run, or by `clean`.
 */
export async function removeRun(runId: string): Promise<Removed> {
  try {
    return await removeLabelled(`${RUN_LABEL}=${runId}`);
  } catch (error) {
    const ended = await killProcesses(runId);
    if (ended === 0) throw error;
    return { containers: ended, networks: 0, volumes: 0 };
  }
}

/** Removes a container; one that is gone already is no error. */
export async function removeContainer(name: string): Promise<void> {
  await docker(['rm', '--force', '--volumes', name], { timeout: 120_000, reject: false });
}

/** Removes a cluster's nodes and their volume, and keeps the network for the next. */
export async function removeNodes({ nodes, volume }: ClusterPlan): Promise<void> {
  const containers = nodes.map((node) => node.container);
  await inBatches(chunks(containers, 2), 8, removeSurely);
  await docker(['volume', 'rm', '--force', volume]);
}

/**
 * Removes containers until they are gone. Those that are gone already are no error, and `docker rm --force` says so and exits with
 * 1, as it does for one that a busy engine could not end in ten seconds: the next cluster wants its name.
 */
async function removeSurely(containers: readonly string[]): Promise<void> {
  const names = containers.flatMap((name) => ['--filter', `name=^/?${name}$`]);
  const look = async (): Promise<Condition> => {
    const { exitCode, stderr } = await docker(['rm', '--force', '--volumes', ...containers], {
      timeout: 120_000,
      reject: false,
    });
    if (exitCode === 0) return true;
    const left = await docker(['ps', '--all', '--quiet', ...names]);
    return left.stdout.trim() === '' || stderr.trim();
  };
  await until(`the removal of ${containers.join(' and ')}`, look, { deadline: 120_000 });
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
