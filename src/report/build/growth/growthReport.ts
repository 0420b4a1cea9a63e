import { isWorse } from '../../../growth/judgeGrowth.ts';
import { sizesOf } from '../../../growth/sizes.ts';
import { growthVerdict } from '../../../growth/growthVerdict.ts';
import type { Growth, GrowthChange, GrowthWorkload } from '../../../model/growth.ts';
import { growthCharts, metricCharts } from './growthCharts.ts';
import { growthHeadline } from './growthHeadline.ts';
import { constantsTable, fitsTable, growingTable, likelyTable, openTable } from './growthTables.ts';
import { totalOf } from '../../../model/along.ts';
import { configurationOptions } from '../../../model/environment.ts';
import { ganetiTitle, sizeTitle } from '../names.ts';
import { powerSection } from './powerSection.ts';
import { shellWord } from '../comparison/remedies.ts';
import {
  code,
  codeCell,
  difference,
  figures,
  level,
  table,
  text,
  type Report,
  type Section,
  type Text,
} from '../../model.ts';
import { environmentSection } from '../comparison/surroundings.ts';

/** What a series of cluster sizes says of growth: what grows worse than before first, then all of it. */
export function growthReport(growth: Growth): Report {
  const { ganeti, grid, workloads, environment, against } = growth;
  const sizes = sizesWords(grid).join('; ');
  const beside = (name: string) => against?.workloads.find((w) => w.name === name)?.metrics;
  const versus = against ? `, held against ${ganetiTitle(against.ganeti)}` : '';
  return {
    ...growthHeadline(growth),
    worst: worstLines(workloads),
    context: [`${ganetiTitle(ganeti)}${versus}; ${sizes}; ${grid.diskTemplate}`],
    sections: [
      ...changesSection(growth),
      ...failuresSection(growth),
      ...workloads.flatMap(growingSection),
      ...workloads.flatMap((workload) => powerSection(workload, against)),
      ...remedySection(growth),
      ...workloads.flatMap(foldedSections),
      ...workloads.flatMap(({ name, metrics }) =>
        metricCharts(name, metrics, 'noisy', beside(name)),
      ),
      ...environmentSection(environment),
    ],
  };
}

/** What was measured; where nodes and instances rose together, how many Ganeti knew of in all. */
function sizesWords(grid: Growth['grid']): string[] {
  const { nodes, instances, candidatePool, nodeGroups, configInstances, configBare } = grid;
  const { configNodes = [], together } = grid;
  const bare = configBare ? ' without disks and NICs' : '';
  if (together) {
    const totals = sizesOf(grid).map(totalOf);
    return [
      `${totals.map((size) => `${size.nodes}x${size.instances}`).join(', ')} nodes by instances in all`,
      `of these ${nodes.join()} nodes and ${instances.join()} instances are driven, and the others only in ` +
        `the configuration${bare}`,
    ];
  }
  return [
    `${nodes.join(', ')} nodes`,
    `${instances.join(', ')} instances`,
    ...(candidatePool === undefined
      ? []
      : [`pools of ${candidatePool.join(', ')} master candidates`]),
    ...(nodeGroups === undefined ? [] : [`${nodeGroups.join(', ')} node groups`]),
    ...(configInstances === undefined
      ? []
      : [`${configInstances.join(', ')} stopped ones in the configuration${bare}`]),
    ...(configNodes.length === 0
      ? []
      : [`${configNodes.join(', ')} nodes only in the configuration`]),
  ];
}

function changesSection({ workloads, against }: Growth): Section[] {
  const rows = workloads.flatMap(({ name, metrics, changes }) =>
    changes.map((change) => {
      const unit = metrics[change.key]?.unit ?? 'count';
      const { at } = change;
      return [
        name,
        codeCell(change.key),
        change.sentence,
        at ? level(at.expected, unit) : '',
        at ? level(at.measured, unit) : '',
        at ? difference(at.expected, at.measured, unit) : '',
        at ? sizeTitle(at) : '',
        { text: [VERDICTS[change.verdict]], severity: isWorse(change) ? 'bad' : 'good' } as const,
      ];
    }),
  );
  if (rows.length === 0) return [];
  const columns = [
    'Workload',
    'Metric',
    'Growth',
    figures('Expected'),
    figures('Measured'),
    figures('Difference'),
    { title: 'At', align: 'left', optional: true } as const,
    'Verdict',
  ];
  const title = against ? 'Not as in the other Ganeti' : 'Not as the baselines say';
  const facets = workloads.flatMap(({ changes }) =>
    changes.map(({ verdict }) => VERDICTS[verdict]),
  );
  return [{ title, prominence: 'headline', aside: true, blocks: [table(columns, rows, facets)] }];
}

/** The worst of them, a line each. */
function worstLines(workloads: readonly GrowthWorkload[]): Text[] {
  const all = workloads.flatMap(({ name, metrics, changes }) =>
    changes.map((change) => ({ name, change, unit: metrics[change.key]?.unit ?? 'count' })),
  );
  const worse = all.filter(({ change }) => isWorse(change));
  return [...worse, ...all.filter(({ change }) => !isWorse(change))].slice(0, WORST).map((one) => {
    const { at, key, sentence, verdict } = one.change;
    const numbers = at
      ? [
          '; ',
          level(at.expected, one.unit),
          ' → ',
          level(at.measured, one.unit),
          ` at ${sizeTitle(at)}`,
        ]
      : [];
    return [{ code: key }, ` in ${one.name} (${VERDICTS[verdict]}): ${sentence}`, ...numbers];
  });
}

/** Changes that are told one by one. */
const WORST = 5;

const VERDICTS: Readonly<Record<GrowthChange['verdict'], string>> = {
  worse: 'grows faster',
  costlier: 'costs more',
  better: 'grows slower',
  cheaper: 'costs less',
};

function failuresSection({ failures }: Growth): Section[] {
  if (failures.length === 0) return [];
  const rows = failures.map(({ reason, ...size }) => [sizeTitle(size), reason]);
  const columns = ['Size', 'Why'];
  return [{ title: 'Not measured', prominence: 'headline', blocks: [table(columns, rows)] }];
}

const LIKELY =
  'These formulas give every value, but too few sizes were measured to be sure of them; nothing is judged by them, and none is kept. ' +
  'A line takes four sizes, a square five: name one or two more.';

function growingSection(workload: GrowthWorkload): Section[] {
  const grows = growingTable(workload);
  const likely = likelyTable(workload);
  const blocks = [
    ...(grows ? [grows, ...growthCharts(workload)] : []),
    ...(likely ? [text(LIKELY), likely] : []),
    ...(grows || likely ? [] : [text('Nothing in it grows by a formula.')]),
  ];
  return [{ title: `${workload.name}: what grows`, prominence: 'headline', aside: true, blocks }];
}

function foldedSections({ name, metrics }: GrowthWorkload): Section[] {
  const sections: (Section | undefined)[] = [
    openTable(metrics, 'no-formula', (count) => `${name}: no formula (${count})`),
    openTable(metrics, 'not-decided', (count) => `${name}: not decided (${count})`),
    ...metricCharts(name, metrics, 'exact'),
    constantsTable(name, metrics),
    fitsTable(name, metrics),
  ];
  return sections.filter((section) => section !== undefined);
}

/** The command that keeps what was found. */
function remedySection(growth: Growth): Section[] {
  if (growth.failures.length > 0 || growth.workloads.length === 0) return [];
  const verdict = growthVerdict(growth);
  const changed = growth.workloads.some(({ changes }) => changes.length > 0);
  if (verdict === 'pass' && !changed) return [];
  const { ganeti, grid, environment, workloads, against } = growth;
  // Nothing is accepted of what another Ganeti says, nor of several sizes of the configuration.
  const lists = [grid.configInstances ?? [], grid.configNodes ?? []];
  if (against || lists.some(({ length }) => length > 1)) return [];
  const [configInstances = 0, configNodes = 0] = lists.flatMap(([size = 0]) => size);
  const options = [
    ['--nodes', grid.nodes.join(',')],
    ['--instances', grid.instances.join(',')],
    grid.candidatePool ? ['--candidate-pool', grid.candidatePool.join(',')] : [],
    grid.nodeGroups ? ['--node-groups', grid.nodeGroups.join(',')] : [],
    configurationOptions({
      diskTemplate: grid.diskTemplate,
      ...(configInstances > 0 && { configInstances }),
      ...(grid.configBare && { configBare: true }),
      ...(configNodes > 0 && { configNodes }),
    }),
    ganeti.source === 'debian:bookworm'
      ? []
      : ['--ganeti', ganeti.source === 'source' ? 'source:DIR' : ganeti.source],
    // Which folder it was only its owner knows.
    Object.hasOwn(environment, 'overlay') ? ['--overlay', 'DIR'] : [],
    ...workloads.map(({ name }) => ['--workload', name]),
    ['--accept'],
  ];
  const command = ['npm run perf -- scale', ...options.flat().map(shellWord)].join(' ');
  const say =
    verdict === 'neutral'
      ? 'To write the formulas into the baselines, and commit them:'
      : 'To accept how it grows now, write the formulas into the baselines and commit them:';
  return [{ title: 'What to do', prominence: 'detail', blocks: [text(say), code(command)] }];
}
