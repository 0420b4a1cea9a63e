import { exitCodeOf } from '../compare/verdict.ts';
import type { Comparison } from '../model/comparison.ts';
import type { RunOutcome } from './outcome.ts';
import { comparisonReport } from '../report/build/comparison/comparisonReport.ts';
import type { Reader } from '../report/build/comparison/remedies.ts';
import type { Results } from '../results/results.ts';

/**
 * Leaves a comparison and its report in the folder of results, and says what they come to.
 *
 * @param reader what judged
 */
export async function conclude(
  comparison: Comparison,
  results: Results,
  reader: Pick<Reader, 'against' | 'baselines'>,
): Promise<RunOutcome> {
  await results.writeComparison(comparison);
  const report = comparisonReport(comparison, reader);
  const markdown = await results.writeReport(report);
  const { verdict } = comparison;
  const { files } = results;
  return { exitCode: exitCodeOf(comparison), verdict, files, comparison, report, markdown };
}
