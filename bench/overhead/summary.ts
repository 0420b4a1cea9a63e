import { median } from '../../src/model/statistics.ts';

export type Mode = 'off' | 'bpftrace' | 'strace';

/** One run of a workload. */
export interface Timed {
  readonly seconds: number;
  /** What the tracer saw meanwhile: events, or lines; 0 with none. */
  readonly seen: number;
}

/** What one side cost: the ratio to the run beside it without any tracer, if it traced every time. */
export function summary(name: string, runs: Readonly<Record<Mode, readonly Timed[]>>): string {
  const off = runs.off.map(({ seconds }) => seconds);
  return [
    `${name}: ${off.length} of each; off ${median(off).toFixed(2)} s`,
    `  bpftrace ${ratio(runs.bpftrace, off, 'events')}`,
    `  strace   ${ratio(runs.strace, off, 'lines')}`,
  ].join('\n');
}

function ratio(runs: readonly Timed[], off: readonly number[], what: string): string {
  const seen = runs.map((run) => run.seen);
  const [least, most] = [Math.min(...seen), Math.max(...seen)];
  // A tracer that attached to some processes only sees a part.
  if (least < most / 2) {
    return `did not trace every time, so there is no ratio: it saw ${seen.join(', ')} ${what}`;
  }
  if (most === 0) return `did not trace, so there is no ratio: it saw no ${what}`;
  const each = runs.map(({ seconds }, i) => seconds / (off[i] ?? Number.NaN));
  return (
    `/ off ${median(each).toFixed(3)} (${Math.min(...each).toFixed(3)} to ${Math.max(...each).toFixed(3)}); ` +
    `it saw ${least} to ${most} ${what} each time`
  );
}
