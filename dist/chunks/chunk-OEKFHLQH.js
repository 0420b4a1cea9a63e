import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  areasSvg,
  flamesSvg,
  renderHtml
} from "./chunk-Y3XO2ACU.js";
import {
  renderMarkdown
} from "./chunk-H3G7KOFV.js";
import {
  parsePublished,
  refuseLinks,
  roomFor,
  serialize
} from "./chunk-XW5CLFQN.js";
import {
  readPlainFile
} from "./chunk-PK3XEFPR.js";
import {
  PerfError,
  invalidError,
  usageError
} from "./chunk-HSULD6WJ.js";

// src/results/results.ts
import { join as join2, resolve as resolve2 } from "node:path";

// src/results/folder.ts
import { constants } from "node:fs";
import { access, lstat, mkdir, open, readdir, rm, rmdir, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
var MARKER = ".ganeti-perf";
async function openFolder(out, files) {
  const folder = resolve(out);
  try {
    await refuseLinksOnTheWay(folder);
    await makeFolder(folder);
    await access(folder, constants.W_OK);
    await discardFolder(folder);
    for (const file of Object.values(files)) await refuseForeign(out, file);
    await put(join(folder, MARKER), "", constants.O_EXCL);
  } catch (error) {
    if (error instanceof PerfError) throw error;
    const { code = "unknown error", message } = error;
    throw usageError(
      `--out '${out}' cannot be written (${code}: ${message}); name another folder with --out`,
      { cause: error }
    );
  }
  return owned(folder);
}
async function discardFolder(folder) {
  await refuseLinksOnTheWay(folder);
  for (const name of await ownNames(folder)) {
    const logs = name.startsWith("logs/");
    if (logs) await refuseLinks(folder, "logs");
    await rm(join(folder, name), { force: true, recursive: logs });
    if (logs) await rmdir(join(folder, "logs")).catch(ignore);
  }
  await rm(join(folder, MARKER), { force: true });
}
var isOwned = async (folder) => (await readdir(folder).catch(() => [])).includes(MARKER);
function owned(folder) {
  const known = /* @__PURE__ */ new Set();
  const own = async (path) => {
    const name = nameOf(relative(folder, path));
    const isNew = !known.has(name);
    if (isNew) await put(join(folder, MARKER), `${name}
`, constants.O_APPEND);
    known.add(name);
    const isFile = relative(folder, path) === name;
    return isNew && isFile ? constants.O_EXCL : 0;
  };
  return {
    write: (path, content) => roomFor(path, "--out", async () => {
      const exclusive = await own(path);
      const within = relative(folder, dirname(path));
      if (within !== "") await refuseLinks(folder, within);
      await mkdir(dirname(path), { recursive: true });
      await put(path, content, exclusive || constants.O_TRUNC);
    }),
    append: (path, content) => roomFor(path, "--out", async () => {
      await own(path);
      await put(path, content, constants.O_APPEND);
    })
  };
}
var nameOf = (path) => /^logs\/[^/]+/.exec(path)?.[0] ?? path;
var OURS = /^(?:[A-Za-z0-9][\w.-]{0,100}|logs\/node\d+\.perf\.test)$/;
async function ownNames(folder) {
  const marker = join(folder, MARKER);
  if (!await lstat(marker).catch(() => void 0)) return [];
  const text = await readPlainFile(marker, { limit: 1024 ** 2 });
  return text.split("\n").filter((name) => OURS.test(name));
}
async function refuseForeign(out, file) {
  if (!await lstat(file).catch(() => void 0)) return;
  throw usageError(
    `--out '${out}' holds ${relative(resolve(out), file)}, which no run marked as its own (in ${MARKER}): remove it, or name another folder with --out`
  );
}
async function refuseLinksOnTheWay(folder) {
  const below = relative(".", folder);
  if (below !== "" && !below.startsWith("..") && !isAbsolute(below)) await refuseLinks(".", below);
}
async function put(path, content, flags) {
  const { O_WRONLY, O_CREAT, O_NOFOLLOW } = constants;
  const file = await open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | flags, 438);
  try {
    await file.writeFile(content);
  } finally {
    await file.close();
  }
}
async function makeFolder(folder) {
  if ((await stat(folder).catch(() => void 0))?.isDirectory()) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder);
}
var ignore = () => void 0;

// src/results/reportFiles.ts
async function writeReportFiles(folder, files, report) {
  const markdown = renderMarkdown(report);
  await folder.write(files.report, markdown);
  await folder.write(files.page, renderHtml(report));
  return markdown;
}

// src/results/results.ts
async function openResults(out, { events = true } = {}) {
  const folder = resolve2(out);
  const files = resultFiles(out);
  const own = await openFolder(out, files);
  if (events) await own.write(files.events, "");
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
    writeRaw: (name, content) => own.write(join2(folder, name), content),
    writePicture: (areas) => own.write(files.picture, `${areasSvg(areas).html}
`),
    writeCostCentres: (result) => writeDocument(own, files.costCentres, result),
    writeFlames: (of, flames) => own.write(
      of === "ticks" ? files.timeFlames : files.allocationFlames,
      `${flamesSvg(flames).html}
`
    ),
    writeHarness: (harness) => writeDocument(own, files.harness, harness),
    writeDefects: (defects) => writeDocument(own, files.defects, defects),
    writeTrace: (trace) => writeDocument(own, files.trace, trace),
    writeReport: (report) => writeReportFiles(own, files, report),
    async appendEvents(workload, repeat, events2, collections) {
      const all = [...events2, ...collections].sort((a, b) => a.at - b.at);
      for (let i = 0; i < all.length; i += PART) {
        const lines = all.slice(i, i + PART).map((event) => `${JSON.stringify({ workload, repeat, ...event })}
`);
        await own.append(files.events, lines.join(""));
      }
    },
    async writeLogs(workload, repeat, logs) {
      for (const [node, contents] of logs) {
        const target = join2(folder, "logs", node, `${workload}-${repeat}`);
        for (const [name, content] of contents) await own.write(join2(target, name), content);
      }
    }
  };
}
var discardResults = (out) => discardFolder(resolve2(out));
async function writeDocument(own, path, document) {
  await own.write(path, readable(path, document));
}
function readable(path, document) {
  const text = serialize(document);
  try {
    parsePublished(text, path);
  } catch (error) {
    throw invalidError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  return text;
}
var PART = 1e4;
function resultFiles(out) {
  const at = (name) => join2(resolve2(out), name);
  return {
    measurement: at("measurement.json"),
    failure: at("failure.json"),
    buildLog: at("build.log"),
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

export {
  openFolder,
  isOwned,
  writeReportFiles,
  openResults,
  discardResults,
  resultFiles
};
