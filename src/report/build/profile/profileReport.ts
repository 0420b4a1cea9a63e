import type { HeapProfile, ProfileResult } from '../../../model/profile.ts';
import { plural } from '../../../text/format.ts';
import { environmentSection } from '../comparison/surroundings.ts';
import { clusterTitle, ganetiTitle } from '../names.ts';
import {
  codeCell,
  difference,
  figures,
  level,
  table,
  text,
  type Block,
  type CellContent,
  type Report,
  type Section,
} from '../../model.ts';
import { heapAreas, REST } from './heapAreas.ts';
import { sum } from '../../../model/numbers.ts';

/** What a daemon's heap held during a workload. */
export function profileReport(profile: ProfileResult): Report {
  const { daemon, workload, ganeti, cluster, heap, environment, against } = profile;
  const which = against
    ? `Now ${ganetiTitle(ganeti)}, before ${ganetiTitle(against.ganeti)}`
    : ganetiTitle(ganeti);
  const before = against ? [level(against.heap.maxLive, 'bytes'), ' before, '] : [];
  return {
    status: 'neutral',
    title: 'Profiled',
    verdict: [
      `the heap of ${daemon} during ${workload}: at most `,
      ...[...before, level(heap.maxLive, 'bytes'), against ? ' now' : ' live'],
    ],
    context: [`${which}; ${clusterTitle(cluster, environment.storage)}`],
    sections: [
      {
        title: 'Heap over time',
        prominence: 'headline',
        blocks: [heapAreas(profile), amounts(heap, against?.heap)],
      },
      typesSection(heap, against?.heap),
      ...environmentSection(environment),
    ],
  };
}

type Amount = readonly [name: string, (heap: HeapProfile) => number];
const AMOUNTS: readonly Amount[] = [
  ['Live at the most', ({ maxLive }) => maxLive],
  ['Live when the workload began', ({ liveBefore }) => liveBefore],
  ['Live when it had ended', ({ liveAfter }) => liveAfter],
  ['Allocated', ({ allocated }) => allocated],
];

function amounts(now: HeapProfile, before: HeapProfile | undefined): Block {
  return table(
    ['', ...columns(before)],
    AMOUNTS.map(([name, of]) => [name, ...values(of(now), before && of(before))]),
  );
}

/** What lived when most did. */
function typesSection(now: HeapProfile, before: HeapProfile | undefined): Section {
  const [after, earlier] = [atPeak(now), before && atPeak(before)];
  const names = [...new Set([...after.keys(), ...(earlier?.keys() ?? [])])];
  const rows = names
    .filter((name) => name !== REST)
    .map((name) => ({ name, now: after.get(name) ?? 0, before: earlier?.get(name) ?? 0 }))
    .sort((a, b) => Math.max(b.now, b.before) - Math.max(a.now, a.before));
  const counted = plural(now.collections, 'collection');
  return {
    title: 'Types of closures at the peak',
    prominence: 'detail',
    blocks: [
      text(
        `Sampled at each of ${counted}, when all of the heap was collected: so what is garbage is not in it. Constructors ` +
          'have their modules before them; a name in capitals is a kind of closure, of which THUNK is work that was put off.',
      ),
      table(
        ['Type', ...columns(before)],
        rows.map((row) => [codeCell(row.name), ...values(row.now, before && row.before)]),
      ),
    ],
  };
}

const columns = (before: unknown) =>
  (before ? ['Before', 'Now', 'Difference'] : ['Bytes']).map(figures);

function values(now: number, before: number | undefined): CellContent[] {
  if (before === undefined) return [level(now, 'bytes')];
  return [level(before, 'bytes'), level(now, 'bytes'), difference(before, now, 'bytes')];
}

function atPeak({ types, samples }: HeapProfile): Map<string, number> {
  const peak = samples.reduce<readonly number[]>(
    (most, { bytes }) => (sum(bytes) > sum(most) ? bytes : most),
    [],
  );
  return new Map([...types, REST].map((type, place) => [type, peak[place] ?? 0]));
}
