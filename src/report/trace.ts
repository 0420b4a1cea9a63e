import { sequenceDiagram } from '../cause/sequence.ts';
import type { Cause } from '../model/causes.ts';
import type { Share, TraceResult } from '../model/trace.ts';
import { causeTree } from './causeTree.ts';
import { formatValue } from './format.ts';
import { clusterTitle, FAMILY_TITLES, ganetiTitle } from './names.ts';
import { figures, table, text, type Report, type Section } from './sections.ts';
import { totalOf, verdictSummary, type Counts } from './summary.ts';

/** What one command line cost: the totals, the tree of all that it caused, and who asked whom. */
export function traceReport(trace: TraceResult): Report {
  const { command, ganeti, cluster, seconds, causes, messages, share } = trace;
  const totals = countsOf(causes.filter(({ kind }) => kind !== 'background'));
  const counted = [...totals.values()].some((count) => count > 0);
  const tree: Section = {
    title: 'What it did',
    prominence: 'headline',
    blocks: [causeTree(causes)],
  };
  return {
    mark: counted ? 'neutral' : 'invalid',
    title: command === '' ? 'Nothing' : command,
    verdict: [
      counted
        ? [...verdictSummary(totals), formatValue(seconds, 'seconds')].join(', ')
        : 'nothing was counted',
    ],
    context: [`${ganetiTitle(ganeti)}; ${clusterTitle(cluster)}`],
    sections: [
      ...(causes.length > 0 ? [tree] : []),
      ...(share.length > 0 ? [shareSection(share)] : []),
      ...(messages.length > 0 ? [sequenceSection(trace)] : []),
    ],
  };
}

function sequenceSection({ messages }: TraceResult): Section {
  const mermaid = sequenceDiagram(messages);
  return {
    title: 'Who asked whom',
    prominence: 'detail',
    blocks: [{ kind: 'diagram', title: 'Sequence diagram', mermaid }],
  };
}

/** How much of what was seen has a cause. */
function shareSection(shares: readonly Share[]): Section {
  const sum = (of: (share: Share) => number) => shares.reduce((all, each) => all + of(each), 0);
  const [events, without] = [sum((share) => share.events), sum((share) => share.unattributed)];
  return {
    title: 'Causes found',
    prominence: 'detail',
    blocks: [
      text(
        `${percent(events - without, events)} of ${formatValue(events, 'count')} events have a cause. ` +
          'Seconds in the tree add up, also of what went on at the same time.',
      ),
      table(
        [
          '',
          figures('Events'),
          figures('Command'),
          figures('Daemon'),
          figures('Clock'),
          figures('No cause'),
          figures('With a cause'),
        ],
        shares.map((share) => {
          const { family, events: all, attributed, daemon, background, unattributed } = share;
          return [
            FAMILY_TITLES[family],
            ...[all, attributed, daemon, background].map((count) => formatValue(count, 'count')),
            {
              text: [formatValue(unattributed, 'count')],
              ...(unattributed > 0 && { tone: 'warn' as const }),
            },
            percent(all - unattributed, all),
          ];
        }),
      ),
    ],
  };
}

/** Rounded down: 100 % is all of them. */
function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.floor((part / whole) * 1000) / 10} %`;
}

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
