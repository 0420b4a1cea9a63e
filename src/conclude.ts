import { exitCodeOf } from './compare/verdict.ts';
import type { Comparison } from './model/comparison.ts';
import type { RunOutcome } from './outcome.ts';
import { comparisonReport } from './report/comparisonReport.ts';
import { renderHtml } from './report/html.ts';
import { renderMarkdown } from './report/markdown.ts';
import type { Results } from './results.ts';

/** Leaves a comparison and its report in the folder of results, and says what they come to. */
export async function conclude(comparison: Comparison, results: Results): Promise<RunOutcome> {
  await results.writeComparison(comparison);
  const report = comparisonReport(comparison);
  const markdown = renderMarkdown(report);
  await results.writeReport(markdown, renderHtml(report));
  const { verdict } = comparison;
  const { files } = results;
  return { exitCode: exitCodeOf(comparison), verdict, files, comparison, report, markdown };
}
