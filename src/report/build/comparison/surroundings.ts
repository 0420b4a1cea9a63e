import type { Comparison } from '../../../model/comparison.ts';
import type { Environment } from '../../../model/environment.ts';
import { machineWords, sentence } from './machineWords.ts';
import { table, text, type Section } from '../../model.ts';

/** What else differs between the two sides, and may have moved a number although Ganeti did not. */
export function environmentChangesSection(comparison: Comparison): Section[] {
  const { environmentChanges: changes } = comparison;
  const machine = machineWords(comparison);
  if (changes.length === 0) return [];
  return [
    {
      title: `The environment changed too (${changes.length})`,
      prominence: 'detail',
      blocks: [
        text(
          'Times and heap sizes may have moved for these reasons; counts rarely do.',
          ...(machine === undefined ? [] : [` ${sentence(machine)}`]),
        ),
        table(
          ['', 'Before', 'After'],
          changes.map(({ name, before, after }) => [name, shown(before), shown(after)]),
        ),
      ],
    },
  ];
}

/** Where it was measured, in full. */
export function environmentSection(environment: Environment): Section[] {
  const entries = Object.entries(environment).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return [];
  return [
    {
      title: 'Environment',
      prominence: 'archive',
      blocks: [
        table(
          ['', 'Measured on'],
          entries.map(([name, value]) => [name, shown(value)]),
        ),
      ],
    },
  ];
}

/** As it is: `6.1` is a version, 24576 a number of something that its name tells. */
const shown = (value: string | number | null): string => (value === null ? '–' : String(value));
