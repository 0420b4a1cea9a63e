import type { Comparison } from '../../model/comparison.ts';
import type { CostCentresResult } from '../../model/costCentres.ts';
import type { DefectsResult } from '../../model/defects.ts';
import type { Failure } from '../../model/failure.ts';
import type { Growth } from '../../model/growth.ts';
import type { HarnessResult } from '../../model/harness.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { ProbeResult, ProbeSizes } from '../../model/probe.ts';
import type { ProfileResult } from '../../model/profile.ts';
import type { TraceResult } from '../../model/trace.ts';
import { serialize } from '../../model/serialize.ts';

/**
 * The report for programs: the document itself, in the form of the published file. In a job's log, `##[` would
 * begin a command of the runner, so one of its characters is escaped.
 */
export function renderJson(
  document:
    | Comparison
    | Failure
    | Growth
    | Measurement
    | TraceResult
    | ProbeResult
    | ProbeSizes
    | ProfileResult
    | CostCentresResult
    | HarnessResult
    | DefectsResult,
): string {
  return serialize(document).replaceAll('##[', '#\\u0023[');
}
