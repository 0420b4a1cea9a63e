import { usageError } from '../platform/errors.ts';
import type { ClusterPlan } from '../cluster/clusterPlan.ts';
import { parseFile } from './parseFile.ts';
import { WORKLOAD_SCHEMA, WorkloadSchema, type Workload } from './schema.ts';

/**
 * Reads a workload file.
 *
 * @param file its name, for messages
 * @throws PerfError (exit 2) that names the file, the place in it and what is expected there
 */
export const parseWorkload = (text: string, file: string): Workload =>
  parseFile(text, `workload ${file}`, {
    id: WORKLOAD_SCHEMA,
    schema: WorkloadSchema,
    published: 'workload',
  });

/** A command ready to be run, or a wait for the job queue to empty. */
export type Action =
  { readonly kind: 'run'; readonly command: readonly string[] } | { readonly kind: 'wait' };

/**
 * Fills a workload's placeholders in for one cluster.
 *
 * @throws PerfError (exit 2) on a placeholder that this cluster has nothing for
 */
export function planActions(workload: Workload, plan: ClusterPlan): Action[] {
  const names = new Map([
    ...plan.nodes.map(({ index, name }) => [`node${index}`, name] as const),
    ...plan.instances.map(({ name }) => [name, name] as const),
    ...plan.configInstances.map((name) => [name, name] as const),
  ]);
  const fill = (command: readonly string[], instance?: string): string[] =>
    command.map((word) =>
      word.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = name === 'instance' ? instance : names.get(name);
        if (value !== undefined) return value;
        throw usageError(
          `workload '${workload.name}' names ${whole}, which a cluster of ${plan.nodes.length} ` +
            `nodes and ${plan.instances.length} instances does not have`,
        );
      }),
    );
  return workload.steps.flatMap((step): Action[] => {
    if ('wait' in step) return [{ kind: 'wait' }];
    if (step.each === undefined) return [{ kind: 'run', command: fill(step.run) }];
    return plan.instances.map(({ name }) => ({ kind: 'run', command: fill(step.run, name) }));
  });
}

/**
 * @throws PerfError (exit 2) when the cluster is too small for the workload, or has what it cannot be done with
 */
export function checkNeeds(
  workload: { readonly name: string; readonly needs: Workload['needs'] },
  size: {
    readonly nodes: number;
    readonly instances: number;
    readonly configInstances?: number | undefined;
  },
): void {
  const { nodes, instances, configInstances = 0 } = size;
  const { name, needs } = workload;
  if (needs.allRunning && configInstances > 0) {
    throw usageError(
      `workload '${name}' needs every instance to run, and Ganeti refuses it with the ` +
        `${configInstances} stopped ones of --config-instances: choose other workloads with --workload`,
    );
  }
  const lacks: string[] = [];
  if (nodes < needs.nodes) lacks.push(`at least ${needs.nodes} nodes, and --nodes is ${nodes}`);
  if (instances < needs.instances) {
    lacks.push(`at least ${needs.instances} instances, and --instances is ${instances}`);
  }
  if (lacks.length === 0) return;
  throw usageError(
    `workload '${name}' needs ${lacks.join('; ')}: make the cluster larger, ` +
      'or choose other workloads with --workload',
  );
}
