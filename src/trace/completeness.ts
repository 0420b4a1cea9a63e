export interface Delivery {
  /** What the kernel side counted; undefined when the tracer did not get to say. */
  readonly emitted: number | undefined;
  readonly arrived: number;
  /** What the tracer itself reports as lost. */
  readonly lost: number;
  /** Runs of its programs that the kernel skipped; see {@link countSkipped}. */
  readonly skipped: number;
}

/** What is wrong with a trace's delivery, as a sentence; undefined when every event has arrived. */
export function incompleteness({ emitted, arrived, lost, skipped }: Delivery): string | undefined {
  if (emitted === arrived && lost === 0 && skipped === 0) return undefined;
  return (
    `events were lost: the kernel emitted ${emitted ?? 'an unknown number'}, ` +
    `${arrived} arrived, the tracer reports ${lost} lost, and the kernel skipped ${skipped}; ` +
    'run again with less else going on, or fewer nodes'
  );
}

/**
 * Adds up `recursion_misses` of all BPF programs that a process holds, from its /proc/PID/fdinfo.
 * One program may be held by several descriptors; it counts once.
 */
export function countSkipped(fdinfo: string): number {
  const byProgram = new Map<string, number>();
  let program: string | undefined;
  for (const line of fdinfo.split('\n')) {
    const [, name, value] = /^(\w+):\s*(\d+)$/.exec(line) ?? [];
    if (name === 'pos') program = undefined;
    if (name === 'prog_id') program = value;
    if (name === 'recursion_misses' && program !== undefined) byProgram.set(program, Number(value));
  }
  return [...byProgram.values()].reduce((sum, misses) => sum + misses, 0);
}
