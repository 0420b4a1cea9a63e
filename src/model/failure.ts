import * as z from 'zod';

export const FAILURE_SCHEMA = 'ganeti-perf/failure/1';

/** What a run can fail of. */
export const FAILURE_KINDS = [
  /** Ganeti's own source. */
  'build',
  /** A command in a container, as those that form a cluster. */
  'cluster',
  /** The machine lacks something. */
  'environment',
  /** A workload failed, or what was counted cannot be believed. */
  'invalid',
  /** Settings or input files. */
  'usage',
  /** A signal. */
  'interrupted',
  /** A defect of this project. */
  'defect',
] as const;

/** The most lines of a file. */
export const MAX_FAILURE_LINES = 25;
/** The most characters of a line. */
export const MAX_FAILURE_LINE = 300;

/** No line ends, and nothing that drives a terminal. */
const Line = z
  .string()
  .max(MAX_FAILURE_LINE)
  .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/);

/** `failure.json`: why a run ended before it had measured all that it was to measure. */
export const FailureSchema = z.strictObject({
  schema: z.literal(FAILURE_SCHEMA),
  kind: z.enum(FAILURE_KINDS),
  message: Line.min(1),
  /** The last ones of what failed, oldest first. */
  lines: z.array(Line).max(MAX_FAILURE_LINES),
});
export type Failure = z.infer<typeof FailureSchema>;
