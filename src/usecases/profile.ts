import { containerTestbeds } from '../measure/containerTestbeds.ts';
import type { TakenProfile } from '../measure/profileOnce.ts';
import { withTestbed, type Testbed } from '../measure/testbed.ts';
import { PROFILE_SCHEMA, type ProfileResult } from '../model/profile.ts';
import type { WorkContext } from '../platform/context.ts';
import { heapAreas } from '../report/build/profile/heapAreas.ts';
import { profileReport } from '../report/build/profile/profileReport.ts';
import type { Report } from '../report/model.ts';
import { openResults, type Results } from '../results/results.ts';
import { ganetiText } from '../settings/ganetiSource.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { loadDriven } from '../workload/load.ts';
import { checkNeeds } from '../workload/parse.ts';

/** What a daemon's heap held. */
export interface ProfiledDaemonHeap {
  readonly result: ProfileResult;
  readonly report: Report;
  readonly files: Results['files'];
}

/**
 * `profile`: brings a cluster up, drives a workload on it while a daemon samples its heap, and says what it held;
 * with a second Ganeti, of both. Everything it started is gone when it returns or throws.
 *
 * @param testbeds where clusters come from
 * @throws PerfError (exit 4) when the workload fails, or the daemon wrote no samples
 */
export async function profileDaemon(
  settings: ProfileSettings,
  context: WorkContext,
  testbeds = containerTestbeds,
): Promise<ProfiledDaemonHeap> {
  const { daemon, against } = settings;
  const [workload] = await loadDriven([settings.workload]);
  if (!workload) throw new Error(`no workload of the name '${settings.workload}' was loaded`);
  checkNeeds(workload, settings);
  const results = await openResults(settings.out, { events: false });
  const take = async (testbed: Testbed, which: string, folder: string): Promise<TakenProfile> => {
    const title = `profile ${daemon} during ${workload.name}${which}`;
    const taken = await context.log.phase(title, () =>
      testbed.profileOnce(workload, daemon, context),
    );
    for (const [name, content] of taken.files) await results.writeRaw(`${folder}${name}`, content);
    return taken;
  };
  return withTestbed(testbeds, settings, context, async (testbed) => {
    const { profiled } = await take(testbed, '', '');
    const result: ProfileResult = {
      ...{ schema: PROFILE_SCHEMA, daemon, workload: workload.name, ...testbed.facts },
      ...profiled,
      ...(against && {
        against: await beside(
          // Of the Ganeti under test alone is the overlay: so a patch can be held against what it patches.
          await testbed.openBeside({ ...settings, ganeti: against, overlay: undefined }, context),
          (other) => take(other, ` (${ganetiText(against)})`, 'against-'),
        ),
      }),
    };
    await results.writeProfile(result);
    const report = profileReport(result);
    await results.writePicture(heapAreas(result));
    await results.writeReport(report);
    return { result, report, files: results.files };
  });
}

async function beside(
  other: Testbed,
  take: (other: Testbed) => Promise<TakenProfile>,
): Promise<NonNullable<ProfileResult['against']>> {
  return { ganeti: other.facts.ganeti, ...(await take(other)).profiled };
}
