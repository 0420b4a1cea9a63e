import { containerTestbeds } from '../measure/containerTestbeds.ts';
import { probeInTurns } from '../measure/probeInTurns.ts';
import { withTestbed } from '../measure/testbed.ts';
import { PROBE_SCHEMA, type ProbeResult } from '../model/probe.ts';
import type { WorkContext } from '../platform/context.ts';
import { probeReport } from '../report/build/probe/probeReport.ts';
import type { Report } from '../report/model.ts';
import { openResults, type Results } from '../results/results.ts';
import type { ProbeSettings } from '../settings/settings.ts';

/** What one request cost. */
export interface ProbedRequest {
  readonly result: ProbeResult;
  readonly report: Report;
  readonly files: Results['files'];
}

/**
 * `probe`: brings a cluster up, sends one request to a daemon of its master again and again, and says what
 * each costs. Everything it started is gone when it returns or throws.
 *
 * @param testbeds where clusters come from
 * @throws PerfError (exit 4) when the daemon refuses the request, or not all that it did was seen
 */
export async function probeRequest(
  settings: ProbeSettings,
  context: WorkContext,
  testbeds = containerTestbeds,
): Promise<ProbedRequest> {
  const { channel, method, args, concurrency, repeat = null, against } = settings;
  const request = { channel, method, args: [...args], concurrency };
  const results = await openResults(settings.out, { events: false });
  return withTestbed(testbeds, settings, context, async (testbed) => {
    const probed = await probeInTurns(
      testbed,
      { ...request, repeat, until: 'latency' },
      // Of the Ganeti under test alone is the overlay: so a patch can be held against what it patches.
      against && { ...settings, ganeti: against, overlay: undefined },
      context,
    );
    const { head, ...beside } = probed;
    const result: ProbeResult = {
      ...{ schema: PROBE_SCHEMA, ...request, ...testbed.facts },
      ...{ ...head, ...beside },
    };
    await results.writeProbe(result);
    const report = probeReport(result);
    await results.writeReport(report);
    return { result, report, files: results.files };
  });
}
