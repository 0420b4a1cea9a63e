import type { Coverage } from '../../../model/coverage.ts';
import { FAMILY_TITLES } from '../names.ts';
import {
  coverage,
  figures,
  level,
  table,
  text,
  wordsOf,
  type Block,
  type Section,
} from '../../model.ts';

/** What was traced, of a workload or of one command (without a name). */
export interface TracedCoverage {
  readonly name: string;
  readonly share: readonly Coverage[];
}

/** How many events of each family hang below a command line, and where the others are. */
export function coverageTable(all: readonly TracedCoverage[]): Block {
  const isNamed = all.some(({ name }) => name !== '');
  return table(
    [
      ...(isNamed ? ['Workload'] : []),
      'Events',
      figures('Seen'),
      figures('Below a command'),
      figures("A daemon's own"),
      figures('Periodic'),
      figures('No cause'),
      figures('With a cause'),
    ],
    all.flatMap(({ name, share }) =>
      share.map(({ family, events, attributed, daemon, background, unattributed }) => [
        ...(isNamed ? [name] : []),
        FAMILY_TITLES[family],
        ...[events, attributed, daemon, background].map((count) => level(count, 'count')),
        {
          text: [level(unattributed, 'count')],
          ...(unattributed > 0 && { severity: 'warn' as const }),
        },
        coverage(attributed, events - background),
      ]),
    ),
  );
}

/** For a report of several workloads; none where nothing is known. */
export function coverageSection(
  workloads: readonly { readonly name: string; readonly share?: readonly Coverage[] | undefined }[],
): Section[] {
  const known = workloads.flatMap(({ name, share }) =>
    share && share.length > 0 ? [{ name, share }] : [],
  );
  if (known.length === 0) return [];
  const all = known.flatMap(({ share }) => share);
  const sum = (of: (share: Coverage) => number): number => all.reduce((n, each) => n + of(each), 0);
  const found = coverage(
    sum(({ attributed }) => attributed),
    sum(({ events, background }) => events - background),
  );
  return [
    {
      title: `Causes found (${wordsOf([found])})`,
      prominence: 'archive',
      blocks: [
        text(found, ' of the events that are not periodic hang below a command line.'),
        coverageTable(known),
      ],
    },
  ];
}
