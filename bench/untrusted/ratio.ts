import type { Case } from './cases.ts';

/** How much larger the larger input is; 4 is linear. */
const FACTOR = 4;
const TURNS = 3;

export interface Ratio {
  /** Seconds of a processor at the case's size, and at four times that: the least of three, taken in turns. */
  readonly small: number;
  readonly large: number;
  readonly ratio: number;
}

/** How the time of a case grows with its size, both measured side by side. */
export function ratioOf({ size, prepare }: Case): Ratio {
  const [small, large] = [sampled(prepare(size)), sampled(prepare(FACTOR * size))];
  for (let turn = 0; turn < TURNS; turn++) for (const one of [small, large]) one.take();
  return { small: small.least, large: large.least, ratio: large.least / small.least };
}

function sampled(work: () => void) {
  return {
    least: Infinity,
    take() {
      const began = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(began);
      this.least = Math.min(this.least, (user + system) / 1e6);
    },
  };
}
