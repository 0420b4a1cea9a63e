import type { DiskTemplate } from '../model/environment.ts';
import type { Size } from '../model/formula.ts';
import { sizesOf } from '../growth/sizes.ts';
import { usageError } from '../platform/errors.ts';
import { deal, lengthOf } from './deal.ts';
import { ganetiText } from '../settings/ganetiSource.ts';
import { MAX_MATRIX_JOBS, type PlanSettings } from '../settings/settings.ts';
import type { Measurable } from '../workload/measurable.ts';

/** One job of a matrix: inputs of the Action by their names in action.yml. */
export interface MatrixJob {
  /** Of its own in the matrix, and fit for the name of an artifact. */
  readonly name: string;
  readonly ganeti: string;
  readonly nodes: number;
  readonly instances: number;
  readonly 'config-instances'?: number;
  readonly 'config-bare'?: true;
  readonly 'config-nodes'?: number;
  readonly 'disk-template'?: DiskTemplate;
  readonly 'candidate-pool'?: number;
  readonly 'node-groups'?: number;
  /** Names with commas. */
  readonly workload: string;
  readonly repeat: number;
}

/** What `strategy.matrix` of a workflow takes. */
export interface Matrix {
  readonly include: readonly MatrixJob[];
}

/**
 * A matrix job for each workload and size, or with `shards` at most so many for each size. The sizes
 * come in order, the workloads as given.
 *
 * @throws PerfError (exit 2) when there are more jobs than a matrix has
 */
export function matrixOf(settings: PlanSettings, workloads: readonly Measurable[]): Matrix {
  const { nodes, instances } = settings;
  const include = sizesOf({ nodes, instances }).flatMap((size) =>
    jobsOf(size, settings, workloads),
  );
  if (include.length <= MAX_MATRIX_JOBS) return { include };
  throw usageError(
    `this makes ${include.length} matrix jobs, and a matrix of GitHub's has at most ${MAX_MATRIX_JOBS}: name ` +
      'fewer sizes or workloads, or deal the workloads over fewer jobs with --shards',
  );
}

function jobsOf(size: Size, settings: PlanSettings, workloads: readonly Measurable[]): MatrixJob[] {
  const { ganeti, repeat, shards } = settings;
  const { configInstances = 0, configBare = false, configNodes = 0 } = settings;
  const { diskTemplate, candidatePool, nodeGroups } = settings;
  const dealt = deal(workloads, (workload) => lengthOf(workload, size), shards ?? Infinity);
  return dealt.map((some, index) => {
    const names = some.map(({ name }) => name).join(',');
    const part = shards === undefined ? names : `${index + 1}-of-${dealt.length}`;
    return {
      // By its beginning, a pattern finds the artifacts of one size, which one merge takes.
      name: `${size.nodes}-nodes-${size.instances}-instances-${part}`,
      ganeti: ganetiText(ganeti),
      ...size,
      ...(configInstances > 0 && { 'config-instances': configInstances }),
      ...(configBare && { 'config-bare': configBare }),
      ...(configNodes > 0 && { 'config-nodes': configNodes }),
      ...(diskTemplate !== undefined && { 'disk-template': diskTemplate }),
      ...(candidatePool !== undefined && { 'candidate-pool': candidatePool }),
      ...(nodeGroups !== undefined && { 'node-groups': nodeGroups }),
      workload: names,
      repeat,
    };
  });
}
