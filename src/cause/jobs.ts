import type { Job } from '../workload/jobQueue.ts';
import type { Attempt } from './attempts.ts';
import { jobLabel } from './label.ts';
import { span, type Span } from './span.ts';

interface TracedJob {
  readonly span: Span;
  /** One for each opcode, if there are several, with the moment it began. */
  readonly opcodes: readonly { readonly span: Span; readonly began: number }[];
  /** Those of its attempts that were given up. */
  readonly attempts: readonly { readonly span: Span; readonly attempt: Attempt }[];
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

  readonly #attempts: ReadonlyMap<number, readonly Attempt[]>;

  /**
   * @param attempts those that were given up, by job
   * @param lost the parent of a job whose submission was not seen
   */
  constructor(
    jobs: readonly Job[],
    attempts: ReadonlyMap<number, readonly Attempt[]>,
    origin: number,
    lost: Span,
  ) {
    this.#known = new Map(jobs.map((job) => [job.id, job]));
    this.#attempts = attempts;
    this.#origin = origin;
    this.#lost = lost;
  }

  job(id: number, at: number): TracedJob {
    const before = this.#traced.get(id);
    if (before) return before;
    const { opcodes = [], starts = [] } = this.#known.get(id) ?? {};
    const whole = span('job', jobLabel(opcodes), at, this.#lost);
    const several =
      opcodes.length < 2
        ? []
        : opcodes.map((opcode, i) => {
            const began = ((starts[i] ?? Infinity) - this.#origin) * 1000;
            return { span: span('opcode', opcode, began, whole), began };
          });
    const attempts = (this.#attempts.get(id) ?? []).map((attempt) => {
      const opcode = several.findLast(({ began }) => began <= attempt.begin)?.span ?? whole;
      const label = `gave up waiting for ${attempt.waitedFor} locks`;
      const given = span('attempt', label, attempt.begin, opcode);
      given.end = attempt.end;
      return { span: given, attempt };
    });
    const job: TracedJob = {
      span: whole,
      opcodes: several,
      attempts,
      scheduling: span('daemon', 'ganeti-luxid on node1', at, whole),
    };
    this.#traced.set(id, job);
    return job;
  }

  /**
   * The attempt or the opcode that a job is at; the job itself where there is one opcode, or none has
   * begun.
   */
  at(id: number, at: number): Span {
    const job = this.job(id, at);
    const given = job.attempts.find(({ attempt }) => attempt.begin <= at && at < attempt.end);
    if (given) return given.span;
    return job.opcodes.findLast(({ began }) => began <= at)?.span ?? job.span;
  }
}
