import type { Share } from '../../../model/share.ts';
import { formatValue } from '../../../text/format.ts';
import { FAMILY_TITLES } from '../names.ts';
import { figures, table, text, type Block, type Section } from '../../model.ts';

/** What was traced, of a workload or of one command (without a name). */
export interface Shares {
  readonly name: string;
  readonly share: readonly Share[];
}

/** How many events of each family hang below a command line, and where the others are. */
export function sharesTable(all: readonly Shares[]): Block {
  const isNamed = all.some(({ name }) => name !== '');
  return table(
    [
      ...(isNamed ? ['Workload'] : []),
      'Events',
      figures('Seen'),
      figures('Below a command'),
      figures("A daemon's own"),
      figures('By the clock'),
      figures('No cause'),
      figures('With a cause'),
    ],
    all.flatMap(({ name, share }) =>
      share.map(({ family, events, attributed, daemon, background, unattributed }) => [
        ...(isNamed ? [name] : []),
        FAMILY_TITLES[family],
        ...[events, attributed, daemon, background].map((count) => formatValue(count, 'count')),
        {
          text: [formatValue(unattributed, 'count')],
          ...(unattributed > 0 && { severity: 'warn' as const }),
        },
        percent(attributed, events - background),
      ]),
    ),
  );
}

/** For a report of several workloads; none where nothing is known. */
export function sharesSection(
  workloads: readonly { readonly name: string; readonly share?: readonly Share[] | undefined }[],
): Section[] {
  const known = workloads.flatMap(({ name, share }) => (share ? [{ name, share }] : []));
  if (known.length === 0) return [];
  const all = known.flatMap(({ share }) => share);
  const sum = (of: (share: Share) => number): number => all.reduce((n, each) => n + of(each), 0);
  const found = percent(
    sum((share) => share.attributed),
    sum(({ events, background }) => events - background),
  );
  return [
    {
      title: `Causes found (${found})`,
      prominence: 'archive',
      blocks: [
        text(`${found} of the events that are not periodic hang below a command line.`),
        sharesTable(known),
      ],
    },
  ];
}

/** Rounded down: 100 % is all of them. */
function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.floor((part / whole) * 1000) / 10} %`;
}
