import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareMeasurements } from '../compare/compareMeasurement.ts';
import { exitCodeOf } from '../compare/verdict.ts';
import type { Comparison } from '../model/comparison.ts';
import { parseMeasurement } from '../model/read.ts';
import { usageError } from '../platform/errors.ts';
import { comparisonReport } from '../report/build/comparison/comparisonReport.ts';
import { renderJson } from '../report/render/renderJson.ts';
import type { CompareSettings } from '../settings/settings.ts';
import { compareWithBaselines } from '../usecases/compareWithBaselines.ts';
import type { CommandContext } from './commandContext.ts';
import { forTerminal } from './forTerminal.ts';

/** It writes no file. */
const MORE = "by 'report' of what --json prints";

/** `compare BASE HEAD`: two measurements, or a folder of baselines and a measurement. */
export async function compare(settings: CompareSettings, context: CommandContext): Promise<number> {
  const comparison = await compareFiles(settings);
  const reader = (await isFolder(settings.base)) ? { baselines: settings.base } : { against: true };
  const report = () => forTerminal(comparisonReport(comparison, reader), MORE);
  context.print(settings.json ? renderJson(comparison) : report());
  return exitCodeOf(comparison);
}

async function compareFiles({ base, head }: CompareSettings): Promise<Comparison> {
  const measurement = parseMeasurement(await readInput(head), head);
  if (!(await isFolder(base))) {
    return compareMeasurements(parseMeasurement(await readInput(base), base), measurement);
  }
  return compareWithBaselines(measurement, base);
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;

/**
 * @throws PerfError (exit 2) when the file cannot be read
 */
export async function readInput(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    const message =
      code === 'EISDIR'
        ? `${path} is a folder; name the file, as ${join(path, 'measurement.json')}`
        : `${path} cannot be read (${code}); name a measurement.json`;
    throw usageError(message, { cause: error });
  }
}
