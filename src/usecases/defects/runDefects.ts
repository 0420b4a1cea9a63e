import { join } from 'node:path';
import { judgeTried, outcomeOf } from '../../defects/judge.ts';
import type { Defect } from '../../defects/schema.ts';
import type { Comparison } from '../../model/comparison.ts';
import {
  DEFECTS_SCHEMA,
  type DefectResult,
  type DefectsResult,
  type Tried,
} from '../../model/defects.ts';
import { EXIT, PerfError } from '../../platform/errors.ts';
import { defectsReport } from '../../report/build/defects/defectsReport.ts';
import type { Report } from '../../report/model.ts';
import { openResults, type Results } from '../../results/results.ts';
import type { DefectsSettings, RunSettings } from '../../settings/settings.ts';
import type { RunContext, RunOutcome } from '../outcome.ts';
import { NEEDS_SOURCE, withDefect } from './changed.ts';

/** What the catalogue came to. */
export interface DefectsOutcome {
  /** 0, 1 or 4; see EXIT. */
  readonly exitCode: number;
  readonly result: DefectsResult;
  readonly report: Report;
  readonly files: Results['files'];
}

/** The story of `run`, told anew for each of them. */
export type Run = (settings: RunSettings, context: RunContext) => Promise<RunOutcome>;

/**
 * `defects run`: brings known defects back, one after the other, and holds what the suite says of each against what it
 * must say. What became of those before is on disk, whatever happens to the next.
 *
 * @throws PerfError when the machine cannot run any of it
 */
export async function runDefects(
  defects: readonly Defect[],
  settings: DefectsSettings,
  context: RunContext,
  run: Run,
): Promise<DefectsOutcome> {
  const { log } = context;
  const results = await openResults(settings.out, { events: false });
  let result: DefectsResult = {
    ...{ schema: DEFECTS_SCHEMA, ganeti: null, environment: null },
    defects: [],
  };
  for (const [k, defect] of defects.entries()) {
    log.info(`${defect.name} (${k + 1} of ${defects.length}): ${defect.title}`);
    const { comparison, ...done } = await tryDefect(defect, settings, context, run);
    log.info(
      `${defect.name}: ${done.outcome}${done.reason === undefined ? '' : `, ${done.reason}`}`,
    );
    result = {
      ...result,
      ...(comparison && {
        ganeti: comparison.after.ganeti,
        environment: comparison.after.environment,
      }),
      defects: [...result.defects, done],
    };
    await results.writeDefects(result);
  }
  const report = defectsReport(result);
  await results.writeReport(report);
  return { exitCode: exitCodeOf(result), result, report, files: results.files };
}

type Done = DefectResult & { readonly comparison?: Comparison | undefined };

/** Brings one back at each of its sizes. */
async function tryDefect(
  defect: Defect,
  settings: DefectsSettings,
  context: RunContext,
  run: Run,
): Promise<Done> {
  const { name, title, origin, workload, change } = defect;
  const began = Date.now();
  const tried: Tried[] = [];
  let comparison: Comparison | undefined;
  const end = (outcome: DefectResult['outcome'], reason?: string): Done => ({
    ...{ name, title, origin, workload, outcome, tried, comparison },
    ...(reason !== undefined && { reason: reason.slice(0, 2000) }),
    seconds: Math.round((Date.now() - began) / 1000),
  });
  if (change.source && settings.ganeti.kind !== 'source')
    return end('not-applicable', NEEDS_SOURCE);
  try {
    await withDefect(defect, settings.ganeti, async ({ ganeti, onRestored }) => {
      for (const [k, wanted] of runsOf(defect, settings).entries()) {
        const out = join(
          settings.out,
          k === 0 ? name : `${name}-${wanted.nodes}-${wanted.instances}`,
        );
        const outcome = await run({ ...wanted, ganeti, out }, { ...context, onRestored });
        ({ comparison } = outcome);
        if (comparison.verdict === 'invalid' || comparison.verdict === 'neutral') {
          throw new PerfError(
            EXIT.invalid,
            `the comparison is ${comparison.verdict}: see ${out}/report.md`,
          );
        }
        tried.push(judgeTried(defect, comparison));
      }
    });
    return end(outcomeOf(defect, tried));
  } catch (error) {
    if (context.signal?.aborted || isEverywhere(error)) throw error;
    return end('not-measured', error instanceof Error ? error.message : String(error));
  }
}

/** What would stop the next one too. */
const isEverywhere = (error: unknown): boolean =>
  !(error instanceof PerfError) || error.exitCode === EXIT.environment;

/** At the size it is shown at, then at the others, for which there are seldom baselines. */
function runsOf(
  { workload, cluster, turns, change, expect }: Defect,
  settings: DefectsSettings,
): RunSettings[] {
  const { ganeti, buildCache, verbose } = settings;
  // Of a checkout there are no baselines, and of what varies they are too wide.
  const inTurns = turns > 0 || ganeti.kind !== 'debian' || change.source !== undefined;
  const first = {
    ...{
      ganeti,
      buildCache,
      verbose,
      workloads: [workload],
      json: false,
      keep: false,
      out: settings.out,
    },
    ...{ nodes: cluster?.nodes ?? 3, instances: cluster?.instances ?? 6 },
    nodeGroups: cluster?.nodeGroups,
    configInstances: cluster?.configInstances,
    configNodes: cluster?.configNodes,
    diskTemplate: cluster?.diskTemplate,
    repeat: Math.max(turns, 1),
    ...(inTurns && { against: ganeti }),
  };
  const sizes = ('sizes' in expect ? expect.sizes : undefined) ?? [];
  return [first, ...sizes.map((size) => ({ ...first, ...size, against: ganeti }))];
}

/** Everything as it must be: 0. What was missed, or an alarm without need: 1. Something not measured, or nothing tried at all: 4. */
function exitCodeOf({ defects }: DefectsResult): number {
  const outcomes = new Set(defects.map(({ outcome }) => outcome));
  const isNothing = defects.every(({ outcome }) => outcome === 'not-applicable');
  if (isNothing || outcomes.has('not-measured')) return EXIT.invalid;
  return (['otherwise', 'missed', 'alarm'] as const).some((bad) => outcomes.has(bad))
    ? EXIT.regression
    : EXIT.ok;
}
