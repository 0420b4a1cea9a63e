import { containerTestbeds } from '../measure/containerTestbeds.ts';
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
  const { channel, method, args, concurrency, repeat = null } = settings;
  const results = await openResults(settings.out, { events: false });
  return withTestbed(testbeds, settings, context, async (testbed) => {
    const probed = await context.log.phase(`probe ${channel} ${method}`, () =>
      testbed.probeOnce({ channel, method, args, concurrency, repeat }, context),
    );
    const request = { channel, method, args: [...args], concurrency };
    const result: ProbeResult = { schema: PROBE_SCHEMA, ...request, ...testbed.facts, ...probed };
    await results.writeProbe(result);
    const report = probeReport(result);
    await results.writeReport(report);
    return { result, report, files: results.files };
  });
}
