import type { CostCentresResult, Costs } from '../../../model/costCentres.ts';
import { environmentSection } from '../comparison/surroundings.ts';
import { clusterTitle, ganetiTitle } from '../names.ts';
import {
  difference,
  level,
  percentage,
  text,
  type Block,
  type Report,
  type Section,
  type Text,
} from '../../model.ts';
import { costFlames } from './costFlames.ts';
import { changedCentres, costTable, differenceTable } from './costTables.ts';

/** Cost centres that are in sight; all of them are in the folded tables. */
const IN_SIGHT = 15;
const ALL = 500;

/** What a daemon's functions cost during a workload. */
export function costsReport(result: CostCentresResult): Report {
  const { daemon, workload, ganeti, cluster, costs, environment, against } = result;
  const which = against
    ? `Now ${ganetiTitle(ganeti)}, before ${ganetiTitle(against.ganeti)}`
    : ganetiTitle(ganeti);
  return {
    status: 'neutral',
    title: 'Profiled',
    verdict: [
      `the costs of ${daemon} during ${workload}: `,
      ...(against ? movedMost(against.costs, costs) : costsMost(costs)),
    ],
    context: [`${which}; ${clusterTitle(cluster, environment.storage)}`],
    sections: [
      ...(against ? [differenceSection(against.costs, costs)] : []),
      {
        title: 'Cost centres',
        prominence: 'headline',
        blocks: [text(...explained(result)), costTable(costs, IN_SIGHT)],
      },
      {
        title: 'Allocation by stack of calls',
        prominence: 'headline',
        blocks: [text(...flamesExplained(result)), costFlames(result, 'allocated')],
      },
      {
        title: 'Time by stack of calls',
        prominence: 'archive',
        blocks: [costFlames(result, 'ticks')],
      },
      ...allOf(result),
      ...environmentSection(environment),
    ],
  };
}

function costsMost({ allocated, seconds, centres }: Costs): Text {
  const most = centres.reduce<Costs['centres'][number] | undefined>(
    (a, b) => (a && a.individual.allocated >= b.individual.allocated ? a : b),
    undefined,
  );
  const amounts = [level(allocated, 'bytes'), ' allocated, ', level(seconds, 'seconds')];
  if (!most || allocated === 0) return amounts;
  const part = percentage(most.individual.allocated / allocated);
  return [...amounts, '; the most by ', { code: most.name }, ' (', part, ')'];
}

function movedMost(before: Costs, now: Costs): Text {
  const amounts: Text = [
    ...[level(before.allocated, 'bytes'), ' allocated before, '],
    ...[level(now.allocated, 'bytes'), ' now'],
  ];
  const [most] = changedCentres(before, now);
  if (!most) return amounts;
  const [from, to] = [most.before.individual.allocated, most.now.individual.allocated];
  return [
    ...[...amounts, '; the largest difference is of ', { code: most.name }],
    ...[' (', difference(from, to, 'bytes'), ')'],
  ];
}

const explained = ({
  costs: { seconds, allocated },
  processorSeconds,
}: CostCentresResult): Text => [
  'A part of the ',
  ...[level(seconds, 'seconds'), ' in which it ran, and of the ', level(allocated, 'bytes')],
  ' that the daemon allocated from its start to its end: of each function by itself, and inherited, with all that it ' +
    'called. GHC optimizes less where it counts: what a build for use spends is less, and its parts are near these only.',
  ...(processorSeconds
    ? [
        ...[' The daemon took ', level(processorSeconds.profiled, 'seconds')],
        ...[
          ' of the processor here, and ',
          level(processorSeconds.plain, 'seconds'),
          ' in a plain build.',
        ],
      ]
    : []),
];

const flamesExplained = ({ against }: CostCentresResult): Text => [
  'Each stack of calls is as wide as what it allocated with all that it called',
  against
    ? '; what is red allocated more than before, what is blue less. What is gone has no place here, but one in the table.'
    : '.',
];

function differenceSection(before: Costs, now: Costs): Section {
  const words = text(
    'Bytes that each function allocated by itself, and the difference with all that it called. What is allocated repeats ' +
      'nearly exactly; time does not.',
  );
  const blocks: readonly Block[] = [words, differenceTable(before, now, IN_SIGHT)];
  return { title: 'What differs', prominence: 'headline', blocks };
}

function allOf({ costs, against }: CostCentresResult): Section[] {
  const section = (title: string, block: Block): Section => ({
    ...{ title, prominence: 'archive', blocks: [block] },
  });
  return [
    ...(against ? [section('All differences', differenceTable(against.costs, costs, ALL))] : []),
    section('All cost centres', costTable(costs, ALL)),
  ];
}
