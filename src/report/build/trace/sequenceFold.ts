import type { Arrow, Loop } from '../../sequenceModel.ts';

/** The longest run of arrows that is looked for as a loop. */
const LONGEST_LOOP = 12;

/** A loop takes two lines for itself, so it has to save more. */
const LEAST_SAVED = 3;

/** Equal arrows in a row as one; what repeats after that as a loop. The order stays as it is. */
export function folded(arrows: readonly Arrow[]): (Arrow | Loop)[] {
  const single: Arrow[] = [];
  for (const arrow of arrows) {
    const last = single.at(-1);
    if (last && alike(last, arrow)) {
      single[single.length - 1] = { ...last, times: last.times + arrow.times };
    } else single.push(arrow);
  }
  const items: (Arrow | Loop)[] = [];
  for (let at = 0; at < single.length;) {
    const { period, times } = loopAt(single, at);
    const run = single.slice(at, at + period);
    if (times > 1) items.push({ times, arrows: run });
    else for (const arrow of run) items.push(arrow);
    at += period * times;
  }
  return items;
}

/** The loop from here that saves most lines, the shortest of those; or one arrow, once. */
function loopAt(arrows: readonly Arrow[], at: number): { period: number; times: number } {
  let best = { period: 1, times: 1 };
  let most = LEAST_SAVED - 1;
  for (let period = 2; period <= LONGEST_LOOP; period++) {
    let same = 0;
    while (equal(arrows[at + same], arrows[at + same + period])) same++;
    const times = 1 + Math.floor(same / period);
    const saved = period * (times - 1);
    if (saved > most) [best, most] = [{ period, times }, saved];
  }
  return best;
}

function equal(a: Arrow | undefined, b: Arrow | undefined): boolean {
  return a !== undefined && b !== undefined && alike(a, b) && a.times === b.times;
}

const alike = (a: Arrow, b: Arrow): boolean =>
  a.from === b.from && a.to === b.to && a.text === b.text && a.kind === b.kind;
