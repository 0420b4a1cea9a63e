import { growthDocument } from '../../growth/growthDocument.ts';
import { configurationOf } from '../../model/environment.ts';
import type { Size } from '../../model/formula.ts';
import type { ReferenceBaseline } from '../../model/baseline.ts';
import type { Growth } from '../../model/growth.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { WorkContext } from '../../platform/context.ts';
import { EXIT, PerfError } from '../../platform/errors.ts';
import { ProcessError } from '../../platform/process/processError.ts';
import type { ScaleSettings } from '../../settings/settings.ts';

/** What is known so far of all sizes. */
export interface Survey {
  keep(measurement: Measurement): void;
  hasMeasured(): boolean;
  /** How all metrics grow over the sizes so far. Throws the first failure when nothing was measured. */
  growth(baselines: ReadonlyMap<string, ReferenceBaseline> | undefined): Growth;
  /** Notes why a size failed, in one line; throws again what the other sizes would fail by, too. */
  outlive(error: unknown, size: Size, context: WorkContext): string;
}

export function startSurvey({ nodes, instances }: ScaleSettings): Survey {
  const measurements = new Map<string, Measurement>();
  const failures: (Size & { reason: string })[] = [];
  let failed: unknown;
  return {
    keep: (measurement) => {
      const { cluster } = measurement;
      measurements.set(`${cluster.nodes} ${cluster.instances}`, measurement);
    },
    hasMeasured: () => measurements.size > 0,
    growth(baselines) {
      const [first] = measurements.values();
      if (!first) throw failed;
      const { diskTemplate } = first.cluster;
      const grid = {
        nodes: [...nodes],
        instances: [...instances],
        diskTemplate,
        ...configurationOf(first.cluster),
      };
      const survey = { grid, failures, measurements: [...measurements.values()] };
      return growthDocument(survey, baselines ?? new Map());
    },
    outlive(error, size, { signal }) {
      failed ??= error;
      if (signal?.aborted || isEverywhere(error, measurements.size === 0)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      failures.push({ ...size, reason: reason.slice(0, 2000) });
      return reason;
    },
  };
}

/** Bad usage, a defect of ours, or a machine that could not even begin. */
function isEverywhere(error: unknown, isFirst: boolean): boolean {
  if (error instanceof ProcessError) return false;
  if (!(error instanceof PerfError)) return true;
  return error.exitCode === EXIT.usage || (isFirst && error.exitCode === EXIT.environment);
}
