import type * as z from 'zod';
import type { DiskTemplate } from '../model/environment.ts';
import { checkNodes } from './clusterShape.ts';

interface GroupSizes {
  readonly diskTemplate?: DiskTemplate | undefined;
  readonly nodes: readonly number[];
  readonly instances: readonly number[];
  readonly nodeGroups?: readonly number[] | undefined;
  readonly candidatePool?: readonly number[] | undefined;
  readonly configInstances?: readonly number[] | undefined;
  readonly configNodes?: readonly number[] | undefined;
  readonly accept: boolean;
}

/** What `scale` takes of node groups: each number of them with nodes that it divides, and nothing else that varies. */
export function checkGroupSizes(settings: GroupSizes, context: z.RefinementCtx): void {
  const { diskTemplate, nodes, nodeGroups = [1] } = settings;
  const wrong = wrongGroups(settings, nodeGroups);
  if (wrong !== undefined) {
    context.addIssue({ code: 'custom', path: ['nodeGroups'], message: wrong });
    return;
  }
  for (const groups of nodeGroups) {
    const own = nodes.filter((n) => n % groups === 0);
    checkNodes({ diskTemplate, nodes: own, nodeGroups: groups }, context);
  }
}

function wrongGroups(settings: GroupSizes, nodeGroups: readonly number[]): string | undefined {
  const { nodes, instances, candidatePool = [], configInstances = [], configNodes = [] } = settings;
  const odd = nodeGroups.find((groups) => nodes.every((n) => n % groups !== 0));
  if (odd !== undefined) {
    return `must divide a number of nodes, as all groups have as many, got ${odd} for ${nodes.join()}`;
  }
  if (nodeGroups.length === 1) return undefined;
  const others = [instances, configInstances, configNodes];
  if (candidatePool.length > 0 || others.some(({ length }) => length > 1)) {
    return 'must be one number where anything but the nodes has several sizes: growth with groups takes one of all else';
  }
  if (settings.accept && nodeGroups.includes(1)) {
    return (
      'must be several in each cluster with --accept: the baselines of one group keep their formulas, ' +
      'and those of several have their own'
    );
  }
  return undefined;
}
