import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  areasSvg,
  flamesSvg,
  renderHtml
} from "./chunk-VYIR6I5D.js";
import {
  renderMarkdown
} from "./chunk-GI5OQAQC.js";
import {
  serialize
} from "./chunk-V6QA6T7Y.js";
import {
  usageError
} from "./chunk-ULI3DSBC.js";

// src/results/results.ts
import { appendFile, mkdir as mkdir2, readdir, rm as rm2, writeFile as writeFile2 } from "node:fs/promises";
import { join, resolve as resolve2 } from "node:path";

// src/results/folder.ts
import { access, constants, mkdir, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
async function openFolder(out, files, prepare) {
  try {
    await makeFolder(resolve(out));
    await access(resolve(out), constants.W_OK);
    for (const file of Object.values(files)) await rm(file, { force: true });
    await prepare();
  } catch (error) {
    const { code = "unknown error", message } = error;
    throw usageError(
      `--out '${out}' cannot be written (${code}: ${message}); name another folder with --out`,
      { cause: error }
    );
  }
}
async function makeFolder(folder) {
  if ((await stat(folder).catch(() => void 0))?.isDirectory()) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder);
}

// src/results/reportFiles.ts
import { writeFile } from "node:fs/promises";
async function writeReportFiles(files, report) {
  const markdown = renderMarkdown(report);
  await writeFile(files.report, markdown);
  await writeFile(files.page, renderHtml(report));
  return markdown;
}

// src/results/results.ts
async function openResults(out, { events = true } = {}) {
  const folder = resolve2(out);
  const files = resultFiles(out);
  await openFolder(out, files, async () => {
    for (const node of await logFolders(join(folder, "logs"))) await rm2(node, { recursive: true });
    if (events) await writeFile2(files.events, "");
  });
  return {
    files,
    writeMeasurement: (measurement) => writeFile2(files.measurement, serialize(measurement)),
    writeComparison: (comparison) => writeFile2(files.comparison, serialize(comparison)),
    writeProbe: (probe) => writeFile2(files.probe, serialize(probe)),
    writeProfile: (profile) => writeFile2(files.profile, serialize(profile)),
    writeRaw: (name, content) => writeFile2(join(folder, name), content),
    writePicture: (areas) => writeFile2(files.picture, `${areasSvg(areas).html}
`),
    writeCostCentres: (result) => writeFile2(files.costCentres, serialize(result)),
    writeFlames: (of, flames) => writeFile2(
      of === "ticks" ? files.timeFlames : files.allocationFlames,
      `${flamesSvg(flames).html}
`
    ),
    writeHarness: (harness) => writeFile2(files.harness, serialize(harness)),
    writeDefects: (defects) => writeFile2(files.defects, serialize(defects)),
    writeTrace: (trace) => writeFile2(files.trace, serialize(trace)),
    writeReport: (report) => writeReportFiles(files, report),
    async appendEvents(workload, repeat, events2, collections) {
      const all = [...events2, ...collections].sort((a, b) => a.at - b.at);
      const lines = all.map((event) => `${JSON.stringify({ workload, repeat, ...event })}
`);
      for (let i = 0; i < lines.length; i += PART) {
        await appendFile(files.events, lines.slice(i, i + PART).join(""));
      }
    },
    async writeLogs(workload, repeat, logs) {
      for (const [node, contents] of logs) {
        const target = join(folder, "logs", node, `${workload}-${repeat}`);
        await mkdir2(target, { recursive: true });
        for (const [name, content] of contents) await writeFile2(join(target, name), content);
      }
    }
  };
}
async function discardResults(out) {
  for (const file of Object.values(resultFiles(out))) await rm2(file, { force: true });
  for (const node of await logFolders(join(resolve2(out), "logs")))
    await rm2(node, { recursive: true });
}
var PART = 1e4;
function resultFiles(out) {
  const at = (name) => join(resolve2(out), name);
  return {
    measurement: at("measurement.json"),
    comparison: at("comparison.json"),
    trace: at("trace.json"),
    probe: at("probe.json"),
    profile: at("profile.json"),
    picture: at("heap.svg"),
    costCentres: at("cost-centres.json"),
    allocationFlames: at("flames-allocation.svg"),
    timeFlames: at("flames-time.svg"),
    harness: at("harness.json"),
    defects: at("defects.json"),
    report: at("report.md"),
    page: at("report.html"),
    events: at("events.jsonl")
  };
}
async function logFolders(folder) {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^node\d+\.perf\.test$/.test(name)).map((name) => join(folder, name));
}

export {
  openFolder,
  writeReportFiles,
  openResults,
  discardResults,
  resultFiles
};
