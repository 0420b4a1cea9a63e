import { inBatches } from './nodes.ts';
import { docker } from './docker.ts';
import { RUN_LABEL, USER_LABEL, userLabel } from './identity.ts';
import { detachLeft } from './leftVolumes.ts';
import { killProcesses } from './orphans.ts';
import type { ClusterPlan } from './clusterPlan.ts';
import { chunks } from '../model/chunks.ts';
import { EXIT, PerfError } from '../platform/errors.ts';
import { until, type Condition } from '../platform/process/until.ts';

/** With `--volumes` goes what images declare for themselves. */
const REMOVE_CONTAINERS = ['rm', '--force', '--volumes'];

export interface Removed {
  readonly containers: number;
  readonly networks: number;
  readonly volumes: number;
}

/**
 * Milliseconds. Of a network whose containers are removed, an engine may go on counting some of them: Docker 20.10 did where it was
 * very busy. It does so until it is restarted, so nobody waits for that any longer.
 */
const GHOSTS = 30_000;
const GHOST = /has active endpoints/;
const REMEDY = '; where no container is left, restart the engine, and the next run removes it';

interface Removal {
  /** Milliseconds for what cannot be removed, from the first try on. */
  readonly deadline?: number | undefined;
  /** Whether what carries the label of another user stays; what carries none is from before there were such labels. */
  readonly sparesOthers?: boolean | undefined;
}

/**
 * Removes every container, network and volume that carries all of the labels (`name` or `name=value`), and what containers that are
 * gone left in the kernel. Two runs that begin at once find
 * the same abandoned one: what the other has removed is no error.
 */
export async function removeLabelled(
  labels: readonly string[],
  { deadline = 300_000, sparesOthers = false }: Removal = {},
): Promise<Removed> {
  const own = userLabel();
  const filters = labels.flatMap((label) => ['--filter', `label=${label}`]);
  const list = async (...args: string[]): Promise<string[]> => {
    const id = args[0] === 'volume' ? '{{.Name}}' : '{{.ID}}';
    const format = `${id} {{.Label "${USER_LABEL}"}}`;
    const { stdout } = await docker([...args, ...filters, '--format', format]);
    return stdout.split('\n').flatMap((line) => {
      const [name = '', user = ''] = line.split(' ');
      const isSpared = sparesOthers && user !== '' && `${USER_LABEL}=${user}` !== own;
      return name === '' || isSpared ? [] : [name];
    });
  };
  const remove = async (
    listed: string[],
    removal: string[],
    atOnce: number,
    within = deadline,
    again?: () => Promise<unknown>,
  ): Promise<number> => {
    const ids = await list(...listed);
    await inBatches(chunks(ids, atOnce), 8, (some) =>
      removeSurely(
        removal,
        some,
        async () => (await list(...listed)).filter((id) => some.includes(id)),
        within,
        again,
      ),
    );
    return ids.length;
  };
  // One after the other: a volume or a network that is in use stays.
  const removeContainers = () => remove(['ps', '--all'], REMOVE_CONTAINERS, 4);
  let containers = await removeContainers();
  // An engine goes on with a container whose client was ended while it asked for it: that one came after the list.
  const removeLate = async (): Promise<void> => {
    containers += await removeContainers();
  };
  await detachLeft();
  const volume = ['volume', 'rm', '--force'];
  const volumes = await remove(['volume', 'ls'], volume, 100, deadline, removeLate);
  const patience = Math.min(deadline, GHOSTS);
  const networks = await remove(['network', 'ls'], ['network', 'rm'], 100, patience, removeLate);
  return { containers, networks, volumes };
}

/** Milliseconds. An engine that is started anew, as when its package is upgraded, has a run's containers still when it is back. */
const RESTART = 30_000;

/**
 * Removes everything of a run. Where the engine is gone, its containers' processes are ended; what has a name is removed when the
 * engine comes back within {@link RESTART}, or else by the next run, or by `clean`.
 */
export async function removeRun(runId: string, deadline?: number): Promise<Removed> {
  const remove = (): Promise<Removed> => removeLabelled([`${RUN_LABEL}=${runId}`], { deadline });
  try {
    return await remove();
  } catch (error) {
    const ended = await killProcesses(runId);
    const isBack = isLostEngine(error) && (await comesBack());
    if (isBack) return remove();
    if (ended === 0) throw error;
    return { containers: ended, networks: 0, volumes: 0 };
  }
}

const isLostEngine = (error: unknown): boolean =>
  error instanceof PerfError && error.exitCode === EXIT.environment;

const comesBack = (): Promise<boolean> =>
  until('the engine to be back', answers, { deadline: RESTART, interval: 500 }).then(
    () => true,
    () => false,
  );

async function answers(): Promise<Condition> {
  const { exitCode } = await docker(['version'], { timeout: 10_000, reject: false }).catch(() => ({
    exitCode: 1,
  }));
  return exitCode === 0 || 'no answer';
}

/** Removes a container; one that is gone already is no error. */
export async function removeContainer(name: string): Promise<void> {
  await docker([...REMOVE_CONTAINERS, name], { reject: false });
}

/** Removes a cluster's nodes and their volume, and keeps the network for the next. */
export async function removeNodes({ nodes, volume }: ClusterPlan): Promise<void> {
  const containers = nodes.map((node) => node.container);
  await inBatches(chunks(containers, 2), 8, (some) =>
    removeSurely(REMOVE_CONTAINERS, some, async () => {
      const names = some.flatMap((name) => ['--filter', `name=^/?${name}$`]);
      const { stdout } = await docker(['ps', '--all', '--quiet', ...names]);
      return stdout.split('\n').filter(Boolean);
    }),
  );
  await detachLeft();
  await docker(['volume', 'rm', '--force', volume]);
}

/**
 * Removes until nothing is left. What is gone already is no error, and `docker rm --force` says so and exits with
 * 1, as it does for one that a busy engine could not end in ten seconds: the next cluster wants its name.
 *
 * @param again is done after each try that left something
 */
async function removeSurely(
  removal: readonly string[],
  names: readonly string[],
  listLeft: () => Promise<readonly string[]>,
  deadline = 300_000,
  again?: () => Promise<unknown>,
): Promise<void> {
  const look = async (): Promise<Condition> => {
    const options = { reject: false };
    const { exitCode, stderr } = await docker([...removal, ...names], options);
    if (exitCode === 0 || (await listLeft()).length === 0) return true;
    await again?.();
    // One line: a warning shows no more of it.
    return `${stderr.trim().replaceAll('\n', '; ')}${GHOST.test(stderr) ? REMEDY : ''}`;
  };
  await until(`the removal of ${names.join(' and ')}`, look, { deadline });
}
