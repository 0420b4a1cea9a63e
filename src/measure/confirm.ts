import { isUndecided, needsConfirmation } from '../compare/verdict.ts';
import { compareWorkload } from '../compare/compareWorkload.ts';
import type { WorkloadComparison } from '../model/comparison.ts';
import type { WorkloadMeasurement } from '../model/measurement.ts';
import type { WorkContext } from '../platform/context.ts';
import type { Measurable } from '../workload/measurable.ts';
import type { Reference } from './reference.ts';
import type { Session } from './session.ts';

/**
 * Turns of base and change that confirm a noisy metric; an exact one is settled by the first of them. With
 * three values of the base, its band is learned from as many as tell a spread.
 */
export const NOISY_TURNS = 3;

/** A session, and what judges it. */
export interface Measuring {
  readonly session: Session;
  readonly reference: Reference;
}

/** What was measured of a workload, and what it comes to. */
export interface Confirmed {
  readonly measured: WorkloadMeasurement;
  readonly comparison: WorkloadComparison;
}

/**
 * Measures a workload so many times. What looks worse after a single repeat, or moved although it is exact,
 * is measured once more: a change is there every time. With a base, that one is measured in turns with the
 * change, however often that was measured before: only so a change is told from an old baseline, or from an
 * odd machine.
 */
export async function measureConfirmed(
  workload: Measurable,
  repeat: number,
  { session, reference }: Measuring,
  { log }: WorkContext,
): Promise<Confirmed> {
  const { name } = workload;
  const take = async (confirming: boolean): Promise<Confirmed> => {
    await reference.takeTurn(workload, confirming);
    const measured = await session.measure(workload, 1);
    const base = reference.measuredBase()?.workloads.find((w) => w.name === name);
    const comparison = compareWorkload(reference.baselines().get(name), measured, base);
    return { measured, comparison };
  };
  let seen = await take(false);
  for (let i = 1; i < repeat; i++) seen = await take(false);
  const { hasBase } = reference;
  if (!needsConfirmation(seen.comparison) || (repeat > 1 && !hasBase)) return seen;
  log.info(`${name} differs from before: measuring it once more to be sure`);
  seen = await take(true);
  for (let turn = 2; hasBase && turn <= NOISY_TURNS && isUndecided(seen.comparison); turn++) {
    log.info(`${name}: what moves by itself is still worse than in the base: once more of both`);
    seen = await take(true);
  }
  return seen;
}
