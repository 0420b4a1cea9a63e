// The machine matrix: does what was committed hold on other machines? Each row is a `run` against the committed
// baselines on a cluster that was made slow in one way; docs/machines.md says how, and what the table tells.
//
//   npx tsx bench/machines.ts [--series bookworm,trixie] [--rows full,half,quarter,tenth,one-core,neighbours,
//     slow-starts,slow-fsync] [--workloads NAME,...] [--repeat 1] [--config-instances 0] [--overlay DIR] [--out perf-results/machines]
//
// A row that is in the folder already is not measured again. Exit status 1 where an exact metric differs or an alarm
// was raised; 4 where a row could not be measured, or its condition did not bite.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkContext } from '../src/platform/context.ts';
import { EXIT, PerfError } from '../src/platform/errors.ts';
import { withSignals } from '../src/platform/process/signals.ts';
import { terminalLog } from '../src/platform/log/terminalLog.ts';
import { measureRow, ROW_FILE } from './machines/measureRow.ts';
import { parseOptions, type Options } from './machines/options.ts';
import { RowResultSchema, type RowResult, type Series } from './machines/result.ts';
import type { Row } from './machines/rows.ts';
import { matrixTable } from './machines/table.ts';

const log = terminalLog({ verbose: false });
try {
  const options = parseOptions(process.argv.slice(2));
  process.exitCode = await withSignals((signal) => matrix(options, { log, signal }), log);
} catch (error) {
  if (!(error instanceof PerfError)) throw error;
  log.error(error.message);
  process.exitCode = error.exitCode;
}

async function matrix(options: Options, context: WorkContext): Promise<number> {
  const results: RowResult[] = [];
  let failed = 0;
  for (const row of options.rows) {
    for (const series of options.series) {
      const result = await measured(row, series, options, context);
      if (result) results.push(result);
      else failed += 1;
    }
  }
  process.stdout.write(`${matrixTable(results)}\n`);
  if (failed > 0) return EXIT.invalid;
  const odd = results.some(({ exitCode, workloads }) =>
    workloads.some(({ differ, alarms }) => exitCode + differ.length + alarms.length > 0),
  );
  return odd ? EXIT.regression : EXIT.ok;
}

// A function that is declared, as all above waits for the matrix to end.
function hasAll(result: RowResult, names: readonly string[]): boolean {
  return names.every((name) => result.workloads.some((workload) => workload.name === name));
}

/** What is in the folder of a row, or else what is measured now; undefined when it cannot be. */
async function measured(
  row: Row,
  series: Series,
  { workloads, repeat, 'config-instances': configInstances, overlay, out }: Options,
  context: WorkContext,
): Promise<RowResult | undefined> {
  const folder = join(out, `${series}-${row.name}`);
  const before = await readRow(join(folder, ROW_FILE));
  if (before && hasAll(before, workloads)) return before;
  try {
    const settings = { series, workloads, repeat, configInstances, overlay, out: folder };
    return await log.phase(`${row.title}, ${series}`, () => measureRow(row, settings, context));
  } catch (error) {
    // The others are worth measuring, whatever became of this one.
    if (!(error instanceof PerfError) || error.exitCode !== EXIT.invalid) throw error;
    log.error(`${row.name}, ${series}: ${error.message}`);
    return undefined;
  }
}

async function readRow(file: string): Promise<RowResult | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return RowResultSchema.parse(JSON.parse(text));
}
