import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  serialize
} from "./chunk-EFZY4FG5.js";
import {
  familyOf,
  keySegment,
  waitingKey
} from "./chunk-LJOYK5Z6.js";
import {
  usageError
} from "./chunk-ULI3DSBC.js";

// src/results.ts
import { appendFile, mkdir as mkdir2, readdir, rm as rm2, writeFile } from "node:fs/promises";
import { join, resolve as resolve2 } from "node:path";

// src/resultsFolder.ts
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

// src/results.ts
async function openResults(out, { events = true } = {}) {
  const folder = resolve2(out);
  const files = resultFiles(out);
  await openFolder(out, files, async () => {
    for (const node of await logFolders(join(folder, "logs"))) await rm2(node, { recursive: true });
    if (events) await writeFile(files.events, "");
  });
  return {
    files,
    writeMeasurement: (measurement) => writeFile(files.measurement, serialize(measurement)),
    writeComparison: (comparison) => writeFile(files.comparison, serialize(comparison)),
    writeTrace: (trace) => writeFile(files.trace, serialize(trace)),
    async writeReport(markdown, html) {
      await writeFile(files.report, markdown);
      await writeFile(files.page, html);
    },
    async appendEvents(workload, repeat, events2) {
      const lines = events2.map((event) => `${JSON.stringify({ workload, repeat, ...event })}
`);
      for (let i = 0; i < lines.length; i += PART) {
        await appendFile(files.events, lines.slice(i, i + PART).join(""));
      }
    },
    async writeLogs(workload, repeat, logs) {
      for (const [node, contents] of logs) {
        const target = join(folder, "logs", node, `${workload}-${repeat}`);
        await mkdir2(target, { recursive: true });
        for (const [name, content] of contents) await writeFile(join(target, name), content);
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
    report: at("report.md"),
    page: at("report.html"),
    events: at("events.jsonl")
  };
}
async function logFolders(folder) {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^node\d+\.perf\.test$/.test(name)).map((name) => join(folder, name));
}

// src/trace/event.ts
var BACKGROUND = /* @__PURE__ */ new Set(["ganeti-mond"]);
var DRIVER = "driver";
var UNATTRIBUTED = "unattributed";

// src/trace/ticks.ts
var SAME = 0.015;
function createTickWatch() {
  const served = /* @__PURE__ */ new Set();
  const slept = /* @__PURE__ */ new Map();
  return {
    see({ kind, tid, seconds }) {
      if (kind === "served") served.add(tid);
      if (kind !== "sleep" || seconds === void 0) {
        slept.delete(tid);
        return false;
      }
      const before = slept.get(tid);
      slept.set(tid, seconds);
      return before !== void 0 && Math.abs(before - seconds) < SAME && !served.has(tid);
    }
  };
}
function tickPlaces(events, begin) {
  const watch = createTickWatch();
  const younger = /* @__PURE__ */ new Set();
  const places = /* @__PURE__ */ new Set();
  for (const [place, event] of events.entries()) {
    if (event.kind === "fork" && place > begin) younger.add(event.child);
    if (watch.see(event) && !younger.has(event.pid)) places.add(place);
  }
  return places;
}

// src/trace/count.ts
function workloadPlaces(events) {
  const begin = events.findIndex((event) => event.kind === "mark" && event.label === "begin");
  const end = events.findLastIndex((event) => event.kind === "mark" && event.label === "end");
  if (begin < 0 || end < begin) return [];
  const began = events[begin]?.at ?? 0;
  const isOurs = (event) => event.caller !== DRIVER && (event.kind !== "exit" || event.startedAt >= began);
  const ticks = tickPlaces(events, begin);
  const places = [];
  for (let place = begin + 1; place < end; place++) {
    const event = events[place];
    if (event && isOurs(event) && !ticks.has(place)) places.push(place);
  }
  return places;
}
function contributionsOf(event) {
  const counted = ownContributions(event);
  if (event.waiting === void 0) return counted;
  return counted.map(({ key, ...reading }) => ({ key: waitingKey(key), ...reading }));
}
function ownContributions(event) {
  const { caller } = event;
  const of = (unit, value, ...path) => ({
    key: [path[0], ...path.slice(1).map(keySegment)].join("/"),
    unit,
    value
  });
  if (BACKGROUND.has(caller)) return [];
  switch (event.kind) {
    case "execve":
      return event.succeeded ? [of("count", 1, "execve", caller, event.program)] : [];
    case "rpc":
      return [of("count", 1, "rpc", event.channel, event.procedure)];
    case "statefile":
      return [
        of("count", 1, event.family, caller, "writes"),
        of("bytes", event.bytes, event.family, caller, "bytes")
      ];
    case "fsync":
      return [of("count", 1, "fsync", caller)];
    case "sleep":
      return [
        of("count", 1, "sleep", caller, "count"),
        of("seconds", event.seconds, "sleep", caller, "seconds")
      ];
    case "exit":
      return [of("seconds", event.cpuSeconds, "cpu", caller, "seconds")];
    case "served":
    case "reply":
    case "connect":
    case "accept":
    case "fork":
    case "mark":
      return [];
  }
}
function countMetrics(events, daemons) {
  const sums = /* @__PURE__ */ new Map();
  const add = ({ key, unit, value }) => {
    const sum = (sums.get(key)?.value ?? 0) + value;
    sums.set(key, { unit, value: unit === "seconds" ? Math.round(sum * 1e9) / 1e9 : sum });
  };
  const peak = (program, bytes) => {
    const key = `heap/${keySegment(program)}/peak-rss`;
    sums.set(key, { unit: "bytes", value: Math.max(sums.get(key)?.value ?? 0, bytes) });
  };
  for (const event of events) {
    contributionsOf(event).forEach(add);
    if (event.kind !== "exit" || event.peakRss === void 0) continue;
    if (!BACKGROUND.has(event.caller)) peak(event.program, event.peakRss);
  }
  for (const { program, caller, peakRss, cpuSeconds } of daemons) {
    peak(program, peakRss);
    add({ key: `cpu/${keySegment(caller)}/seconds`, unit: "seconds", value: cpuSeconds });
  }
  return sums;
}

// src/cause/span.ts
function span(kind, label, begin, parent) {
  const above = parent && depthOf(parent) < DEEPEST ? parent : parent?.parent;
  return { kind, label: cleaned(label), parent: above, begin, end: begin, peakRss: 0 };
}
var cleaned = (label) => label.slice(0, 200).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?") || "unnamed";
function putBelow(of, parent) {
  let above = parent;
  for (let i = 0; above && above !== of && i < DEEPEST; i++) above = above.parent;
  if (above === void 0) of.parent = parent;
}
function rootOf(of) {
  let root = of;
  while (root.parent) root = root.parent;
  return root;
}
function depthOf(of) {
  let depth = 0;
  for (let above = of.parent; above && depth < DEEPEST; above = above.parent) depth++;
  return depth;
}
var DEEPEST = 50;

// src/cause/share.ts
var TOLD = /* @__PURE__ */ new Set([
  "execve",
  "rpc",
  "jobfile",
  "config",
  "locks",
  "fsync",
  "sleep",
  "waiting"
]);
function sharesOf(events, spans) {
  const shares = /* @__PURE__ */ new Map();
  events.forEach((event, i) => {
    const span2 = spans[i];
    const isBackground = BACKGROUND.has(event.caller);
    const [counted] = contributionsOf(isBackground ? { ...event, caller: "background" } : event);
    const family = counted && familyOf(counted.key);
    if (!span2 || family === void 0 || !TOLD.has(family)) return;
    const none = { family, events: 0, attributed: 0, daemon: 0, background: 0, unattributed: 0 };
    const share = shares.get(family) ?? none;
    const where = isBackground ? "background" : placeOf(span2);
    shares.set(family, { ...share, events: share.events + 1, [where]: share[where] + 1 });
  });
  return [...TOLD].flatMap((family) => shares.get(family) ?? []);
}
function addShares(repeats) {
  const sums = /* @__PURE__ */ new Map();
  for (const share of repeats.flat()) {
    const sum = sums.get(share.family);
    sums.set(
      share.family,
      sum ? {
        family: share.family,
        events: sum.events + share.events,
        attributed: sum.attributed + share.attributed,
        daemon: sum.daemon + share.daemon,
        background: sum.background + share.background,
        unattributed: sum.unattributed + share.unattributed
      } : share
    );
  }
  return [...sums.values()];
}
function placeOf(span2) {
  const { kind } = rootOf(span2);
  if (kind === "command") return "attributed";
  return kind === "daemon" || kind === "background" ? kind : "unattributed";
}

export {
  openFolder,
  openResults,
  discardResults,
  resultFiles,
  BACKGROUND,
  DRIVER,
  UNATTRIBUTED,
  createTickWatch,
  workloadPlaces,
  contributionsOf,
  countMetrics,
  span,
  putBelow,
  DEEPEST,
  sharesOf,
  addShares
};
