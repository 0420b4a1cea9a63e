import { createDisposal } from '../platform/process/disposal.ts';
import type { WorkContext } from '../platform/context.ts';
import { ensureEngine } from '../platform/engine/engine.ts';
import { usageError } from '../platform/errors.ts';
import { startDaemons } from './daemons.ts';
import { docker } from './docker.ts';
import { KEPT_LABEL, userLabel } from './identity.ts';
import {
  openContainerTestbed,
  restoreNodes,
  type ContainerTestbed,
  type TestbedSettings,
} from './containerTestbed.ts';
import { removeLabelled, type Removed } from './remove.ts';

/** Each user of a machine may have a cluster of their own. */
const ours = (): readonly string[] => [`${KEPT_LABEL}=1`, userLabel()];

/** One container of the cluster that was kept. */
export interface KeptNode {
  readonly container: string;
  /** Ganeti's name of it. */
  readonly node: string;
  /** As Docker tells it, e.g. `Up 3 minutes`. */
  readonly status: string;
}

/**
 * Starts a cluster that stays when this process ends.
 *
 * @throws PerfError (exit 2) when there is one already
 */
export async function startKeptCluster(
  settings: TestbedSettings,
  context: WorkContext,
): Promise<ContainerTestbed> {
  const disposal = createDisposal(context.log);
  try {
    // A large cluster takes minutes to form.
    await ensureEngine(context);
    await refuseSecondKept();
    const testbed = await openContainerTestbed(settings, { ...context, disposal, kept: true });
    await refuseSecondKept();
    await context.log.phase('start the cluster', async () => {
      await restoreNodes(testbed, context.signal);
      await startDaemons(testbed.plan, context.signal);
    });
    // From here on it is the person's: what would have removed it is given away.
    disposal.move();
    return testbed;
  } finally {
    await disposal.dispose();
  }
}

/**
 * @throws PerfError (exit 2) when a cluster was kept already
 */
export async function refuseSecondKept(): Promise<void> {
  const [there] = await keptNodes();
  if (!there) return;
  throw usageError(
    `a cluster is up already (${there.container}); take it down first: ganeti-perf cluster down`,
  );
}

/** The instances of the kept cluster, as its master's `gnt-instance list` prints them. */
export async function keptInstances(master: KeptNode): Promise<string> {
  return (await docker(['exec', master.container, 'gnt-instance', 'list'])).stdout;
}

/** The nodes of this user's kept cluster, the master first; none when there is no such cluster. */
export async function keptNodes(): Promise<KeptNode[]> {
  const format = '{{.Names}}|{{.Status}}';
  const filters = ours().flatMap((label) => ['--filter', `label=${label}`]);
  const args = ['ps', '--all', ...filters, '--format', format];
  const { stdout } = await docker(args);
  return stdout
    .split('\n')
    .flatMap((line) => {
      const [container = '', status = ''] = line.split('|');
      const index = Number(/-node(\d+)$/.exec(container)?.[1]);
      return index > 0 ? [{ index, container, node: `node${index}.perf.test`, status }] : [];
    })
    .toSorted((a, b) => a.index - b.index)
    .map(({ container, node, status }) => ({ container, node, status }));
}

/** Takes this user's kept cluster down. */
export const removeKept = (): Promise<Removed> => removeLabelled(ours());
