import { stripVTControlCharacters } from 'node:util';

/**
 * Says what a phase is at, in a few words, as often as there is something new: `node 7 of 20`. The text may be
 * somebody else's, as that of a build.
 */
export type Progress = (step: string) => void;

/** Milliseconds between two lines about one phase, where lines stay. */
export const PROGRESS_INTERVAL = 30_000;

const MOST = 80;

/** One short line that drives no terminal, whatever it was made from. */
export function stepText(step: string): string {
  const plain = stripVTControlCharacters(step).replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim();
  const characters = Array.from(plain);
  return characters.length <= MOST ? plain : `${characters.slice(0, MOST - 1).join('')}…`;
}

/** A progress that hands on what is due: the first an interval after the phase `began`, then one in each. */
export function sparsely(
  now: () => number,
  began: number,
  tell: (step: string, since: number) => void,
): Progress {
  let told = began;
  return (step) => {
    const at = now();
    if (at - told < PROGRESS_INTERVAL) return;
    told = at;
    tell(stepText(step), at - began);
  };
}
