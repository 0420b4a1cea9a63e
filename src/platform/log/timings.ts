/** Is told how long the steps of a run take; for benchmarks. Steps may lie in each other, and overlap. */
export interface Timings {
  time<T>(step: string, work: () => Promise<T>): Promise<T>;
}

/** Does `work`, and has it timed where somebody wants to know. */
export function timed<T>(
  { timings }: { readonly timings?: Timings | undefined },
  step: string,
  work: () => Promise<T>,
): Promise<T> {
  return timings ? timings.time(step, work) : work();
}
