import { usageError } from '../platform/errors.ts';
import type { DiskTemplate } from '../model/environment.ts';
import type { ClusterPlan } from '../cluster/clusterPlan.ts';
import { parseFile } from './parseFile.ts';
import { WORKLOAD_SCHEMA, WorkloadSchema, type Step, type Workload } from './schema.ts';

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

/** A command ready to be run, or a request ready to be sent. */
export interface RunAction {
  /** `rapi`: the command is a method and a path, and after how many seconds the client goes away. */
  readonly kind: 'run' | 'rapi';
  /** `{job}` in it stands for the number of the oldest job that is queued or running then. */
  readonly command: readonly string[];
  /** The next action does not wait for its end. */
  readonly background?: boolean;
  /** The exit status that it must end with, 0 where none is given. */
  readonly status?: number;
}

export type Action =
  | RunAction
  | {
      readonly kind: 'wait';
      /** Until no job is queued or running, or until nothing happens on the cluster, whatever is queued. */
      readonly until: 'jobs' | 'quiet';
    };

/** Filled in when its command is run. */
export const OPEN_JOB = '{job}';

/** What is done for one measurement: before Ganeti is started, and then as the workload. */
export interface Actions {
  readonly before: readonly RunAction[];
  readonly steps: readonly Action[];
}

/**
 * Fills a workload's placeholders in for one cluster.
 *
 * @throws PerfError (exit 2) on a placeholder that this cluster has nothing for
 */
export function planActions(workload: Workload, plan: ClusterPlan): Actions {
  const names = new Map([
    ...plan.nodes.map(({ index, name }) => [`node${index}`, name] as const),
    ...plan.instances.map(({ name }) => [name, name] as const),
    ...plan.configInstances.map((name) => [name, name] as const),
    ['job', OPEN_JOB] as const,
  ]);
  const fill = (command: readonly string[], turn: Turn): string[] =>
    command.map((word) =>
      word.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = turn.get(name) ?? names.get(name);
        if (value !== undefined) return value;
        throw usageError(
          `workload '${workload.name}' names ${whole}, which a cluster of ${plan.nodes.length} ` +
            `nodes and ${plan.instances.length} instances does not have`,
        );
      }),
    );
  const isFor = ({ diskTemplates }: { readonly diskTemplates?: readonly string[] | undefined }) =>
    diskTemplates?.includes(plan.topology.diskTemplate) ?? true;
  const planned = (step: CommandStep): RunAction[] => {
    if (!isFor(step)) return [];
    const [kind, command] =
      'run' in step ? (['run', step.run] as const) : (['rapi', requestOf(step)] as const);
    return turnsOf(step, plan).map((turn) => ({
      kind,
      command: fill(command, turn),
      ...('run' in step && step.background && { background: true }),
      ...('run' in step && step.status !== undefined && { status: step.status }),
    }));
  };
  return {
    before: (workload.before ?? []).flatMap(planned),
    steps: workload.steps.flatMap((step): Action[] =>
      'wait' in step ? [{ kind: 'wait', until: step.wait }] : planned(step),
    ),
  };
}

const requestOf = ({ rapi, giveUpAfter }: Extract<Step, { rapi: unknown }>): string[] => [
  ...rapi,
  ...(giveUpAfter === undefined ? [] : [String(giveUpAfter)]),
];

/** Whether a client goes away before it has its answer. */
export const givesUp = (steps: readonly Action[]): boolean =>
  steps.some((step) => step.kind === 'rapi' && step.command.length > 2);

type CommandStep = Exclude<Step, { wait: unknown }>;

/** What stands for something else each time that a step is done. */
type Turn = ReadonlyMap<string, string>;

/** A step's turns, one after the other: for each node or instance, so many times each. */
function turnsOf({ each, times }: CommandStep, { nodes, instances }: ClusterPlan): Turn[] {
  const names = (each === 'node' ? nodes : instances).map(({ name }) => name);
  const outer = each === undefined ? [{}] : names.map((name) => ({ [each]: name }));
  const inner =
    times === undefined ? [{}] : Array.from({ length: times }, (_, i) => ({ n: String(i + 1) }));
  return outer.flatMap((one) =>
    inner.map((other) => new Map(Object.entries({ ...one, ...other }))),
  );
}

/**
 * @throws PerfError (exit 2) when the cluster is too small for the workload, or has what it cannot be done with
 */
export function checkNeeds(
  workload: { readonly name: string; readonly needs: Workload['needs'] },
  size: {
    readonly nodes: number;
    readonly instances: number;
    readonly nodeGroups?: number | undefined;
    readonly configInstances?: number | undefined;
    readonly diskTemplate?: DiskTemplate | undefined;
  },
): void {
  const { nodes, instances, nodeGroups = 1, configInstances = 0 } = size;
  const { diskTemplate = 'sharedfile' } = size;
  const { name, needs } = workload;
  if (needs.allRunning && configInstances > 0) {
    throw usageError(
      `workload '${name}' needs every instance to run, and Ganeti refuses it with the ` +
        `${configInstances} stopped ones of --config-instances: choose other workloads with --workload`,
    );
  }
  if (needs.diskTemplates?.includes(diskTemplate) === false) {
    throw usageError(
      `workload '${name}' means nothing with disks of '${diskTemplate}': measure it with ` +
        `--disk-template ${needs.diskTemplates.join(' or ')}, or choose other workloads with --workload`,
    );
  }
  const lacks: string[] = [];
  // Ganeti chooses another node from the same group.
  if (Math.floor(nodes / nodeGroups) < needs.nodes) {
    const groups = nodeGroups > 1 ? ` for ${nodeGroups} node groups` : '';
    const each = nodeGroups > 1 ? ' in each group' : '';
    lacks.push(`at least ${needs.nodes} nodes${each}, and --nodes is ${nodes}${groups}`);
  }
  if (instances < needs.instances) {
    lacks.push(`at least ${needs.instances} instances, and --instances is ${instances}`);
  }
  if (configInstances < (needs.configInstances ?? 0)) {
    lacks.push(
      `at least ${needs.configInstances} stopped instances in the configuration, ` +
        `and --config-instances is ${configInstances}`,
    );
  }
  if (lacks.length === 0) return;
  throw usageError(
    `workload '${name}' needs ${lacks.join('; ')}: make the cluster larger, ` +
      'or choose other workloads with --workload',
  );
}
