import { addShares } from './cause/share.ts';
import { comparableCauses } from './cause/comparable.ts';
import { toLines } from './cause/lines.ts';
import { topologyOf, type Lab } from './cluster/lab.ts';
import type { Repeat } from './evaluate.ts';
import { measureOnce } from './measure.ts';
import { assembleWorkload } from './model/assemble.ts';
import {
  MEASUREMENT_SCHEMA,
  type Measurement,
  type WorkloadMeasurement,
} from './model/measurement.ts';
import type { WorkContext } from './platform/context.ts';
import type { Results } from './results.ts';
import { planActions } from './workload/parse.ts';
import type { Workload } from './workload/schema.ts';

/** Measurements under way: what has been measured is always on disk, however it goes on. */
export interface Campaign {
  /** Measures a workload some more times, and gives back all repeats so far. */
  measure(workload: Workload, times: number): Promise<WorkloadMeasurement>;
  /** Everything measured so far. */
  measurement(): Measurement;
}

/** @param which what the log says of the Ganeti that is measured, where there are two */
export function startCampaign(
  lab: Lab,
  results: Results,
  context: WorkContext,
  which?: string,
): Campaign {
  const { log } = context;
  const measured = new Map<string, Kept[]>();
  const measurement = (): Measurement => ({
    schema: MEASUREMENT_SCHEMA,
    ganeti: lab.ganeti,
    environment: lab.environment,
    cluster: topologyOf(lab),
    workloads: [...measured].map(([name, repeats]) => assemble(name, repeats)),
  });
  return {
    measurement,
    async measure(workload, times) {
      const { name } = workload;
      const work = { name, actions: planActions(workload, lab.plan) };
      const repeats = measured.get(name) ?? [];
      for (let i = 0; i < times; i++) {
        const number = repeats.length + 1;
        const count = times === 1 && number === 1 ? '' : ` (${number})`;
        const title = `measure ${name}${which === undefined ? '' : ` of ${which}`}${count}`;
        const keepLogs = (logs: Parameters<Results['writeLogs']>[2]): Promise<void> =>
          results.writeLogs(name, number, logs);
        const repeat = await log.phase(title, () =>
          measureOnce(lab, work, { ...context, keepLogs }),
        );
        const { readings, causes, shares } = repeat;
        repeats.push({ readings, causes, shares });
        measured.set(name, repeats);
        await results.writeMeasurement(measurement());
        await results.appendEvents(name, number, repeat.events);
      }
      return assemble(name, repeats);
    },
  };
}

/** Events go to disk: those of many repeats would not fit in memory. */
type Kept = Pick<Repeat, 'readings' | 'causes' | 'shares'>;

/** All repeats of a workload; what they were done for is told of the first. */
function assemble(name: string, repeats: readonly Kept[]): WorkloadMeasurement {
  const readings = repeats.map((repeat) => repeat.readings);
  const causes = comparableCauses(repeats[0]?.causes ?? []);
  return {
    ...assembleWorkload(name, readings),
    causes: toLines(causes, { peaks: true }),
    share: addShares(repeats.map(({ shares }) => shares)),
  };
}
