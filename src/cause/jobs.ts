import type { Job } from '../workload/jobQueue.ts';
import { jobLabel } from './label.ts';
import { span, type Span } from './span.ts';

interface TracedJob {
  readonly span: Span;
  /** One for each opcode, if there are several, with the moment it began. */
  readonly opcodes: readonly { readonly span: Span; readonly began: number }[];
  /** What luxid did to have it run. */
  readonly scheduling: Span;
}

/** The jobs of a trace, as branches to hang work on. */
export class TracedJobs {
  readonly #known: ReadonlyMap<number, Job>;
  readonly #traced = new Map<number, TracedJob>();
  /** Microseconds since 1970 at the trace's first event. */
  readonly #origin: number;
  readonly #lost: Span;

  /** @param lost the parent of a job whose submission was not seen */
  constructor(jobs: readonly Job[], origin: number, lost: Span) {
    this.#known = new Map(jobs.map((job) => [job.id, job]));
    this.#origin = origin;
    this.#lost = lost;
  }

  job(id: number, at: number): TracedJob {
    const before = this.#traced.get(id);
    if (before) return before;
    const { opcodes = [], starts = [] } = this.#known.get(id) ?? {};
    const whole = span('job', jobLabel(opcodes), at, this.#lost);
    const job: TracedJob = {
      span: whole,
      opcodes:
        opcodes.length < 2
          ? []
          : opcodes.map((opcode, i) => {
              const began = ((starts[i] ?? Infinity) - this.#origin) * 1000;
              return { span: span('opcode', opcode, began, whole), began };
            }),
      scheduling: span('daemon', 'ganeti-luxid on node1', at, whole),
    };
    this.#traced.set(id, job);
    return job;
  }

  /** The opcode that a job is at; the job itself where there is one opcode, or none has begun. */
  at(id: number, at: number): Span {
    const job = this.job(id, at);
    return job.opcodes.findLast(({ began }) => began <= at)?.span ?? job.span;
  }
}
