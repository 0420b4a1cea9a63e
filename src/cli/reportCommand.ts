import { EXIT } from '../platform/errors.ts';
import { parsePublished, type Published } from '../model/read.ts';
import { usageError } from '../platform/errors.ts';
import { comparisonReport } from '../report/build/comparison/comparisonReport.ts';
import { costsReport } from '../report/build/costs/costsReport.ts';
import { defectsReport } from '../report/build/defects/defectsReport.ts';
import { failureReport } from '../report/build/failure/failureReport.ts';
import { growthReport } from '../report/build/growth/growthReport.ts';
import { renderJson } from '../report/render/renderJson.ts';
import { renderMarkdown } from '../report/render/markdown/markdown.ts';
import { harnessReport } from '../report/build/harness/harnessReport.ts';
import { measurementReport } from '../report/build/measurement/measurementReport.ts';
import { probeSizesReport } from '../report/build/probe/probeSizesReport.ts';
import { probeReport } from '../report/build/probe/probeReport.ts';
import { profileReport } from '../report/build/profile/profileReport.ts';
import { traceReport } from '../report/build/trace/traceReport.ts';
import type { ReportSettings } from '../settings/settings.ts';
import { readInput } from './compareCommand.ts';
import type { CommandContext } from './commandContext.ts';
import type { Report } from '../report/model.ts';
import { forTerminal } from './forTerminal.ts';

/** `report FILE`: renders a comparison, a measurement, a failure, growth, a trace, a probe or a profile. */
export async function report(
  { file, format }: ReportSettings,
  context: CommandContext,
): Promise<number> {
  const published = parsePublished(await readInput(file), file);
  if (published.kind === 'baseline') {
    throw usageError(`${file} is a baseline; report renders everything else`);
  }
  const { document } = published;
  const sections = reportOf(published);
  const render = {
    markdown: () => renderMarkdown(sections),
    // Only a page needs its library of charts.
    html: async () => (await import('../report/render/html/html.ts')).renderHtml(sections),
    terminal: () => forTerminal(sections, 'with --format html'),
    json: () => renderJson(document),
  };
  context.print(await render[format]());
  return EXIT.ok;
}

function reportOf(published: Exclude<Published, { kind: 'baseline' }>): Report {
  switch (published.kind) {
    case 'comparison':
      return comparisonReport(published.document);
    case 'measurement':
      return measurementReport(published.document);
    case 'failure':
      return failureReport(published.document);
    case 'growth':
      return growthReport(published.document);
    case 'trace':
      return traceReport(published.document);
    case 'probe':
      return probeReport(published.document);
    case 'probe-sizes':
      return probeSizesReport(published.document);
    case 'profile':
      return profileReport(published.document);
    case 'cost-centres':
      return costsReport(published.document);
    case 'harness':
      return harnessReport(published.document);
    case 'defects':
      return defectsReport(published.document);
  }
}
