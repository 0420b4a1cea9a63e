import * as z from 'zod';
import { USUAL_POOL } from '../model/candidates.ts';
import { maxOf } from '../model/numbers.ts';
import { MAX_CONFIG_INSTANCES, MAX_CONFIG_NODES } from '../model/environment.ts';
import { clusterShape, json, verbose } from './clusterShape.ts';
import { BARE_OF_NONE, configurationShape, isBareOfAny } from './configuration.ts';
import { DEFAULTS } from './defaults.ts';
import { ganetiSource } from './ganetiSource.ts';
import { checkGroupSizes } from './scaleGroups.ts';
import { checkStorage } from './storage.ts';
import { totalSizes, type TotalSize } from './totalSizes.ts';
import { flag, growthSizes, path, sizeList, wholeNumber, workloadNames } from './values.ts';

const shape = {
  ganeti: clusterShape.ganeti,
  buildCache: clusterShape.buildCache,
  overlay: clusterShape.overlay,
  diskTemplate: clusterShape.diskTemplate,
  storage: clusterShape.storage,
  /** The sizes of the cluster: each number of nodes with each number of instances. */
  nodes: growthSizes(1, 100).optional(),
  instances: growthSizes(0, 1000).prefault(DEFAULTS.scaleInstances),
  /** Pools of master candidates: the usual one takes all these sizes, each other one a few. */
  candidatePool: sizeList(1, 100).optional(),
  /** Numbers of node groups: each takes the sizes at which all groups have as many nodes. */
  nodeGroups: sizeList(1, 100).optional(),
  /** And each size of the configuration. */
  configInstances: growthSizes(0, MAX_CONFIG_INSTANCES).optional(),
  configBare: configurationShape.configBare,
  configNodes: growthSizes(0, MAX_CONFIG_NODES).optional(),
  /** What the configuration holds in all, in place of these two. */
  totals: totalSizes.optional(),
  workloads: workloadNames.prefault([...DEFAULTS.workloads]),
  /** A second Ganeti, measured in turns with the first at each size, which its growth is held against. */
  against: ganetiSource.optional(),
  repeat: wholeNumber(1, 100).prefault(DEFAULTS.repeat),
  baselines: path.optional(),
  out: path.prefault(DEFAULTS.scaleOut),
  /** Write the formulas into the baselines. */
  accept: flag.default(false),
  json,
  verbose,
};

const Given = z.object(shape);
type Settled = Omit<z.infer<typeof Given>, 'nodes' | 'totals'> & {
  readonly nodes: number[];
  /** The first of `configNodes` with the first of `configInstances` and so on. */
  readonly together?: true;
};

export const ScaleSettingsSchema = Given.transform(
  ({ nodes, totals, ...settings }, context): Settled => {
    // With sizes in all, the nodes that are driven are as in a run; else they are what varies.
    const driven =
      nodes ?? growthSizes(1, 100).parse(totals ? DEFAULTS.nodes : DEFAULTS.scaleNodes);
    if (!totals) return { ...settings, nodes: driven };
    const message = misfitOf(totals, { ...settings, nodes: driven });
    if (message !== undefined) {
      context.addIssue({ code: 'custom', message, path: ['totals'] });
      return z.NEVER;
    }
    const [[n = 0], [i = 0]] = [driven, settings.instances];
    return {
      ...settings,
      nodes: driven,
      configNodes: totals.map((total) => total.nodes - n),
      configInstances: totals.map((total) => total.instances - i),
      together: true,
    };
  },
)
  .refine(isBareOfAny, BARE_OF_NONE)
  .refine(
    ({ nodes, candidatePool = [] }) => {
      const most = Math.min(maxOf(nodes), USUAL_POOL);
      return candidatePool.every((pool) => pool < most || pool === USUAL_POOL);
    },
    {
      message: `must be fewer than the nodes and than ${USUAL_POOL}, or ${USUAL_POOL} for the usual pool, which has room for that many`,
      path: ['candidatePool'],
    },
  )
  .refine(
    ({ candidatePool = [], configInstances = [], configNodes = [] }) =>
      candidatePool.length === 0 || Math.max(configInstances.length, configNodes.length) < 2,
    {
      message:
        'must be left out where the configuration has several sizes: growth is in one or the other',
      path: ['candidatePool'],
    },
  )
  .superRefine(checkGroupSizes)
  .superRefine(checkStorage)
  .refine(
    ({ nodes, instances, candidatePool = [], nodeGroups = [], ...more }) => {
      const { configInstances = [], configNodes = [] } = more;
      const all = [nodes, instances, candidatePool, nodeGroups, configInstances, configNodes];
      return all.some(({ length }) => length > 1);
    },
    {
      message:
        'must be three sizes at least when --instances and --config-instances are one size: growth takes several',
      path: ['nodes'],
    },
  )
  .refine(
    ({ instances, configInstances = [] }) => instances.length === 1 || configInstances.length < 2,
    {
      message:
        'must be one size where --instances are several: what grows with which of the two would take all of both',
      path: ['configInstances'],
    },
  )
  .refine(({ nodes, configNodes = [] }) => nodes.length === 1 || configNodes.length < 2, {
    message:
      'must be one size where --nodes are several: what grows with which of the two would take all of both',
    path: ['configNodes'],
  })
  .refine(
    ({ accept, configInstances = [], configNodes = [] }) =>
      !accept || Math.max(configInstances.length, configNodes.length) < 2,
    {
      message:
        'must be one size with --accept, as must --config-nodes: baselines are kept for each, and have no formula in it',
      path: ['configInstances'],
    },
  )
  .refine(({ against, baselines, accept }) => against === undefined || !(accept || baselines), {
    message: 'is compared with in place of baselines: leave out --accept and --baselines, or this',
    path: ['against'],
  });

export type ScaleSettings = Readonly<z.infer<typeof ScaleSettingsSchema>>;

/** Why the configuration cannot hold so much in all; undefined where it can. */
function misfitOf(
  totals: readonly TotalSize[],
  { nodes, instances, configNodes, configInstances }: Sizes,
): string | undefined {
  const [n = 0, ...moreNodes] = nodes;
  const [i = 0, ...moreInstances] = instances;
  if (moreNodes.length + moreInstances.length > 0 || configNodes || configInstances) {
    return (
      'say how large the configuration is in all: leave out --config-nodes and --config-instances, ' +
      'and name one size of --nodes and of --instances'
    );
  }
  const small = totals.find((total) => total.nodes < n || total.instances < i);
  if (small) {
    const size = `${small.nodes}x${small.instances}`;
    return `must hold the ${n} nodes and ${i} instances that are driven, got ${size}`;
  }
  const large = totals.find(
    (total) => total.nodes - n > MAX_CONFIG_NODES || total.instances - i > MAX_CONFIG_INSTANCES,
  );
  return (
    large && `must be at most ${MAX_CONFIG_NODES} nodes and ${MAX_CONFIG_INSTANCES} instances more`
  );
}

interface Sizes {
  readonly nodes: readonly number[];
  readonly instances: readonly number[];
  readonly configNodes?: readonly number[] | undefined;
  readonly configInstances?: readonly number[] | undefined;
}
