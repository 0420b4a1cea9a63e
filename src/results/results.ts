import { join, resolve } from 'node:path';
import type { NodeLogs } from '../cluster/logs.ts';
import type { Comparison } from '../model/comparison.ts';
import type { Cost, CostCentresResult } from '../model/costCentres.ts';
import type { DefectsResult } from '../model/defects.ts';
import type { Failure } from '../model/failure.ts';
import type { HarnessResult } from '../model/harness.ts';
import type { Measurement } from '../model/measurement.ts';
import type { ProbeResult, ProbeSizes } from '../model/probe.ts';
import type { ProfileResult } from '../model/profile.ts';
import type { TraceResult } from '../model/trace.ts';
import { parsePublished, type Published } from '../model/read.ts';
import { serialize } from '../model/serialize.ts';
import { invalidError } from '../platform/errors.ts';
import type { Areas, Flames, Report } from '../report/model.ts';
import { areasSvg } from '../report/render/svg/areasSvg.ts';
import { flamesSvg } from '../report/render/svg/flamesSvg.ts';
import { discardFolder, openFolder, type OwnedFolder } from './folder.ts';
import { writeReportFiles } from './reportFiles.ts';
import type { HeapEvent } from '../trace/events/heapEvents.ts';
import type { TraceEvent } from '../trace/events/event.ts';

/** The folder of `--out`. What is measured is written at once: whatever comes later may fail. */
export interface Results {
  readonly files: {
    readonly measurement: string;
    readonly failure: string;
    readonly buildLog: string;
    readonly comparison: string;
    readonly trace: string;
    readonly probe: string;
    readonly profile: string;
    readonly picture: string;
    readonly costCentres: string;
    readonly allocationFlames: string;
    readonly timeFlames: string;
    readonly harness: string;
    readonly defects: string;
    readonly report: string;
    readonly page: string;
    readonly events: string;
  };
  writeMeasurement(measurement: Measurement): Promise<void>;
  writeFailure(failure: Failure): Promise<void>;
  /** What a build wrote that failed, as it wrote it. */
  writeBuildLog(output: string): Promise<void>;
  writeComparison(comparison: Comparison): Promise<void>;
  writeTrace(trace: TraceResult): Promise<void>;
  writeProbe(probe: ProbeResult | ProbeSizes): Promise<void>;
  writeProfile(profile: ProfileResult): Promise<void>;
  /** What a program of Ganeti wrote, under a name of ours. */
  writeRaw(name: string, content: string): Promise<void>;
  writePicture(areas: Areas): Promise<void>;
  writeCostCentres(result: CostCentresResult): Promise<void>;
  /** The flame graph of time, or of allocation. */
  writeFlames(of: keyof Cost, flames: Flames): Promise<void>;
  writeHarness(harness: HarnessResult): Promise<void>;
  writeDefects(defects: DefectsResult): Promise<void>;
  /** Gives back the report as Markdown. */
  writeReport(report: Report): Promise<string>;
  /** Both are in the order of time, and so are the lines. */
  appendEvents(
    workload: string,
    repeat: number,
    events: readonly TraceEvent[],
    collections: readonly HeapEvent[],
  ): Promise<void>;
  writeLogs(workload: string, repeat: number, logs: NodeLogs): Promise<void>;
}

/**
 * Opens the folder, and takes away what an earlier run left there.
 *
 * @param options `events`: false where nothing is traced, as an empty file would say that nothing happened
 * @throws PerfError (exit 2) when it cannot be written
 */
export async function openResults(out: string, { events = true } = {}): Promise<Results> {
  const folder = resolve(out);
  const files = resultFiles(out);
  const own = await openFolder(out, files);
  if (events) await own.write(files.events, '');
  return {
    files,
    // Before it is known to be readable: what was measured took minutes.
    writeMeasurement: async (measurement) => {
      await own.write(files.measurement, serialize(measurement));
      readable(files.measurement, measurement);
    },
    writeFailure: (failure) => writeDocument(own, files.failure, failure),
    writeBuildLog: (output) => own.write(files.buildLog, output),
    writeComparison: (comparison) => writeDocument(own, files.comparison, comparison),
    writeProbe: (probe) => writeDocument(own, files.probe, probe),
    writeProfile: (profile) => writeDocument(own, files.profile, profile),
    writeRaw: (name, content) => own.write(join(folder, name), content),
    writePicture: (areas) => own.write(files.picture, `${areasSvg(areas).html}\n`),
    writeCostCentres: (result) => writeDocument(own, files.costCentres, result),
    writeFlames: (of, flames) =>
      own.write(
        of === 'ticks' ? files.timeFlames : files.allocationFlames,
        `${flamesSvg(flames).html}\n`,
      ),
    writeHarness: (harness) => writeDocument(own, files.harness, harness),
    writeDefects: (defects) => writeDocument(own, files.defects, defects),
    writeTrace: (trace) => writeDocument(own, files.trace, trace),
    writeReport: (report) => writeReportFiles(own, files, report),
    async appendEvents(workload, repeat, events, collections) {
      const all = [...events, ...collections].sort((a, b) => a.at - b.at);
      // In parts, as one string of a large trace would be longer than a string may be, and all lines as much as its events.
      for (let i = 0; i < all.length; i += PART) {
        const lines = all
          .slice(i, i + PART)
          .map((event) => `${JSON.stringify({ workload, repeat, ...event })}\n`);
        await own.append(files.events, lines.join(''));
      }
    },
    async writeLogs(workload, repeat, logs) {
      for (const [node, contents] of logs) {
        const target = join(folder, 'logs', node, `${workload}-${repeat}`);
        for (const [name, content] of contents) await own.write(join(target, name), content);
      }
    },
  };
}

/**
 * Takes away what an earlier run left in a folder that this one may never open: beside the results of this
 * run, they would be taken for a part of them. Whatever else is there stays.
 */
export const discardResults = (out: string): Promise<void> => discardFolder(resolve(out));

/** Writes a published file, as far as it is one that is read again. */
async function writeDocument(
  own: OwnedFolder,
  path: string,
  document: Published['document'],
): Promise<void> {
  await own.write(path, readable(path, document));
}

/**
 * The text of a document that our own reader takes.
 *
 * @throws PerfError (exit 4): what it is of counted something that no file of ours can say
 */
function readable(path: string, document: Published['document']): string {
  const text = serialize(document);
  try {
    parsePublished(text, path);
  } catch (error) {
    throw invalidError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  return text;
}

const PART = 10_000;

/** Where the files of a run are that was given this folder. */
export function resultFiles(out: string): Results['files'] {
  const at = (name: string): string => join(resolve(out), name);
  return {
    measurement: at('measurement.json'),
    failure: at('failure.json'),
    buildLog: at('build.log'),
    comparison: at('comparison.json'),
    trace: at('trace.json'),
    probe: at('probe.json'),
    profile: at('profile.json'),
    picture: at('heap.svg'),
    costCentres: at('cost-centres.json'),
    allocationFlames: at('flames-allocation.svg'),
    timeFlames: at('flames-time.svg'),
    harness: at('harness.json'),
    defects: at('defects.json'),
    report: at('report.md'),
    page: at('report.html'),
    events: at('events.jsonl'),
  };
}
