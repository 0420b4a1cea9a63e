import { acrossNodes } from '../../../cause/acrossNodes.ts';
import { sentenceOf } from '../explain/sentence.ts';
import type { MovedBranch } from '../../../model/cause.ts';
import type { Comparison } from '../../../model/comparison.ts';
import { beforeAfter, verdictWords, type Change } from './changes.ts';
import { plural } from '../../../text/format.ts';
import type { Text } from '../../model.ts';

/** Changes that are told one by one. */
const SHOWN = 5;

/** The worst changes of all workloads, a line each with its cause. `changes`: worst first. */
export function worstLines({ workloads }: Comparison, changes: readonly Change[]): Text[] {
  return changes.slice(0, SHOWN).map(({ workload, metric }) => {
    const branches = workloads.find(({ name }) => name === workload)?.branches ?? [];
    const of = (key: string): MovedBranch[] => branches.filter((branch) => branch.key === key);
    const why =
      whyOf(of(metric.key)) || whyOf(of(metric.key.replace(/\/bytes$/, '/writes')), WRITTEN);
    return [
      { code: metric.key },
      ' ',
      ...beforeAfter(metric),
      ` in ${workload} (${verdictWords(metric)})${why}`,
    ];
  });
}

/** Bytes have no place in the tree of causes; the writes that they were written by have one. */
const WRITTEN = 'the writes of it: ';

/** `: +21 lvs in noded on node2, job OP_CLUSTER_VERIFY_DISKS; 2 other places`: where it moved most. */
function whyOf(branches: readonly MovedBranch[], lead = ''): string {
  const [first, ...others] = acrossNodes(branches);
  if (!first) return '';
  const more = others.length === 0 ? '' : `; ${plural(others.length, 'other place')}`;
  return `: ${lead}${sentenceOf(first)}${more}`;
}
