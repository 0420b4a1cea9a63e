import { sizeSettings, type SizeSettings } from '../cluster/topology.ts';
import { join } from 'node:path';
import type { TestbedSettings } from '../cluster/containerTestbed.ts';
import { readCheckout } from '../cluster/source/checkout.ts';
import type { MeasuredBase } from '../model/measurement.ts';
import type { WorkContext } from '../platform/context.ts';
import { openResults } from '../results/results.ts';
import { ganetiText } from '../settings/ganetiSource.ts';
import type { RunSettings } from '../settings/settings.ts';
import type { Measurable } from '../workload/measurable.ts';
import { startSession, type Session } from './session.ts';
import type { Testbed } from './testbed.ts';

/** The Ganeti that a change is made on. It is built, and its cluster formed, when it is first asked. */
export interface Base {
  /** Measures a workload once. */
  measure(workload: Measurable): Promise<void>;
  /** Everything measured of it so far; undefined where nothing was. */
  measured(): MeasuredBase | undefined;
}

/** The folder, in that of a run, with what was measured of it. */
export const BASE_FOLDER = 'base';

/** @returns undefined where the settings name none */
export function openBase(
  settings: RunSettings,
  testbed: Testbed,
  context: WorkContext,
): Base | undefined {
  const wanted = baseOf(settings);
  if (wanted === undefined) return undefined;
  let session: Session | undefined;
  const open = async (): Promise<Session> => {
    const which = `${ganetiText(wanted.ganeti)}, the base`;
    context.log.info(`measuring ${which}, in turns with the change, to tell the two apart`);
    const results = await openResults(join(settings.out, BASE_FOLDER));
    return startSession(await testbed.openBeside(wanted, context), results, context, { which });
  };
  return {
    async measure(workload) {
      session ??= await open();
      await session.measure(workload, 1);
    },
    measured() {
      if (!session) return undefined;
      const { ganeti, environment, workloads } = session.measurement();
      return workloads.length === 0 ? undefined : { ganeti, environment, workloads };
    },
  };
}

/**
 * Looks whether there is such a checkout, before anything is measured: it is built only when something has to be
 * confirmed, and a misspelt folder would be noticed only then.
 *
 * @throws PerfError (exit 2) when there is none
 */
export async function checkBase(
  { base }: Pick<RunSettings, 'base'>,
  { signal }: WorkContext,
): Promise<void> {
  if (base?.kind === 'source') await readCheckout(base.folder, signal);
}

/** The one that is named; of an overlay, the same without it. */
export function baseOf(
  settings: Pick<RunSettings, 'against' | 'base' | 'buildCache' | 'ganeti' | 'overlay'> &
    SizeSettings,
): TestbedSettings | undefined {
  const { against, base, buildCache, ganeti, overlay } = settings;
  if (against !== undefined || (base === undefined && overlay === undefined)) return undefined;
  return { ganeti: base ?? ganeti, buildCache, ...sizeSettings(settings) };
}
