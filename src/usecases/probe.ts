import { containerTestbeds } from '../measure/containerTestbeds.ts';
import { probeInTurns } from '../measure/probeInTurns.ts';
import { withTestbed } from '../measure/testbed.ts';
import {
  PROBE_SCHEMA,
  PROBE_SIZES_SCHEMA,
  type ProbeResult,
  type ProbeSizes,
} from '../model/probe.ts';
import type { WorkContext } from '../platform/context.ts';
import { probeReport } from '../report/build/probe/probeReport.ts';
import { probeSizesReport } from '../report/build/probe/probeSizesReport.ts';
import type { Report } from '../report/model.ts';
import { openResults, type Results } from '../results/results.ts';
import type { ProbeSettings } from '../settings/settings.ts';

/** What one request cost. */
export interface ProbedRequest {
  readonly result: ProbeResult | ProbeSizes;
  readonly report: Report;
  readonly files: Results['files'];
}

/**
 * `probe`: brings a cluster up, sends one request to a daemon of its master again and again, and says what
 * each costs; where several sizes are named, one cluster after the other. Everything it started is gone when it
 * returns or throws.
 *
 * @param testbeds where clusters come from
 * @throws PerfError (exit 4) when the daemon refuses the request, or not all that it did was seen
 */
export async function probeRequest(
  settings: ProbeSettings,
  context: WorkContext,
  testbeds = containerTestbeds,
): Promise<ProbedRequest> {
  const { configNodes = [0], configInstances = [0] } = settings;
  const sizes = configNodes.flatMap((n) =>
    configInstances.map((i) => ({ configNodes: n, configInstances: i })),
  );
  const results = await openResults(settings.out, { events: false });
  const { files } = results;
  const probed: ProbeResult[] = [];
  for (const size of sizes) {
    probed.push(await probeSize(settings, size, context, testbeds));
    await results.writeProbe(resultOf(probed));
  }
  const result = resultOf(probed);
  const report = result.schema === PROBE_SCHEMA ? probeReport(result) : probeSizesReport(result);
  await results.writeReport(report);
  return { result, report, files };
}

async function probeSize(
  settings: ProbeSettings,
  ofConfiguration: { readonly configNodes: number; readonly configInstances: number },
  context: WorkContext,
  testbeds: typeof containerTestbeds,
): Promise<ProbeResult> {
  const { channel, method, args, concurrency, repeat = null, against } = settings;
  const request = { channel, method, args: [...args], concurrency };
  const size = { ...settings, ...ofConfiguration };
  return withTestbed(testbeds, size, context, async (testbed) => {
    const probed = await probeInTurns(
      testbed,
      { ...request, repeat, until: 'latency' },
      // Of the Ganeti under test alone is the overlay: so a patch can be held against what it patches.
      against && { ...size, ganeti: against, overlay: undefined },
      context,
    );
    const { head, ...beside } = probed;
    return {
      ...{ schema: PROBE_SCHEMA, ...request, ...testbed.facts },
      ...{ ...head, ...beside },
    };
  });
}

/** What was found at each size; of one size, as it is. */
function resultOf(probed: readonly ProbeResult[]): ProbeResult | ProbeSizes {
  const [first, ...others] = probed;
  if (!first) throw new RangeError('no size was probed');
  if (others.length === 0) return first;
  const { channel, method, args, concurrency, environment } = first;
  return {
    schema: PROBE_SIZES_SCHEMA,
    ...{ channel, method, args, concurrency, environment },
    sizes: probed.map(({ cluster, ganeti, clients, heap, against }) => ({
      ...{ cluster, ganeti, clients, heap },
      ...(against && { against }),
    })),
  };
}
