import { sequenceOf } from './sequence.ts';
import type { Cause } from '../../../model/cause.ts';
import type { Coverage } from '../../../model/coverage.ts';
import type { TraceResult } from '../../../model/trace.ts';
import { causeTree } from '../explain/wholeTree.ts';
import { formatValue } from '../../../text/format.ts';
import { clusterTitle, ganetiTitle } from '../names.ts';
import { coverageTable } from '../explain/coverageSection.ts';
import { text, type Report, type Section } from '../../model.ts';
import { sumsOf, totalOf, verdictSummary, type Counts } from '../explain/summary.ts';

/** What one command line cost: the totals, the tree of all that it caused, and who asked whom. */
export function traceReport(trace: TraceResult): Report {
  const { command, ganeti, cluster, storage, seconds, causes, messages, share } = trace;
  const counts = countsOf(causes.filter(({ kind }) => kind !== 'background'));
  const counted = [...counts.values()].some((count) => count > 0);
  const tree: Section = {
    title: 'What it did',
    prominence: 'headline',
    blocks: [causeTree(causes)],
  };
  return {
    status: counted ? 'neutral' : 'invalid',
    title: command === '' ? 'Nothing' : command,
    verdict: [
      counted
        ? [...verdictSummary(sumsOf(counts)), formatValue(seconds, 'seconds')].join(', ')
        : 'nothing was counted',
    ],
    context: [`${ganetiTitle(ganeti)}; ${clusterTitle(cluster, storage)}`],
    sections: [
      ...(causes.length > 0 ? [tree] : []),
      ...(share.length > 0 ? [causesFoundSection(share)] : []),
      ...(messages.length > 0 ? [sequenceSection(trace)] : []),
    ],
  };
}

function sequenceSection({ messages }: TraceResult): Section {
  return {
    title: 'Who asked whom',
    prominence: 'detail',
    blocks: [{ kind: 'diagram', title: 'Sequence diagram', sequence: sequenceOf(messages) }],
  };
}

/** How much of what was seen has a cause. */
const causesFoundSection = (share: readonly Coverage[]): Section => ({
  title: 'Causes found',
  prominence: 'detail',
  blocks: [
    coverageTable([{ name: '', share }]),
    text('Seconds in the tree add up, also of what went on at the same time.'),
  ],
});

/** Of all branches. */
function countsOf(causes: readonly Cause[]): Counts {
  const all: [string, number][][] = [];
  const open = [...causes];
  for (let cause = open.pop(); cause; cause = open.pop()) {
    all.push(Object.entries(cause.counts));
    for (const child of cause.children) open.push(child);
  }
  return totalOf(all);
}
