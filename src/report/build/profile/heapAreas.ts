import type { HeapProfile, ProfileResult } from '../../../model/profile.ts';
import { ganetiTitle } from '../names.ts';
import type { AreaPanel, Areas } from '../../model.ts';
import { maxOf, sum } from '../../../model/numbers.ts';

/** Layers that are drawn by name. */
const LAYERS = 11;

export const REST = 'all others';

/** What a daemon's heap held over time; of two Ganetis side by side, the second one as what was before. */
export function heapAreas(profile: ProfileResult): Areas {
  const { daemon, workload, ganeti, heap, against } = profile;
  const layers = largestTypes(against ? [against.heap, heap] : [heap]);
  return {
    kind: 'areas',
    title: `${daemon} during ${workload}: live heap by type of closure`,
    unit: 'bytes',
    x: 'seconds',
    layers: [...layers, REST],
    panels: [
      ...(against ? [panelOf(`before: ${ganetiTitle(against.ganeti)}`, against.heap, layers)] : []),
      panelOf(`${against ? 'now: ' : ''}${ganetiTitle(ganeti)}`, heap, layers),
    ],
  };
}

function panelOf(name: string, heap: HeapProfile, layers: readonly string[]): AreaPanel {
  const places = layers.map((layer) => heap.types.indexOf(layer));
  const points = heap.samples.map(({ seconds, bytes }) => {
    const named = places.map((place) => bytes[place] ?? 0);
    const rest = sum(bytes) - sum(named);
    return { at: seconds, values: [...named, rest] };
  });
  return { name, to: heap.seconds, points };
}

/** The types that have the most bytes at some moment in any of the profiles, the largest first. */
function largestTypes(heaps: readonly HeapProfile[]): string[] {
  const peaks = new Map<string, number>();
  for (const { types, samples } of heaps) {
    for (const [place, type] of types.entries()) {
      const most = Math.max(0, maxOf(samples.map(({ bytes }) => bytes[place] ?? 0)));
      peaks.set(type, Math.max(peaks.get(type) ?? 0, most));
    }
  }
  return [...peaks]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, LAYERS)
    .map(([type]) => type);
}
