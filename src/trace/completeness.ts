export interface Delivery {
  /** What the kernel side counted; undefined when the tracer did not get to say. */
  readonly emitted: number | undefined;
  readonly arrived: number;
  /** What the tracer itself reports as lost. */
  readonly lost: number;
}

/** What is wrong with a trace's delivery, as a sentence; undefined when every event has arrived. */
export function incompleteness({ emitted, arrived, lost }: Delivery): string | undefined {
  if (emitted === arrived && lost === 0) return undefined;
  return (
    `events were lost: the kernel emitted ${emitted ?? 'an unknown number'}, ` +
    `${arrived} arrived, the tracer reports ${lost} lost; ` +
    'run again with less else going on, or fewer nodes'
  );
}
