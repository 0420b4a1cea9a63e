import { addCoverages } from '../model/coverage.ts';
import { comparableCauses } from '../cause/comparable.ts';
import { toLines } from '../model/causeText.ts';
import type { Repeat } from './evaluate.ts';
import { assembleWorkload } from '../model/assemble.ts';
import {
  MEASUREMENT_SCHEMA,
  type MeasuredBase,
  type Measurement,
  type WorkloadMeasurement,
} from '../model/measurement.ts';
import type { WorkContext } from '../platform/context.ts';
import type { Results } from '../results/results.ts';
import type { Measurable } from '../workload/measurable.ts';
import { remeasured } from './remeasure.ts';
import type { Testbed } from './testbed.ts';

/** Measurements under way: what has been measured is always on disk, however it goes on. */
export interface Session {
  /** Measures a workload some more times, and gives back all repeats so far. */
  measure(workload: Measurable, times: number): Promise<WorkloadMeasurement>;
  /** Everything measured so far. */
  measurement(): Measurement;
}

export interface SessionOptions {
  /** What the log says of the Ganeti that is measured, where there are two. */
  readonly which?: string;
  /** What was measured so far of the Ganeti that the one of this session is made on. */
  readonly base?: () => MeasuredBase | undefined;
}

export function startSession(
  testbed: Testbed,
  results: Results,
  context: WorkContext,
  { which, base: measuredBase }: SessionOptions = {},
): Session {
  const { log } = context;
  const measured = new Map<string, Kept[]>();
  const measurement = (): Measurement => {
    const base = measuredBase?.();
    return {
      schema: MEASUREMENT_SCHEMA,
      ...testbed.facts,
      workloads: [...measured].map(([name, repeats]) => assemble(name, repeats)),
      ...(base && { base }),
    };
  };
  const takeRepeat = (workload: Measurable, number: number, title: string): Promise<Repeat> => {
    const keepLogs = (logs: Parameters<Results['writeLogs']>[2]): Promise<void> =>
      results.writeLogs(workload.name, number, logs);
    return remeasured(workload.name, context, () =>
      log.phase(title, (progress) =>
        testbed.measureOnce(workload, { ...context, keepLogs, progress }),
      ),
    );
  };
  return {
    measurement,
    async measure(workload, times) {
      const { name } = workload;
      const repeats = measured.get(name) ?? [];
      for (let i = 0; i < times; i++) {
        const number = repeats.length + 1;
        const count = times === 1 && number === 1 ? '' : ` (${number})`;
        const title = `measure ${name}${which === undefined ? '' : ` of ${which}`}${count}`;
        const { events, collections, ...kept } = await takeRepeat(workload, number, title);
        const { readings, causes, shares, heap } = kept;
        repeats.push({ readings, causes, shares, heap });
        measured.set(name, repeats);
        await results.writeMeasurement(measurement());
        await results.appendEvents(name, number, events, collections);
      }
      return assemble(name, repeats);
    },
  };
}

/** Events go to disk: those of many repeats would not fit in memory. */
type Kept = Pick<Repeat, 'readings' | 'causes' | 'shares' | 'heap'>;

/** All repeats of a workload; what they were done for, and how the heaps went, is told of the first. */
function assemble(name: string, repeats: readonly Kept[]): WorkloadMeasurement {
  const readings = repeats.map((repeat) => repeat.readings);
  const causes = comparableCauses(repeats[0]?.causes ?? []);
  return {
    ...assembleWorkload(name, readings),
    causes: toLines(causes, { peaks: true }),
    share: addCoverages(repeats.map(({ shares }) => shares)),
    ...(repeats[0] && repeats[0].heap.daemons.length > 0 && { heap: repeats[0].heap }),
  };
}
