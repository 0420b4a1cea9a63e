import { messagesOf } from '../cause/messages.ts';
import type { NodeLogs } from '../cluster/logs.ts';
import { openLab, topologyOf } from '../cluster/testbed.ts';
import { measureOnce } from '../measure/repeat.ts';
import { remeasured } from '../measure/remeasure.ts';
import { TRACE_SCHEMA, type TraceResult } from '../model/trace.ts';
import { createDisposal, takeDown } from '../platform/process/disposal.ts';
import type { WorkContext } from '../platform/context.ts';
import type { Report } from '../report/model.ts';
import { renderHtml } from '../report/render/html/html.ts';
import { renderMarkdown } from '../report/render/markdown/markdown.ts';
import { traceReport } from '../report/build/trace/traceReport.ts';
import { openResults, type Results } from '../results/results.ts';
import { createRunTracer } from '../measure/runTracer.ts';
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
 * @throws PerfError (exit 4) when the command fails, or its trace is not whole
 */
export async function traceOne(settings: TraceSettings, context: WorkContext): Promise<Traced> {
  const { log } = context;
  const { command } = settings;
  const results = await openResults(settings.out);

  const disposal = createDisposal(log);
  try {
    const lab = await openLab(settings, { ...context, disposal });
    const line = command.join(' ');
    const keepLogs = (logs: NodeLogs): Promise<void> => results.writeLogs('trace', 1, logs);
    const actions = [{ kind: 'run', command }] as const;
    const tracer = createRunTracer(disposal);
    const traced = await remeasured(line, context, () =>
      log.phase(`trace ${line}`, () =>
        measureOnce(lab, { name: 'trace', actions }, { ...context, tracer, keepLogs }),
      ),
    );
    const result: TraceResult = {
      schema: TRACE_SCHEMA,
      command: line,
      ganeti: lab.ganeti,
      cluster: topologyOf(lab),
      seconds: traced.readings.get('wall')?.value ?? 0,
      causes: [...traced.causes],
      share: [...traced.shares],
      messages: messagesOf(traced.events, traced.spans),
    };
    const report = traceReport(result);
    await results.writeTrace(result);
    await results.appendEvents('trace', 1, traced.events);
    await results.writeReport(renderMarkdown(report), renderHtml(report));
    return { result, report, files: results.files };
  } finally {
    await takeDown(disposal, log);
  }
}
