import { growthDocument } from '../../growth/growthDocument.ts';
import type { ReferenceBaseline } from '../../model/baseline.ts';
import { USUAL_POOL } from '../../model/candidates.ts';
import { topologyName } from '../../model/environment.ts';
import { sizeOnly, type Size } from '../../model/formula.ts';
import type { Growth } from '../../model/growth.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { WorkContext } from '../../platform/context.ts';
import { EXIT, PerfError } from '../../platform/errors.ts';
import { ProcessError } from '../../platform/process/processError.ts';
import type { ScaleSettings } from '../../settings/settings.ts';

/** What is known so far of all sizes. */
export interface Survey {
  /** @param against what was measured of the second Ganeti at that size, where there is one */
  keep(measurement: Measurement, against?: Measurement): void;
  hasMeasured(): boolean;
  /** How all metrics grow over the sizes so far. Throws the first failure when nothing was measured. */
  growth(baselines: ReadonlyMap<string, ReferenceBaseline> | undefined): Growth;
  /** Notes why a size failed, in one line; throws again what the other sizes would fail by, too. */
  outlive(error: unknown, size: Size, context: WorkContext): string;
}

type SurveySettings = Pick<
  ScaleSettings,
  | 'nodes'
  | 'instances'
  | 'candidatePool'
  | 'nodeGroups'
  | 'configInstances'
  | 'configBare'
  | 'configNodes'
  | 'together'
>;

export function startSurvey(settings: SurveySettings): Survey {
  const measurements = new Map<string, Measurement>();
  const beside = new Map<string, Measurement>();
  const failures: Growth['failures'] = [];
  let failed: unknown;
  return {
    keep: (measurement, against) => {
      const size = topologyName(measurement.cluster);
      measurements.set(size, measurement);
      if (against) beside.set(size, against);
    },
    hasMeasured: () => measurements.size > 0,
    growth(baselines) {
      const [first] = measurements.values();
      if (!first) throw failed;
      const survey = {
        grid: gridOf(settings, first),
        failures,
        measurements: [...measurements.values()],
        against: [...beside.values()],
      };
      return growthDocument(survey, baselines ?? new Map());
    },
    outlive(error, size, { signal }) {
      failed ??= error;
      if (signal?.aborted || isEverywhere(error, measurements.size === 0)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      failures.push({ ...sizeOnly(size), reason: reason.slice(0, 2000) });
      return reason;
    },
  };
}

function gridOf(settings: SurveySettings, { cluster }: Measurement): Growth['grid'] {
  const { nodes, instances, candidatePool, nodeGroups, configBare, together } = settings;
  const { configInstances = [], configNodes = [] } = settings;
  return {
    nodes: [...nodes],
    instances: [...instances],
    diskTemplate: cluster.diskTemplate,
    ...(candidatePool?.some((pool) => pool !== USUAL_POOL) && {
      candidatePool: [...candidatePool],
    }),
    ...(nodeGroups?.some((groups) => groups > 1) && { nodeGroups: [...nodeGroups] }),
    ...(configInstances.some(Boolean) && { configInstances: [...configInstances] }),
    ...(configBare === true && { configBare }),
    ...(configNodes.some(Boolean) && { configNodes: [...configNodes] }),
    ...(together === true && { together }),
  };
}

/** Bad usage, a defect of ours, or a machine that could not even begin. */
function isEverywhere(error: unknown, isFirst: boolean): boolean {
  if (error instanceof ProcessError) return false;
  if (!(error instanceof PerfError)) return true;
  return error.exitCode === EXIT.usage || (isFirst && error.exitCode === EXIT.environment);
}
