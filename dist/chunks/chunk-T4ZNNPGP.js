import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseBaseline,
  refuseLinks,
  roomFor,
  serialize
} from "./chunk-XW5CLFQN.js";
import {
  calmMetrics,
  noisyReason
} from "./chunk-IYCQVKGC.js";
import {
  median,
  medianOf
} from "./chunk-KGUNOPRW.js";
import {
  BASELINE_SCHEMA,
  MAX_DISTINCT,
  MAX_RUNS,
  isKnownAt,
  isMeasured,
  readPlainFile
} from "./chunk-PK3XEFPR.js";
import {
  evaluateFormula,
  fromLines,
  parseFormula,
  toLines
} from "./chunk-SOFWC5QX.js";
import {
  familyOf,
  sameConfiguration,
  seriesOf,
  topologyName
} from "./chunk-SHGZJK5N.js";
import {
  maxOf,
  minOf
} from "./chunk-TSNSTRFB.js";
import {
  usageError
} from "./chunk-HSULD6WJ.js";
import {
  projectRoot
} from "./chunk-6MX2ZWUR.js";

// src/baseline/band.ts
var MIB = 1024 ** 2;
var RANGES = 2;
function bandOf(key, unit, values, bytesPerWrite2 = 0) {
  const [min, max] = [minOf(values), maxOf(values)];
  const width = Math.max(RANGES * (max - min), floorOf(key, unit, median(values), bytesPerWrite2));
  const [low, high] = [Math.max(0, min - width), Math.min(max + width, Number.MAX_SAFE_INTEGER)];
  if (unit === "seconds") return { low: toMicroseconds(low), high: toMicroseconds(high) };
  if (unit === "count" && familyOf(key) === "probe") return { low, high };
  return { low: Math.floor(low), high: Math.ceil(high) };
}
function floorOf(key, unit, value, bytesPerWrite2 = 0) {
  const family = familyOf(key);
  if (family === "probe") return probeFloor(key, unit, value);
  if (SAMPLED.test(key)) return sampledFloor(key, value);
  switch (unit) {
    case "count":
      return family === "waiting" ? Math.max(5, value) : Math.max(1, value / 20);
    case "seconds":
      return family === "waiting" ? Math.max(1, value) : Math.max(0.25, value / 10);
    case "bytes":
      return family === "heap" ? Math.max(heapFloor(key), value / (key === ALLOCATED_BY_LUXID ? 5 : 10)) : Math.max(64, value / 50, 2 * bytesPerWrite2, LISTS_WAITERS.has(family) ? 2 * value : 0);
  }
}
function probeFloor(key, unit, value) {
  if (unit === "count") return Math.max(0.5, value / 20);
  return key.endsWith("/allocated") ? Math.max(1024, value / 50) : Math.max(8, value / 50);
}
var SAMPLED_ALLOCATION = { luxid: 0.2, confd: 0.5 };
var SAMPLED = /^heap\/[a-z]+\/sampled\//;
function sampledFloor(key, value) {
  const [, daemon, , part] = key.split("/");
  if (part === "max-live")
    return Math.max(64 * 1024, daemon === "wconfd" ? value * 0.3 : value / 10);
  return Math.max(MIB / 2, value * (SAMPLED_ALLOCATION[daemon ?? ""] ?? 0.02));
}
var LISTS_WAITERS = /* @__PURE__ */ new Set(["locks", "waiting"]);
var ALLOCATED_BY_LUXID = "heap/luxid/allocated";
var HASKELL_PEAK = /^heap\/ganeti-(?:luxid|wconfd|confd|mond|metad|kvmd)\/peak-rss$/;
function heapFloor(key) {
  if (!key.endsWith("/peak-rss")) return MIB;
  return HASKELL_PEAK.test(key) ? 6 * MIB : 2 * MIB;
}
function toMicroseconds(seconds) {
  return Math.round(seconds * 1e6) / 1e6;
}

// src/baseline/addEvidence.ts
function evidenceOf(values) {
  const seen = {};
  for (const value of values) seen[value] = (seen[value] ?? 0) + 1;
  return listed(values.length, seen);
}
function addEvidence(a, b) {
  const runs = Math.min(a.runs + b.runs, MAX_RUNS);
  if (!a.seen || !b.seen) return { runs };
  const seen = { ...a.seen };
  for (const [value, times] of Object.entries(b.seen)) seen[value] = (seen[value] ?? 0) + times;
  return listed(runs, seen);
}
function evidenceFor(metric, repeats) {
  const { runs } = metric.evidence ?? { runs: repeats };
  if (metric.kind === "exact") return { runs, seen: { [metric.value]: runs } };
  return metric.evidence ?? { runs };
}
function withEvidence(baseline) {
  const metrics = Object.entries(baseline.metrics).map(([key, metric]) => {
    const { runs } = evidenceFor(metric, baseline.repeats);
    return [key, metric.evidence ? metric : { ...metric, evidence: { runs } }];
  });
  return { ...baseline, metrics: Object.fromEntries(metrics) };
}
function listed(runs, seen) {
  const distinct = Object.values(seen);
  const whole = distinct.reduce((sum, times) => sum + times, 0) === runs;
  return distinct.length <= MAX_DISTINCT && whole ? { runs, seen } : { runs };
}

// src/baseline/createBaseline.ts
function createBaseline(workload, { ganeti, environment, cluster }) {
  const metrics = calmMetrics(workload);
  return {
    schema: BASELINE_SCHEMA,
    workload: workload.name,
    ganeti,
    cluster,
    environment,
    repeats: workload.repeat,
    metrics: Object.fromEntries(
      [...metrics].map(([key, metric]) => [
        key,
        createMetric(key, metric, bytesPerWrite(key, metrics))
      ])
    ),
    ...workload.causes && { causes: keptCauses(workload.causes) }
  };
}
var keptCauses = (lines) => toLines(withoutAttempts(fromLines(lines) ?? []), { peaks: false });
var withoutAttempts = (causes) => causes.filter(({ kind }) => kind !== "attempt").map((cause) => ({ ...cause, children: withoutAttempts(cause.children) }));
function createMetric(key, { unit, values }, bytesPerWrite2 = 0) {
  const [min, max] = [minOf(values), maxOf(values)];
  if (min === max && noisyReason(key, unit) === void 0) {
    return { kind: "exact", unit, value: min, evidence: { runs: values.length } };
  }
  const band = bandOf(key, unit, values, bytesPerWrite2);
  const evidence = evidenceOf(values);
  return { kind: "noisy", unit, value: medianOf(values, unit), min, max, ...band, evidence };
}
function bytesPerWrite(key, metrics) {
  if (!["config", "locks"].includes(familyOf(key)) || !key.endsWith("/bytes")) return 0;
  const bytes = metrics.get(key);
  const writes = metrics.get(key.replace(/bytes$/, "writes"));
  if (!bytes || !writes || median(writes.values) === 0) return 0;
  return median(bytes.values) / median(writes.values);
}

// src/results/baselineFiles.ts
import { randomUUID } from "node:crypto";
import { lstat, mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

// src/baseline/derive.ts
function countAt({ growth, over }, size, own) {
  if (!isKnownAt(over, size, own)) return void 0;
  const value = valueAt(growth, size);
  return value !== void 0 && Number.isSafeInteger(value) && value >= 0 ? value : void 0;
}
function valueAt(growth, size) {
  const formula = growth === void 0 ? void 0 : parseFormula(growth);
  return formula && evaluateFormula(formula, size);
}
function keptGrowth(now, before, size) {
  if (now.kind !== "exact" || before?.kind !== "exact" || before.growth === void 0) return now;
  const { growth, over } = before;
  return countAt(before, size, size) === now.value ? { ...now, growth, ...over && { over } } : now;
}
function deriveBaseline(baseline, cluster) {
  const entries = Object.entries(baseline.metrics);
  const judged = entries.flatMap(([key, metric]) => {
    const value = metric.kind === "exact" ? countAt(metric, cluster, baseline.cluster) : void 0;
    if (value === void 0 || metric.kind === "noisy") return [];
    const { kind, unit, growth } = metric;
    return [[key, { kind, unit, value, growth }]];
  });
  const beyond = entries.flatMap(([key, metric]) => beyondAt(key, metric, cluster));
  if (judged.length + beyond.length === 0) return void 0;
  const metrics = Object.fromEntries(judged);
  const { nodes, instances } = baseline.cluster;
  return {
    ...baseline,
    cluster,
    metrics,
    derivedFrom: {
      nodes,
      instances,
      exact: entries.filter(([, { kind }]) => kind === "exact").length,
      judged: judged.length,
      unjudged: entries.flatMap(([key]) => Object.hasOwn(metrics, key) ? [] : [key]).sort(),
      ...beyond.length > 0 && { beyond }
    }
  };
}
function beyondAt(key, metric, cluster) {
  if (metric.kind !== "exact" || metric.growth === void 0 || metric.over === void 0)
    return [];
  if (isMeasured(metric.over, cluster)) return [];
  const { growth, over } = metric;
  return [{ key, growth, over, expected: valueAt(growth, cluster) ?? null }];
}
function deriveFromAny(baselines, cluster) {
  const ranked = baselines.flatMap((baseline) => {
    const derived = deriveBaseline(baseline, cluster);
    if (!derived?.derivedFrom) return [];
    const { nodes, instances, judged, beyond = [] } = derived.derivedFrom;
    const shown = beyond.filter(({ expected }) => expected !== null).length;
    const [further, more] = [nodes - cluster.nodes, instances - cluster.instances];
    const likeness = [Math.abs(further), Math.abs(more), nodes, instances];
    return [{ derived, rank: [-judged, -shown, ...likeness] }];
  });
  return ranked.toSorted((a, b) => compareRanks(a.rank, b.rank))[0]?.derived;
}
function compareRanks(a, b) {
  return a.map((value, i) => value - (b[i] ?? 0)).find((step) => step !== 0) ?? 0;
}

// src/baseline/nearest.ts
function nearestBaseline(baselines, { version, cluster }) {
  const likeness = (other) => [
    topologyName(other.cluster) === topologyName(cluster),
    sameConfiguration(other.cluster, cluster),
    seriesOf(other.ganeti.version) === seriesOf(version)
  ];
  const ranked = baselines.map((baseline) => ({ baseline, rank: rankOf(likeness(baseline)) }));
  return ranked.toSorted((a, b) => b.rank - a.rank || newestFirst(a.baseline, b.baseline))[0]?.baseline;
}
var rankOf = (alike) => alike.reduce((rank, is) => 2 * rank + Number(is), 0);
var newestFirst = (a, b) => b.ganeti.version.localeCompare(a.ganeti.version, "en", { numeric: true });

// src/results/baselineFiles.ts
var baselinesFolder = (given) => given ?? join(projectRoot(), "baselines");
var baselinePath = (folder, { version, cluster }, workload) => join(folder, seriesOf(version), topologyName(cluster), `${workload}.json`);
var selectorOf = ({
  ganeti,
  cluster
}) => ({
  version: ganeti.version,
  cluster
});
async function readBaselines(folder, selector, workloads) {
  const found = new Map(
    await readAcceptedBaselines(folder, selector, workloads)
  );
  for (const workload of workloads) {
    if (found.has(workload)) continue;
    const others = await readOtherSizes(folder, selector, workload);
    const derived = deriveFromAny(others, selector.cluster);
    if (derived) found.set(workload, derived);
  }
  return found;
}
async function readAcceptedBaselines(folder, selector, workloads) {
  const baselines = /* @__PURE__ */ new Map();
  for (const workload of workloads) {
    const baseline = await readOne(folder, baselinePath(folder, selector, workload), workload);
    if (baseline) baselines.set(workload, baseline);
  }
  return baselines;
}
async function readOtherSizes(folder, { version, cluster }, workload) {
  const series = join(folder, seriesOf(version));
  const names = await readdir(series).catch(() => []);
  const baselines = [];
  for (const name of names.sort()) {
    const baseline = await readOne(folder, join(series, name, `${workload}.json`), workload);
    if (!baseline || baseline.cluster.diskTemplate !== cluster.diskTemplate) continue;
    if (!sameConfiguration(baseline.cluster, cluster)) continue;
    if (topologyName(baseline.cluster) === name) baselines.push(baseline);
  }
  return baselines;
}
async function readNearestBaselines(folder, selector, workloads) {
  const found = /* @__PURE__ */ new Map();
  const all = await foldersIn(folder);
  for (const workload of workloads) {
    const baselines = await Promise.all(
      all.map((path) => readOne(folder, join(path, `${workload}.json`), workload))
    );
    const known = baselines.filter((baseline) => baseline !== void 0);
    const nearest = nearestBaseline(known, selector);
    if (nearest) found.set(workload, nearest);
  }
  return found;
}
async function foldersIn(folder) {
  const names = (path) => readdir(path).catch(() => []);
  const all = (await names(folder)).map(
    async (series) => (await names(join(folder, series))).map((size) => join(folder, series, size))
  );
  return (await Promise.all(all)).flat().sort();
}
async function readOne(folder, path, workload) {
  const text = await readIfThere(folder, path);
  if (text === void 0) return void 0;
  const baseline = parseBaseline(text, path);
  if (baseline.workload !== workload) {
    throw usageError(`${path} is a baseline of '${baseline.workload}', not of '${workload}'`);
  }
  return baseline;
}
function baselineText(baseline, path) {
  const text = serialize(baseline);
  parseBaseline(text, path);
  return text;
}
async function writeBaseline(folder, baseline) {
  const selector = { version: baseline.ganeti.version, cluster: baseline.cluster };
  const path = baselinePath(folder, selector, baseline.workload);
  const text = baselineText(baseline, path);
  await refuseLinks(folder, relative(folder, path));
  return roomFor(path, "--baselines", async () => {
    await mkdir(dirname(path), { recursive: true });
    const partial = `${path}.${randomUUID()}.tmp`;
    await writeFile(partial, text, { flag: "wx" });
    await rename(partial, path);
    return path;
  });
}
var LONGEST = 32 * 1024 ** 2;
async function readIfThere(folder, path) {
  await refuseLinks(folder, relative(folder, path));
  try {
    await lstat(path);
  } catch (error) {
    const { code, message } = error;
    if (code === "ENOENT" || code === "ENOTDIR") return void 0;
    throw usageError(`${path} cannot be read: ${message}`, { cause: error });
  }
  return readPlainFile(path, { limit: LONGEST, hardLinks: true });
}

export {
  bandOf,
  floorOf,
  evidenceOf,
  addEvidence,
  evidenceFor,
  withEvidence,
  createBaseline,
  createMetric,
  bytesPerWrite,
  keptGrowth,
  baselinesFolder,
  baselinePath,
  selectorOf,
  readBaselines,
  readAcceptedBaselines,
  readNearestBaselines,
  baselineText,
  writeBaseline
};
