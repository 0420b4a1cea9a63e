import { profiledImage } from '../cluster/source/profiledImage.ts';
import { containerTestbeds } from '../measure/containerTestbeds.ts';
import type { TakenCosts } from '../measure/costCentresOnce.ts';
import { withTestbed, type Testbed } from '../measure/testbed.ts';
import { COST_CENTRES_SCHEMA, type CostCentresResult } from '../model/costCentres.ts';
import type { WorkContext } from '../platform/context.ts';
import { usageError } from '../platform/errors.ts';
import { ensureEngine } from '../platform/engine/engine.ts';
import { costFlames } from '../report/build/costs/costFlames.ts';
import { costsReport } from '../report/build/costs/costsReport.ts';
import type { Report } from '../report/model.ts';
import { openResults, type Results } from '../results/results.ts';
import { ganetiText, type GanetiSource } from '../settings/ganetiSource.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { loadDriven } from '../workload/load.ts';
import { checkNeeds } from '../workload/parse.ts';

/** What a daemon's functions cost. */
export interface DaemonCosts {
  readonly result: CostCentresResult;
  readonly report: Report;
  readonly files: Results['files'];
}

/**
 * `profile --cost-centres`: builds a daemon that counts what its functions cost, drives a workload on a cluster with
 * it, and says where time and allocation went; with a second Ganeti, what of it differs. Everything it started is gone
 * when it returns or throws.
 *
 * @throws PerfError (exit 3) when the daemon cannot be built, (exit 4) when the workload fails
 */
export async function costCentresOfDaemon(
  settings: ProfileSettings,
  context: WorkContext,
): Promise<DaemonCosts> {
  const { daemon, ganeti, against, buildCache, out } = settings;
  const [workload] = await loadDriven([settings.workload]);
  if (!workload) throw new Error(`no workload of the name '${settings.workload}' was loaded`);
  checkNeeds(workload, settings);
  const results = await openResults(out, { events: false });
  await ensureEngine(context);
  const build = (source: GanetiSource): Promise<string> =>
    profiledImage({ folder: folderOf(source), buildCache }, context);
  const image = await build(ganeti);
  const other = against && { ganeti: against, image: await build(against) };
  const take = async (of: Testbed, program: string, which: string, before: string) => {
    const title = `profile the costs of ${daemon} during ${workload.name}${which}`;
    const taken: TakenCosts = await context.log.phase(title, () =>
      of.costCentresOnce(workload, { daemon, image: program }, context),
    );
    for (const [name, content] of taken.files) await results.writeRaw(`${before}${name}`, content);
    const { costs, processorSeconds } = taken;
    return { costs: { ganeti: of.facts.ganeti, costs }, processorSeconds };
  };
  const takeBeside = async (testbed: Testbed, { ganeti, image }: NonNullable<typeof other>) => {
    // Of the Ganeti under test alone is the overlay: so a patch can be held against what it patches.
    const beside = await testbed.openBeside({ ...settings, ganeti, overlay: undefined }, context);
    return take(beside, image, ` (${ganetiText(ganeti)})`, 'against-');
  };
  return withTestbed(containerTestbeds, settings, context, async (testbed) => {
    const plain = await context.log.phase(`${workload.name} without counting`, () =>
      testbed.processorTime(workload, daemon, context),
    );
    const { costs, processorSeconds } = await take(testbed, image, '', '');
    const result: CostCentresResult = {
      ...{ schema: COST_CENTRES_SCHEMA, daemon, workload: workload.name, ...testbed.facts },
      ...costs,
      processorSeconds: { profiled: processorSeconds, plain },
      ...(other && { against: (await takeBeside(testbed, other)).costs }),
    };
    await results.writeCostCentres(result);
    await results.writeFlames('allocated', costFlames(result, 'allocated'));
    await results.writeFlames('ticks', costFlames(result, 'ticks'));
    const report = costsReport(result);
    await results.writeReport(report);
    return { result, report, files: results.files };
  });
}

function folderOf(source: GanetiSource): string {
  if (source.kind === 'source') return source.folder;
  throw usageError(`--cost-centres needs source:DIR, got '${ganetiText(source)}'`);
}
