import * as z from 'zod';
import { WorkloadNameSchema } from '../model/measurement.ts';
import { clusterShape, json, verbose } from './clusterShape.ts';
import { DEFAULTS } from './defaults.ts';
import { path } from './values.ts';

const names = z
  .array(
    z.string().refine((name) => WorkloadNameSchema.safeParse(name).success, {
      error: ({ input }) =>
        `must be as in defects/ (lower-case words joined by hyphens), got '${String(input)}'`,
    }),
  )
  // Without any, the whole catalogue.
  .default([]);

export const DefectsListSettingsSchema = z.object({ json, verbose });

export const DefectsSettingsSchema = z.object({
  names,
  ganeti: clusterShape.ganeti,
  buildCache: clusterShape.buildCache,
  out: path.prefault(DEFAULTS.defectsOut),
  json,
  verbose,
});
