import type { DefectResult, DefectsResult, Found, Outcome } from '../../../model/defects.ts';
import {
  codeCell,
  figures,
  level,
  table,
  text,
  type Cell,
  type CellContent,
  type Report,
  type Section,
  type Severity,
} from '../../model.ts';
import { environmentSection } from '../comparison/surroundings.ts';
import { ganetiTitle } from '../names.ts';

/** What the suite said of known defects that were brought back. */
export function defectsReport({ ganeti, environment, defects }: DefectsResult): Report {
  const count = (...outcomes: readonly Outcome[]): number =>
    defects.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const planted = defects.filter(({ origin }) => origin !== 'none');
  const tried = planted.filter(({ outcome }) => isTried(outcome)).length;
  const nulls = count('silent', 'alarm');
  const bad = count('missed', 'otherwise', 'alarm', 'not-measured') > 0;
  return {
    status: tried + nulls === 0 ? 'invalid' : bad ? 'bad' : 'good',
    title: 'Defects brought back',
    verdict: [
      level(count('caught'), 'count'),
      ` of ${tried} caught as was said beforehand`,
      ...(count('otherwise') > 0 ? [`, ${count('otherwise')} otherwise`] : []),
      ...(count('missed') > 0 ? [`, ${count('missed')} missed`] : []),
      `; ${count('alarm')} alarms by ${nulls} changes that cost nothing`,
    ],
    context: [ganeti ? ganetiTitle(ganeti) : 'nothing was measured'],
    sections: [
      ...ORIGINS.flatMap(({ origin, title }) =>
        section(
          title,
          defects.filter((one) => one.origin === origin),
        ),
      ),
      ...notTried(defects),
      ...(environment ? environmentSection(environment) : []),
    ],
  };
}

const isTried = (outcome: Outcome): boolean =>
  outcome !== 'not-applicable' && outcome !== 'not-measured';

const ORIGINS = [
  { origin: 'talk', title: 'Named in the talk' },
  { origin: 'history', title: "From Ganeti's history" },
  { origin: 'like', title: 'Of a kind that happens' },
  { origin: 'none', title: 'Changes that cost nothing' },
] as const;

function section(title: string, all: readonly DefectResult[]): Section[] {
  const defects = all.filter(({ outcome }) => isTried(outcome));
  if (defects.length === 0) return [];
  const columns = [
    'Workload',
    'Outcome',
    'Nodes × instances',
    'Metric',
    figures('Before'),
    figures('After'),
    'Said',
  ];
  const rows = defects.flatMap(rowsOf);
  return [
    {
      title: `${title} (${defects.length})`,
      prominence: 'headline',
      blocks: [table([title, ...columns], rows)],
    },
  ];
}

function rowsOf({ title, workload, outcome, tried }: DefectResult): CellContent[][] {
  const head = [title, codeCell(workload), outcomeCell(outcome)];
  const rows = tried.flatMap(({ cluster, found, others }): CellContent[][] => {
    const size = `${cluster.nodes} × ${cluster.instances}`;
    // Of a change that costs nothing, what moved all the same.
    if (found.length === 0) return [[size, others.join(', '), '', '', '']];
    return found.map((one) => [
      size,
      codeCell(one.metric),
      valueOf(one, one.before),
      valueOf(one, one.after),
      one.faults.length > 0
        ? one.faults.join('; ')
        : one.more === undefined
          ? ''
          : `${one.more} more`,
    ]);
  });
  return rows.map((row, k) => [...(k === 0 ? head : ['', '', '']), ...row]);
}

const valueOf = ({ unit }: Found, value: number | null): CellContent =>
  level(value, unit ?? 'count');

const SEVERITIES: Readonly<Record<Outcome, Severity>> = {
  caught: 'good',
  silent: 'good',
  otherwise: 'warn',
  missed: 'bad',
  alarm: 'bad',
  'not-measured': 'bad',
  'not-applicable': 'dim',
};

const outcomeCell = (outcome: Outcome): Cell => ({
  text: [outcome],
  severity: SEVERITIES[outcome],
});

function notTried(all: readonly DefectResult[]): Section[] {
  const defects = all.filter(({ outcome }) => !isTried(outcome));
  if (defects.length === 0) return [];
  const rows = defects.map(({ title, outcome, reason = '' }) => [
    title,
    outcomeCell(outcome),
    reason,
  ]);
  const note = 'Neither caught nor missed: they are in no figure above.';
  return [
    {
      title: `Not tried (${defects.length})`,
      prominence: 'headline',
      blocks: [text(note), table(['Defect', '', 'Why'], rows)],
    },
  ];
}
