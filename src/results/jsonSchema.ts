import * as z from 'zod';
import { BASELINE_SCHEMA, BaselineSchema } from '../model/baseline.ts';
import { COMPARISON_SCHEMA, ComparisonSchema } from '../model/comparison.ts';
import { COST_CENTRES_SCHEMA, CostCentresSchema } from '../model/costCentres.ts';
import { DEFECTS_SCHEMA, DefectsSchema } from '../model/defects.ts';
import { DEFECT_SCHEMA, DefectSchema } from '../defects/schema.ts';
import { FAILURE_SCHEMA, FailureSchema } from '../model/failure.ts';
import { GROWTH_SCHEMA, GrowthSchema } from '../model/growth.ts';
import { HARNESS_SCHEMA, HarnessSchema } from '../model/harness.ts';
import { MEASUREMENT_SCHEMA, MeasurementSchema } from '../model/measurement.ts';
import { PROBE_SCHEMA, PROBE_SIZES_SCHEMA, ProbeSchema, ProbeSizesSchema } from '../model/probe.ts';
import { PROFILE_SCHEMA, ProfileSchema } from '../model/profile.ts';
import { TRACE_SCHEMA, TraceSchema } from '../model/trace.ts';
import { WORKLOAD_SCHEMA, WorkloadSchema } from '../workload/schema.ts';
import { PROBE_SET_SCHEMA, ProbeSetSchema } from '../workload/probeSet.ts';
import { serialize } from '../model/serialize.ts';

/** Every published file: `schemas/<name>.schema.json` is made from this table. */
export const PUBLISHED_SCHEMAS = {
  measurement: { title: MEASUREMENT_SCHEMA, schema: MeasurementSchema },
  baseline: { title: BASELINE_SCHEMA, schema: BaselineSchema },
  comparison: { title: COMPARISON_SCHEMA, schema: ComparisonSchema },
  failure: { title: FAILURE_SCHEMA, schema: FailureSchema },
  growth: { title: GROWTH_SCHEMA, schema: GrowthSchema },
  trace: { title: TRACE_SCHEMA, schema: TraceSchema },
  harness: { title: HARNESS_SCHEMA, schema: HarnessSchema },
  defect: { title: DEFECT_SCHEMA, schema: DefectSchema },
  defects: { title: DEFECTS_SCHEMA, schema: DefectsSchema },
  probe: { title: PROBE_SCHEMA, schema: ProbeSchema },
  'probe-sizes': { title: PROBE_SIZES_SCHEMA, schema: ProbeSizesSchema },
  profile: { title: PROFILE_SCHEMA, schema: ProfileSchema },
  'cost-centres': { title: COST_CENTRES_SCHEMA, schema: CostCentresSchema },
  workload: { title: WORKLOAD_SCHEMA, schema: WorkloadSchema },
  probes: { title: PROBE_SET_SCHEMA, schema: ProbeSetSchema },
} as const satisfies Record<string, { title: string; schema: z.ZodType }>;

export type PublishedSchemaName = keyof typeof PUBLISHED_SCHEMAS;

/** The text of one `schemas/<name>.schema.json`. */
export function jsonSchemaText(name: PublishedSchemaName): string {
  const { title, schema } = PUBLISHED_SCHEMAS[name];
  // What may be written in a file, before defaults and transforms.
  return serialize({ ...z.toJSONSchema(schema, { io: 'input' }), title });
}
