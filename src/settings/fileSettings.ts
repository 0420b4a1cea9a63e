import * as z from 'zod';
import { json, verbose } from './clusterShape.ts';
import { DEFAULTS } from './defaults.ts';
import { path } from './values.ts';

// The commands that read files of results, and bring up no cluster.

/** GitHub makes no more jobs of one matrix. */
export const MAX_MATRIX_JOBS = 256;

export const FORMATS = ['markdown', 'html', 'terminal', 'json'] as const;

/** Measurement files of one size of cluster. */
const files = z
  .array(path)
  .min(1)
  .max(MAX_MATRIX_JOBS, {
    error: ({ input }) =>
      `must be at most ${String(MAX_MATRIX_JOBS)}, got ${String((input as unknown[]).length)}`,
  });

export const LearnSettingsSchema = z.object({
  files,
  /** Undefined: the `baselines/` of this project. */
  baselines: path.optional(),
  json,
  verbose,
});

export const MergeSettingsSchema = z.object({
  files,
  /** Undefined: the `baselines/` of this project. */
  baselines: path.optional(),
  out: path.prefault(DEFAULTS.mergeOut),
  /** The comparison as JSON on stdout, in place of the text. */
  json,
  verbose,
});

export const CompareSettingsSchema = z.object({
  /** A measurement file, or a folder of baselines. */
  base: path,
  head: path,
  json,
  verbose,
});

export const ReportSettingsSchema = z.object({
  file: path,
  format: z
    .enum(FORMATS, {
      error: ({ input }) => `must be one of ${FORMATS.join(', ')}, got '${String(input)}'`,
    })
    .default(DEFAULTS.format),
  verbose,
});
