import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from '../../src/cluster/docker.ts';
import { execOn, inBatches } from '../../src/cluster/nodes.ts';
import type { ClusterPlan } from '../../src/cluster/clusterPlan.ts';
import { environmentError } from '../../src/platform/errors.ts';
import { ProcessError } from '../../src/platform/process/processError.ts';
import { run } from '../../src/platform/process/process.ts';

/** What the library costs, in microseconds; see slow.c. */
export interface Costs {
  readonly FORK_US?: number;
  readonly EXEC_US?: number;
  readonly FSYNC_US?: number;
}

const SOURCE = join(import.meta.dirname, 'slow.c');
const ON_NODE = '/usr/lib/ganeti-perf-slow.so';

/**
 * Has every program that is started on the nodes from now on load the library.
 *
 * @throws PerfError (exit 3) where there is no C compiler
 */
export async function makeSlow(
  plan: ClusterPlan,
  costs: Costs,
  signal?: AbortSignal,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-slow-'));
  try {
    const library = join(folder, 'slow.so');
    await compile(library, costs, signal);
    await inBatches(plan.nodes, 4, async (node) => {
      await docker(['cp', library, `${node.container}:${ON_NODE}`], { signal });
      await execOn(node, ['sh', '-c', `echo ${ON_NODE} > /etc/ld.so.preload`], { signal });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compile(library: string, costs: Costs, signal?: AbortSignal): Promise<void> {
  const defines = Object.entries(costs).map(([name, value]) => `-D${name}=${value}`);
  const args = ['-O1', '-fPIC', '-shared', ...defines, '-o', library, SOURCE];
  try {
    await run('cc', args, { signal });
  } catch (error) {
    if (!(error instanceof ProcessError) || error.end.aborted) throw error;
    throw environmentError(
      `the C compiler 'cc' cannot make ${SOURCE} into a library (${error.short}); ` +
        'on Debian and Ubuntu: apt-get install gcc libc6-dev',
      { cause: error },
    );
  }
}
