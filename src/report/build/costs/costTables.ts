import type { Cost, CostCentre, Costs } from '../../../model/costCentres.ts';
import {
  codeCell,
  difference,
  figures,
  level,
  percentage,
  table,
  type Column,
  type Table,
} from '../../model.ts';

/** What each cost centre cost by itself, and with all that it called; those that allocated most come first. */
export function costTable(costs: Costs, rows: number): Table {
  const time = ({ ticks }: Cost) => percentage(part(ticks, costs.ticks));
  const allocation = ({ allocated }: Cost) => percentage(part(allocated, costs.allocated));
  return table(
    ['Cost centre', ...COLUMNS],
    costs.centres
      .toSorted((a, b) => b.individual.allocated - a.individual.allocated)
      .slice(0, rows)
      .map(({ name, entries, individual, inherited }) => [
        ...[codeCell(name), time(individual), allocation(individual)],
        ...[time(inherited), allocation(inherited), level(entries, 'count')],
      ]),
  );
}

const COLUMNS: readonly Column[] = [
  ...['Time', 'Allocation', 'Inherited time', 'Inherited allocation'].map(figures),
  { ...figures('Entries'), optional: true },
];

const part = (value: number, whole: number): number => (whole === 0 ? 0 : value / whole);

/** A cost centre before and now; one that was not there cost nothing. */
export interface ChangedCentre {
  readonly name: string;
  readonly before: CostCentre;
  readonly now: CostCentre;
}

/** Those that allocated more or less by themselves, or with all that they called; the largest differences first. */
export function changedCentres(before: Costs, now: Costs): ChangedCentre[] {
  const earlier = new Map(before.centres.map((centre) => [centre.name, centre]));
  const later = new Map(now.centres.map((centre) => [centre.name, centre]));
  return [...new Set([...later.keys(), ...earlier.keys()])]
    .map((name) => ({
      name,
      before: earlier.get(name) ?? unseen(name),
      now: later.get(name) ?? unseen(name),
    }))
    .filter((one) => own(one) !== 0 || all(one) !== 0)
    .sort((a, b) => Math.abs(own(b)) - Math.abs(own(a)) || Math.abs(all(b)) - Math.abs(all(a)));
}

const unseen = (name: string): CostCentre => {
  const nothing = { ticks: 0, allocated: 0 };
  return { name, entries: 0, individual: nothing, inherited: nothing };
};
const own = ({ before, now }: ChangedCentre): number =>
  now.individual.allocated - before.individual.allocated;
const all = ({ before, now }: ChangedCentre): number =>
  now.inherited.allocated - before.inherited.allocated;

/** The seconds of one tick. */
export const tickOf = ({ seconds, ticks }: Costs): number => (ticks === 0 ? 0 : seconds / ticks);

/** What of the costs differs. */
export function differenceTable(before: Costs, now: Costs, rows: number): Table {
  const [tickBefore, tickNow] = [tickOf(before), tickOf(now)];
  return table(
    [
      ...['Cost centre', ...['Before', 'Now', 'Difference', 'Inherited difference'].map(figures)],
      ...['Time difference', 'More entries'].map((title) => ({
        ...figures(title),
        optional: true as const,
      })),
    ],
    changedCentres(before, now)
      .slice(0, rows)
      .map((one) => {
        const { individual: from, entries, inherited } = one.before;
        const to = one.now.individual;
        return [
          ...[codeCell(one.name), level(from.allocated, 'bytes'), level(to.allocated, 'bytes')],
          difference(from.allocated, to.allocated, 'bytes'),
          difference(inherited.allocated, one.now.inherited.allocated, 'bytes'),
          difference(from.ticks * tickBefore, to.ticks * tickNow, 'seconds'),
          difference(entries, one.now.entries, 'count'),
        ];
      }),
  );
}
