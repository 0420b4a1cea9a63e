import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  TRACE_SCHEMA,
  TraceSchema
} from "./chunk-QHCBQYXV.js";
import {
  COST_CENTRES_SCHEMA,
  CostCentresSchema,
  serialize
} from "./chunk-V6QA6T7Y.js";
import {
  BASELINE_SCHEMA,
  BaselineSchema,
  COMPARISON_SCHEMA,
  ComparisonSchema,
  GROWTH_SCHEMA,
  GrowthSchema,
  MAX_DISTINCT,
  MAX_RUNS,
  calmMetrics,
  noisyReason
} from "./chunk-QH47MABX.js";
import {
  median,
  medianOf
} from "./chunk-KGUNOPRW.js";
import {
  evaluateFormula,
  parseFormula
} from "./chunk-3CJGGXZ7.js";
import {
  explainIssue,
  parseJson,
  seen
} from "./chunk-5WYHEIGI.js";
import {
  HARNESS_SCHEMA,
  HarnessSchema,
  MEASUREMENT_SCHEMA,
  MeasurementSchema,
  PROBE_SCHEMA,
  PROBE_SIZES_SCHEMA,
  PROFILE_SCHEMA,
  ProbeSchema,
  ProbeSizesSchema,
  ProfileSchema,
  WorkloadNameSchema,
  eachOnce,
  fromLines,
  toLines
} from "./chunk-IQUKULMR.js";
import {
  EnvironmentSchema,
  GanetiSchema,
  MetricKeySchema,
  TopologySchema,
  UNITS,
  _enum,
  array,
  familyOf,
  literal,
  number,
  sameConfiguration,
  seriesOf,
  strictObject,
  string,
  topologyName
} from "./chunk-VUCNCSIX.js";
import {
  usageError
} from "./chunk-ULI3DSBC.js";
import {
  projectRoot
} from "./chunk-6MX2ZWUR.js";

// src/model/defects.ts
var DEFECTS_SCHEMA = "ganeti-perf/defects/1";
var OUTCOMES = [
  "caught",
  "otherwise",
  "missed",
  "silent",
  "alarm",
  "not-measured",
  "not-applicable"
];
var Value = number().min(0).max(Number.MAX_SAFE_INTEGER);
var Words = string().max(2e3);
var FoundSchema = strictObject({
  metric: MetricKeySchema,
  unit: _enum(UNITS).nullable(),
  before: Value.nullable(),
  after: Value.nullable(),
  /** As a formula, where one was said. */
  more: string().max(500).optional(),
  /** In what it is not as was said; empty where it is. */
  faults: array(Words).max(20)
});
var TriedSchema = strictObject({
  cluster: TopologySchema,
  found: array(FoundSchema).max(20),
  /** Regressions of other metrics, worst first. */
  others: array(MetricKeySchema).max(1e3)
});
var DefectResultSchema = strictObject({
  name: WorkloadNameSchema,
  title: string().max(100),
  origin: _enum(["talk", "history", "like", "none"]),
  workload: WorkloadNameSchema,
  outcome: _enum(OUTCOMES),
  /** Why it could not be measured, or does not apply. */
  reason: Words.optional(),
  /** At the size it is shown at, then at the others. */
  tried: array(TriedSchema).max(6),
  /** Of wall-clock time. */
  seconds: Value
});
var DefectsSchema = strictObject({
  schema: literal(DEFECTS_SCHEMA),
  /** null where none of them was measured. */
  ganeti: GanetiSchema.nullable(),
  environment: EnvironmentSchema.nullable(),
  defects: eachOnce(DefectResultSchema)
});

// src/model/read.ts
function parseMeasurement(text, fileName) {
  return validate(MeasurementSchema, "measurement", read(text, fileName), fileName);
}
function parseBaseline(text, fileName) {
  return validate(BaselineSchema, "baseline", read(text, fileName), fileName);
}
function parsePublished(text, fileName) {
  const { document, kind } = read(text, fileName);
  switch (kind) {
    case "measurement":
      return { kind, document: validate(MeasurementSchema, kind, { document, kind }, fileName) };
    case "baseline":
      return { kind, document: validate(BaselineSchema, kind, { document, kind }, fileName) };
    case "comparison":
      return { kind, document: validate(ComparisonSchema, kind, { document, kind }, fileName) };
    case "growth":
      return { kind, document: validate(GrowthSchema, kind, { document, kind }, fileName) };
    case "trace":
      return { kind, document: validate(TraceSchema, kind, { document, kind }, fileName) };
    case "probe":
      return { kind, document: validate(ProbeSchema, kind, { document, kind }, fileName) };
    case "probe-sizes":
      return { kind, document: validate(ProbeSizesSchema, kind, { document, kind }, fileName) };
    case "profile":
      return { kind, document: validate(ProfileSchema, kind, { document, kind }, fileName) };
    case "cost-centres":
      return { kind, document: validate(CostCentresSchema, kind, { document, kind }, fileName) };
    case "harness":
      return { kind, document: validate(HarnessSchema, kind, { document, kind }, fileName) };
    case "defects":
      return { kind, document: validate(DefectsSchema, kind, { document, kind }, fileName) };
  }
}
var SCHEMA_NAMES = {
  measurement: MEASUREMENT_SCHEMA,
  baseline: BASELINE_SCHEMA,
  comparison: COMPARISON_SCHEMA,
  growth: GROWTH_SCHEMA,
  trace: TRACE_SCHEMA,
  probe: PROBE_SCHEMA,
  "probe-sizes": PROBE_SIZES_SCHEMA,
  profile: PROFILE_SCHEMA,
  "cost-centres": COST_CENTRES_SCHEMA,
  harness: HARNESS_SCHEMA,
  defects: DEFECTS_SCHEMA
};
var REMEDIES = {
  measurement: "Measure again: npm run perf -- run",
  baseline: "Learn it again: npm run perf -- refresh",
  comparison: "Compare again: npm run perf -- compare BASE HEAD",
  growth: "Measure again: npm run perf -- scale --nodes 3,4,5,6",
  trace: "Trace again: npm run perf -- trace -- gnt-...",
  probe: "Probe again: npm run perf -- probe CHANNEL METHOD",
  "probe-sizes": "Probe again: npm run perf -- probe CHANNEL METHOD --config-instances 0,500,1000",
  profile: "Profile again: npm run perf -- profile --ganeti source:DIR",
  "cost-centres": "Profile again: npm run perf -- profile --cost-centres --ganeti source:DIR",
  defects: "Run them again: npm run perf -- defects run",
  harness: "Call it again: npm run perf -- harness NAME --ganeti source:DIR"
};
function read(text, fileName) {
  const document = parseJson(text, fileName);
  const kinds = Object.keys(SCHEMA_NAMES);
  const name = schemaName(document);
  const exact = kinds.find((kind) => SCHEMA_NAMES[kind] === name);
  if (exact) return { document, kind: exact };
  const sibling = kinds.find(
    (kind) => typeof name === "string" && name.startsWith(`ganeti-perf/${kind}/`)
  );
  if (sibling) {
    throw usageError(
      `${fileName} has the schema ${seen(name)}, and this ganeti-perf reads "${SCHEMA_NAMES[sibling]}" only. Update ganeti-perf, or make the file again. ` + REMEDIES[sibling]
    );
  }
  throw usageError(
    `${fileName} is no file of ganeti-perf: its "schema" is ${seen(name)}, not one of ${Object.values(SCHEMA_NAMES).join(", ")}. Give a file of one of these.`
  );
}
function schemaName(document) {
  if (document === null || typeof document !== "object") return void 0;
  return Object.hasOwn(document, "schema") ? document.schema : void 0;
}
function validate(schema, wanted, { document, kind }, fileName) {
  if (kind !== wanted) {
    throw usageError(`${fileName} is a ${kind}, where a ${wanted} is wanted. ${REMEDIES[wanted]}`);
  }
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  const [first, ...others] = result.error.issues;
  if (!first) throw new Error("a failed validation without an issue", { cause: result.error });
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  throw usageError(
    `${fileName} is not a valid ${kind}: ${explainIssue(first, document)}${more}. ${REMEDIES[kind]}`,
    { cause: result.error }
  );
}

// src/platform/links.ts
import { lstat } from "node:fs/promises";
import { join } from "node:path";
async function refuseLinks(root, path) {
  let at = root;
  for (const part of path.split("/")) {
    at = join(at, part);
    const found = await lstat(at).catch(() => void 0);
    if (!found) return;
    if (!found.isSymbolicLink()) continue;
    throw usageError(
      `${at} is a symbolic link, and baselines are neither read nor written through one: name a folder`
    );
  }
}

// src/baseline/band.ts
var MIB = 1024 ** 2;
var RANGES = 2;
function bandOf(key, unit, values, bytesPerWrite2 = 0) {
  const [min, max] = [Math.min(...values), Math.max(...values)];
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
  const seen2 = {};
  for (const value of values) seen2[value] = (seen2[value] ?? 0) + 1;
  return listed(values.length, seen2);
}
function addEvidence(a, b) {
  const runs = Math.min(a.runs + b.runs, MAX_RUNS);
  if (!a.seen || !b.seen) return { runs };
  const seen2 = { ...a.seen };
  for (const [value, times] of Object.entries(b.seen)) seen2[value] = (seen2[value] ?? 0) + times;
  return listed(runs, seen2);
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
function listed(runs, seen2) {
  const distinct = Object.values(seen2);
  const whole = distinct.reduce((sum, times) => sum + times, 0) === runs;
  return distinct.length <= MAX_DISTINCT && whole ? { runs, seen: seen2 } : { runs };
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
  const [min, max] = [Math.min(...values), Math.max(...values)];
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

// src/baseline/files.ts
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join as join2, relative } from "node:path";

// src/baseline/derive.ts
function countAt(growth, size) {
  const formula = growth === void 0 ? void 0 : parseFormula(growth);
  const value = formula && evaluateFormula(formula, size);
  return value !== void 0 && Number.isSafeInteger(value) && value >= 0 ? value : void 0;
}
function keptGrowth(now, before, size) {
  if (now.kind !== "exact" || before?.kind !== "exact" || before.growth === void 0) return now;
  return countAt(before.growth, size) === now.value ? { ...now, growth: before.growth } : now;
}
function deriveBaseline(baseline, cluster) {
  const entries = Object.entries(baseline.metrics);
  const judged = entries.flatMap(([key, metric]) => {
    const value = metric.kind === "exact" ? countAt(metric.growth, cluster) : void 0;
    if (value === void 0 || metric.kind === "noisy") return [];
    const { kind, unit, growth } = metric;
    return [[key, { kind, unit, value, growth }]];
  });
  if (judged.length === 0) return void 0;
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
      unjudged: entries.flatMap(([key]) => Object.hasOwn(metrics, key) ? [] : [key]).sort()
    }
  };
}
function deriveFromAny(baselines, cluster) {
  const ranked = baselines.flatMap((baseline) => {
    const derived = deriveBaseline(baseline, cluster);
    if (!derived?.derivedFrom) return [];
    const { nodes, instances, judged } = derived.derivedFrom;
    const [further, more] = [nodes - cluster.nodes, instances - cluster.instances];
    return [{ derived, rank: [-judged, Math.abs(further), Math.abs(more), nodes, instances] }];
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

// src/baseline/files.ts
var baselinesFolder = (given) => given ?? join2(projectRoot(), "baselines");
var baselinePath = (folder, { version, cluster }, workload) => join2(folder, seriesOf(version), topologyName(cluster), `${workload}.json`);
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
    const baseline = await readOne(baselinePath(folder, selector, workload), workload);
    if (baseline) baselines.set(workload, baseline);
  }
  return baselines;
}
async function readOtherSizes(folder, { version, cluster }, workload) {
  const series = join2(folder, seriesOf(version));
  const names = await readdir(series).catch(() => []);
  const baselines = [];
  for (const name of names.sort()) {
    const baseline = await readOne(join2(series, name, `${workload}.json`), workload);
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
      all.map((path) => readOne(join2(path, `${workload}.json`), workload))
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
    async (series) => (await names(join2(folder, series))).map((size) => join2(folder, series, size))
  );
  return (await Promise.all(all)).flat().sort();
}
async function readOne(path, workload) {
  const text = await readIfThere(path);
  if (text === void 0) return void 0;
  const baseline = parseBaseline(text, path);
  if (baseline.workload !== workload) {
    throw usageError(`${path} is a baseline of '${baseline.workload}', not of '${workload}'`);
  }
  return baseline;
}
async function writeBaseline(folder, baseline) {
  const selector = { version: baseline.ganeti.version, cluster: baseline.cluster };
  const path = baselinePath(folder, selector, baseline.workload);
  await refuseLinks(folder, relative(folder, path));
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.${randomUUID()}.tmp`;
  await writeFile(partial, serialize(baseline), { flag: "wx" });
  await rename(partial, path);
  return path;
}
async function readIfThere(path) {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code, message } = error;
    if (code === "ENOENT" || code === "ENOTDIR") return void 0;
    throw usageError(`${path} cannot be read: ${message}`, { cause: error });
  }
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
  DEFECTS_SCHEMA,
  parseMeasurement,
  parsePublished,
  keptGrowth,
  refuseLinks,
  baselinesFolder,
  baselinePath,
  selectorOf,
  readBaselines,
  readAcceptedBaselines,
  readNearestBaselines,
  writeBaseline
};
