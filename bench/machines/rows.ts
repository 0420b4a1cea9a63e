import { cpus } from 'node:os';
import { docker } from '../../src/cluster/docker.ts';
import { containerOptions } from '../../src/cluster/identity.ts';
import type { ContainerTestbed } from '../../src/cluster/containerTestbed.ts';
import type { ClusterPlan } from '../../src/cluster/clusterPlan.ts';
import { environmentError } from '../../src/platform/errors.ts';
import { processorsOf, type Slowdown } from './probe.ts';
import { makeSlow, type Costs } from './slowLibrary.ts';

/** A kind of machine. */
export interface Row {
  readonly name: string;
  readonly title: string;
  /** Makes the nodes of a restored cluster slow; none at full speed. */
  readonly apply?: (testbed: ContainerTestbed, signal?: AbortSignal) => Promise<void>;
  /** What shows that it did not bite; undefined when it did. */
  readonly unbitten: (slowdown: Slowdown) => string | undefined;
}

const containersOf = (plan: ClusterPlan): string[] => plan.nodes.map((node) => node.container);

/** A limit is met to within so much: a quota is dealt out in periods of 100 ms. */
const SLACK = 1.25;

/**
 * So much of one processor for each node, by cgroup quota: what needs one processor takes 1/share times as long.
 * Of the machine's own processors the nodes get share * nodes in sum.
 */
function quota(name: string, title: string, share: number): Row {
  return {
    name,
    title: `${title} of a processor for each node`,
    async apply({ plan }, signal) {
      await docker(['update', '--cpus', String(share), ...containersOf(plan)], { signal });
    },
    unbitten({ after }) {
      const { quota: given } = after.limits;
      if (given === null || given > share)
        return `the quota is ${given ?? 'none'}, and not ${share}`;
      return tooFast('arithmetic', processorsOf(after.arithmetic), share * SLACK);
    },
  };
}

const oneCore: Row = {
  name: 'one-core',
  title: 'one core for all nodes',
  async apply({ plan }, signal) {
    if (cpus().length < 2) {
      throw environmentError(
        'the row one-core needs a machine of two cores or more: on this one it would change nothing; ' +
          'leave it out with --rows',
      );
    }
    await docker(['update', '--cpuset-cpus', '0', ...containersOf(plan)], { signal });
  },
  unbitten({ after }) {
    const { cores } = after.limits;
    if (cores !== 1) return `a process may run on ${cores} cores, and not on one`;
    return tooFast('parallel arithmetic', processorsOf(after.parallel), SLACK);
  },
};

/** One that only just gets less than all of a core. */
const ALONE = 0.8;

const neighbours: Row = {
  name: 'neighbours',
  title: 'a busy neighbour on every core',
  async apply(testbed, signal) {
    for (let core = 0; core < cpus().length; core++) await startNeighbour(testbed, core, signal);
  },
  unbitten: ({ after }) => tooFast('arithmetic', processorsOf(after.arithmetic), ALONE),
};

/** In a container for each core, as a container's share of a core is divided among its processes. */
async function startNeighbour(
  testbed: ContainerTestbed,
  core: number,
  signal?: AbortSignal,
): Promise<void> {
  const { runId } = testbed.plan;
  const name = `ganeti-perf-${runId}-neighbour${core}`;
  // It stays from one restored cluster to the next, and goes with all else of the run.
  const running = await docker(['ps', '--quiet', '--filter', `name=^${name}$`], { signal });
  if (running.stdout !== '') return;
  await docker(
    [
      ...['run', '--detach', '--init', '--pull', 'never', '--network', 'none', '--name', name],
      ...['--cpuset-cpus', String(core)],
      ...containerOptions(runId, ['ganeti-perf.role=neighbour', ...testbed.labels]),
      ...[testbed.tracer.reference, 'sh', '-c', 'while :; do :; done'],
    ],
    { signal },
  );
}

/** As on a machine that was seen: 3 to 6 ms for a fork and its wait, 5 to 8 ms more for an exec. */
const STARTS: Required<Pick<Costs, 'FORK_US' | 'EXEC_US'>> = { FORK_US: 2000, EXEC_US: 6000 };

const slowStarts: Row = {
  name: 'slow-starts',
  title: 'slow starts of processes',
  apply: ({ plan }, signal) => makeSlow(plan, STARTS, signal),
  unbitten({ before, after }) {
    const added = (after.start.cpu - before.start.cpu) * 1e6;
    const wanted = 2 * STARTS.FORK_US + STARTS.EXEC_US;
    if (added * SLACK >= wanted) return undefined;
    return `a start takes ${added.toFixed(0)} us of processor more than before, and not ${wanted}`;
  },
};

/** A disk that turns; shorter than the sleeps that are counted. */
const FSYNC_US = 30_000;

const slowFsync: Row = {
  name: 'slow-fsync',
  title: 'slow fsync',
  apply: ({ plan }, signal) => makeSlow(plan, { FSYNC_US }, signal),
  unbitten({ before, after }) {
    if ((after.fsync.seconds - before.fsync.seconds) * 1e6 * SLACK >= FSYNC_US) return undefined;
    const [was, is] = [before, after].map(({ fsync }) => (fsync.seconds * 1e6).toFixed(0));
    return `an fsync takes ${is} us, and took ${was} us before: not ${FSYNC_US} us more`;
  },
};

function tooFast(what: string, processors: number, limit: number): string | undefined {
  if (processors <= limit) return undefined;
  return `${what} had ${processors.toFixed(2)} processors, and not ${limit.toFixed(2)} at the most`;
}

export const ROWS: readonly Row[] = [
  { name: 'full', title: 'full speed', unbitten: () => undefined },
  quota('half', '1/2', 1 / 2),
  quota('quarter', '1/4', 1 / 4),
  quota('tenth', '1/10', 1 / 10),
  oneCore,
  neighbours,
  slowStarts,
  slowFsync,
];
