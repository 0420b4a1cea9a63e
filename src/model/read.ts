import type { z } from 'zod';
import { usageError } from '../platform/errors.ts';
import { BASELINE_SCHEMA, BaselineSchema, type Baseline } from './baseline.ts';
import { COMPARISON_SCHEMA, ComparisonSchema, type Comparison } from './comparison.ts';
import { COST_CENTRES_SCHEMA, CostCentresSchema, type CostCentresResult } from './costCentres.ts';
import { DEFECTS_SCHEMA, DefectsSchema, type DefectsResult } from './defects.ts';
import { FAILURE_SCHEMA, FailureSchema, type Failure } from './failure.ts';
import { GROWTH_SCHEMA, GrowthSchema, type Growth } from './growth.ts';
import { parseJson, seen } from './json.ts';
import { MEASUREMENT_SCHEMA, MeasurementSchema, type Measurement } from './measurement.ts';
import {
  PROBE_SCHEMA,
  PROBE_SIZES_SCHEMA,
  ProbeSchema,
  ProbeSizesSchema,
  type ProbeResult,
  type ProbeSizes,
} from './probe.ts';
import { HARNESS_SCHEMA, HarnessSchema, type HarnessResult } from './harness.ts';
import { explainIssue } from './readIssue.ts';
import { PROFILE_SCHEMA, ProfileSchema, type ProfileResult } from './profile.ts';
import { validated } from './validated.ts';
import { TRACE_SCHEMA, TraceSchema, type TraceResult } from './trace.ts';

/** A published file of any kind, told apart by the `schema` it names. */
export type Published =
  | { readonly kind: 'measurement'; readonly document: Measurement }
  | { readonly kind: 'baseline'; readonly document: Baseline }
  | { readonly kind: 'comparison'; readonly document: Comparison }
  | { readonly kind: 'growth'; readonly document: Growth }
  | { readonly kind: 'trace'; readonly document: TraceResult }
  | { readonly kind: 'probe'; readonly document: ProbeResult }
  | { readonly kind: 'probe-sizes'; readonly document: ProbeSizes }
  | { readonly kind: 'profile'; readonly document: ProfileResult }
  | { readonly kind: 'cost-centres'; readonly document: CostCentresResult }
  | { readonly kind: 'harness'; readonly document: HarnessResult }
  | { readonly kind: 'defects'; readonly document: DefectsResult }
  | { readonly kind: 'failure'; readonly document: Failure };
export type PublishedKind = Published['kind'];

/** The text of a measurement file -> Measurement. Throws a usage error, see {@link parsePublished}. */
export function parseMeasurement(text: string, fileName: string): Measurement {
  return validate(MeasurementSchema, 'measurement', read(text, fileName), fileName);
}

/** The text of a baseline file -> Baseline. Throws a usage error, see {@link parsePublished}. */
export function parseBaseline(text: string, fileName: string): Baseline {
  return validate(BaselineSchema, 'baseline', read(text, fileName), fileName);
}

/** The text of a comparison file -> Comparison. Throws a usage error, see {@link parsePublished}. */
export function parseComparison(text: string, fileName: string): Comparison {
  return validate(ComparisonSchema, 'comparison', read(text, fileName), fileName);
}

/** The text of a file that says why a run failed -> Failure. Throws a usage error, see {@link parsePublished}. */
export function parseFailure(text: string, fileName: string): Failure {
  return validate(FailureSchema, 'failure', read(text, fileName), fileName);
}

/** The text of a growth file -> Growth. Throws a usage error, see {@link parsePublished}. */
export function parseGrowth(text: string, fileName: string): Growth {
  return validate(GrowthSchema, 'growth', read(text, fileName), fileName);
}

/**
 * The text of any published file -> its kind and its document.
 * Throws a usage error that names the file, the place inside, the value seen and the remedy: for
 * text that is not whole JSON or too long, keys that occur twice, a schema or a version of it that
 * is not known, and anything the schema does not allow.
 */
export function parsePublished(text: string, fileName: string): Published {
  const { document, kind } = read(text, fileName);
  switch (kind) {
    case 'measurement':
      return { kind, document: validate(MeasurementSchema, kind, { document, kind }, fileName) };
    case 'baseline':
      return { kind, document: validate(BaselineSchema, kind, { document, kind }, fileName) };
    case 'comparison':
      return { kind, document: validate(ComparisonSchema, kind, { document, kind }, fileName) };
    case 'growth':
      return { kind, document: validate(GrowthSchema, kind, { document, kind }, fileName) };
    case 'trace':
      return { kind, document: validate(TraceSchema, kind, { document, kind }, fileName) };
    case 'probe':
      return { kind, document: validate(ProbeSchema, kind, { document, kind }, fileName) };
    case 'probe-sizes':
      return { kind, document: validate(ProbeSizesSchema, kind, { document, kind }, fileName) };
    case 'profile':
      return { kind, document: validate(ProfileSchema, kind, { document, kind }, fileName) };
    case 'cost-centres':
      return { kind, document: validate(CostCentresSchema, kind, { document, kind }, fileName) };
    case 'harness':
      return { kind, document: validate(HarnessSchema, kind, { document, kind }, fileName) };
    case 'defects':
      return { kind, document: validate(DefectsSchema, kind, { document, kind }, fileName) };
    case 'failure':
      return { kind, document: validate(FailureSchema, kind, { document, kind }, fileName) };
  }
}

const SCHEMA_NAMES: Readonly<Record<PublishedKind, string>> = {
  measurement: MEASUREMENT_SCHEMA,
  baseline: BASELINE_SCHEMA,
  comparison: COMPARISON_SCHEMA,
  growth: GROWTH_SCHEMA,
  trace: TRACE_SCHEMA,
  probe: PROBE_SCHEMA,
  'probe-sizes': PROBE_SIZES_SCHEMA,
  profile: PROFILE_SCHEMA,
  'cost-centres': COST_CENTRES_SCHEMA,
  harness: HARNESS_SCHEMA,
  defects: DEFECTS_SCHEMA,
  failure: FAILURE_SCHEMA,
};

const REMEDIES: Readonly<Record<PublishedKind, string>> = {
  measurement: 'Measure again: npm run perf -- run',
  baseline: 'Learn it again: npm run perf -- refresh',
  comparison: 'Compare again: npm run perf -- compare BASE HEAD',
  growth: 'Measure again: npm run perf -- scale --nodes 3,4,5,6',
  trace: 'Trace again: npm run perf -- trace -- gnt-...',
  probe: 'Probe again: npm run perf -- probe CHANNEL METHOD',
  'probe-sizes': 'Probe again: npm run perf -- probe CHANNEL METHOD --config-instances 0,500,1000',
  profile: 'Profile again: npm run perf -- profile --ganeti source:DIR',
  'cost-centres': 'Profile again: npm run perf -- profile --cost-centres --ganeti source:DIR',
  defects: 'Run them again: npm run perf -- defects run',
  failure: 'Measure again: npm run perf -- run',
  harness: 'Call it again: npm run perf -- harness NAME --ganeti source:DIR',
};

interface Unvalidated {
  readonly document: unknown;
  readonly kind: PublishedKind;
}

function read(text: string, fileName: string): Unvalidated {
  const document = parseJson(text, fileName);
  const kinds = Object.keys(SCHEMA_NAMES) as PublishedKind[];
  const name = schemaName(document);
  const exact = kinds.find((kind) => SCHEMA_NAMES[kind] === name);
  if (exact) return { document, kind: exact };
  const sibling = kinds.find(
    (kind) => typeof name === 'string' && name.startsWith(`ganeti-perf/${kind}/`),
  );
  if (sibling) {
    throw usageError(
      `${fileName} has the schema ${seen(name)}, and this ganeti-perf reads ` +
        `"${SCHEMA_NAMES[sibling]}" only. Update ganeti-perf, or make the file again. ` +
        REMEDIES[sibling],
    );
  }
  throw usageError(
    `${fileName} is no file of ganeti-perf: its "schema" is ${seen(name)}, not one of ` +
      `${Object.values(SCHEMA_NAMES).join(', ')}. Give a file of one of these.`,
  );
}

function schemaName(document: unknown): unknown {
  if (document === null || typeof document !== 'object') return undefined;
  return Object.hasOwn(document, 'schema') ? (document as { schema: unknown }).schema : undefined;
}

function validate<Schema extends z.ZodType>(
  schema: Schema,
  wanted: PublishedKind,
  { document, kind }: Unvalidated,
  fileName: string,
): z.output<Schema> {
  if (kind !== wanted) {
    throw usageError(`${fileName} is a ${kind}, where a ${wanted} is wanted. ${REMEDIES[wanted]}`);
  }
  const result = validated(schema, document);
  if (result.success) return result.data;
  const [first, ...others] = result.error.issues;
  if (!first) throw new Error('a failed validation without an issue', { cause: result.error });
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  throw usageError(
    `${fileName} is not a valid ${kind}: ${explainIssue(first, document)}${more}. ${REMEDIES[kind]}`,
    { cause: result.error },
  );
}
