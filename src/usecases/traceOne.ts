import { messagesOf } from '../cause/messages.ts';
import type { NodeLogs } from '../cluster/logs.ts';
import { containerTestbeds } from '../measure/containerTestbeds.ts';
import type { Repeat } from '../measure/evaluate.ts';
import { remeasured } from '../measure/remeasure.ts';
import { withTestbed, type Testbed } from '../measure/testbed.ts';
import { TRACE_SCHEMA, type TraceResult } from '../model/trace.ts';
import type { WorkContext } from '../platform/context.ts';
import { traceReport } from '../report/build/trace/traceReport.ts';
import type { Report } from '../report/model.ts';
import { openResults, type Results } from '../results/results.ts';
import type { TraceSettings } from '../settings/settings.ts';

/** What one command line cost. */
export interface Traced {
  readonly result: TraceResult;
  readonly report: Report;
  readonly files: Results['files'];
}

/**
 * `trace`: brings a cluster up, runs one command on its master under the trace, and says what it
 * made the cluster do. Everything it started is gone when it returns or throws.
 *
 * @param testbeds where clusters come from
 * @throws PerfError (exit 4) when the command fails, or its trace is not whole
 */
export async function traceOne(
  settings: TraceSettings,
  context: WorkContext,
  testbeds = containerTestbeds,
): Promise<Traced> {
  const { command } = settings;
  const line = command.join(' ');
  const results = await openResults(settings.out);
  const keepLogs = (logs: NodeLogs): Promise<void> => results.writeLogs('trace', 1, logs);

  return withTestbed(testbeds, settings, context, async (testbed) => {
    const traced = await remeasured(line, context, () =>
      context.log.phase(`trace ${line}`, (progress) =>
        testbed.traceOnce(command, { ...context, keepLogs, progress }),
      ),
    );
    const result = resultOf(line, testbed, traced);
    const report = traceReport(result);
    await results.writeTrace(result);
    await results.appendEvents('trace', 1, traced.events, traced.collections);
    await results.writeReport(report);
    return { result, report, files: results.files };
  });
}

function resultOf(command: string, { facts }: Testbed, traced: Repeat): TraceResult {
  return {
    schema: TRACE_SCHEMA,
    command,
    ganeti: facts.ganeti,
    cluster: facts.cluster,
    ...(facts.environment.storage === 'real' && { storage: 'real' }),
    seconds: traced.readings.get('wall')?.value ?? 0,
    causes: [...traced.causes],
    share: [...traced.shares],
    messages: messagesOf(traced.events, traced.spans),
  };
}
