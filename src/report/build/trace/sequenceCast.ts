import type { Message } from '../../../model/message.ts';
import type { Participant } from '../../sequenceModel.ts';

/** Columns of one sort; the others of it share one more. */
const MOST_OF_A_SORT = 12;

/** What the columns are, from left to right: a request goes to the right most of the time. */
const SORTS: readonly { readonly matches: RegExp; readonly plural: string }[] = [
  { matches: /^(?!ganeti-|node\d)/, plural: 'commands' },
  { matches: /^(?:ganeti-)?luxid\b/, plural: 'daemons' },
  { matches: /^(?:ganeti-)?wconfd\b/, plural: 'daemons' },
  { matches: /^job\b/, plural: 'jobs' },
  { matches: /^node\d+$/, plural: 'nodes' },
  { matches: /^/, plural: 'daemons' },
];
const ORDER = [1, 2, 3, 4, 0, 5];

/** Who takes part, in a fixed order: commands, luxid, wconfd, jobs, nodes by number, other daemons. */
export function castOf(messages: readonly Message[]): {
  readonly participants: readonly Participant[];
  /** The id of the column that shows this name. */
  readonly idOf: (name: string) => string;
} {
  const names = new Set(messages.flatMap(({ from, to }) => [from, to]));
  const bySort = SORTS.map((): string[] => []);
  for (const name of names) bySort[sortOf(name)]?.push(name);
  bySort[4]?.sort((a, b) => Number(a.slice(4)) - Number(b.slice(4)));

  const participants: Participant[] = [];
  const ids = new Map<string, string>();
  const show = (name: string, members: readonly string[]): void => {
    const id = `p${participants.length + 1}`;
    participants.push({ id, name });
    for (const member of members) ids.set(member, id);
  };
  for (const [sort, members] of bySort.entries()) {
    for (const name of members.slice(0, MOST_OF_A_SORT)) show(name, [name]);
    const others = members.slice(MOST_OF_A_SORT);
    if (others.length > 0) show(`${others.length} more ${SORTS[sort]?.plural ?? ''}`, others);
  }
  return { participants, idOf: (name) => ids.get(name) ?? '' };
}

/** The first that matches of those that are named; a command may be called anything. */
function sortOf(name: string): number {
  return ORDER.find((sort) => SORTS[sort]?.matches.test(name)) ?? 0;
}
