import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  _enum,
  array,
  int,
  lazy,
  literal,
  number,
  record,
  strictObject,
  string,
  union
} from "./chunk-RVXCGWXA.js";

// src/model/metric.ts
var FAMILIES = [
  "execve",
  "rpc",
  "jobfile",
  "config",
  "locks",
  "heap",
  "sleep",
  "fsync",
  "waiting",
  "cpu",
  "wall"
];
var INFORMATIVE_FAMILIES = /* @__PURE__ */ new Set(["cpu", "wall"]);
var UNITS = ["count", "bytes", "seconds"];
var SEGMENT = "[A-Za-z0-9_.+:@=-]{1,80}";
var KEY_PATTERN = new RegExp(`^(?:${FAMILIES.join("|")})(?:/${SEGMENT}){0,4}$`);
var MetricKeySchema = string().max(300).regex(KEY_PATTERN, "not a metric key");
function familyOf(key) {
  const head = key.split("/", 1)[0];
  if (!FAMILIES.includes(head)) throw new RangeError(`metric key '${key}' has no known family`);
  return head;
}
var WAITING = "waiting/";
var ATTEMPTS = {
  count: `${WAITING}attempts/count`,
  seconds: `${WAITING}attempts/seconds`
};
var waitingKey = (key) => `${WAITING}${key}`;
function doneKey(key) {
  const done = key.slice(WAITING.length);
  return key.startsWith(WAITING) && KEY_PATTERN.test(done) ? done : key;
}
function keySegment(text) {
  const cleaned = text.replace(/[^A-Za-z0-9_.+:@=-]/g, "_").slice(0, 80);
  return cleaned === "" ? "_" : cleaned;
}

// src/model/environment.ts
var EnvironmentSchema = record(
  string().regex(/^[a-z][A-Za-z0-9.]{0,39}$/),
  union([string().max(300), number()])
);
var GanetiSchema = strictObject({
  version: string().regex(/^\d+\.\d+\.\d+[A-Za-z0-9.~+-]{0,40}$/),
  source: string().max(300),
  revision: string().max(100)
});
var TopologySchema = strictObject({
  nodes: int().min(1).max(1e3),
  instances: int().min(0).max(1e5),
  diskTemplate: _enum(["sharedfile", "diskless", "file", "plain", "drbd"])
});
function seriesOf(version) {
  const match = /^(\d+\.\d+)\./.exec(version);
  if (!match?.[1]) throw new RangeError(`'${version}' is not a Ganeti version`);
  return match[1];
}
function topologyName(topology) {
  return `${topology.nodes}-nodes-${topology.instances}-instances-${topology.diskTemplate}`;
}

// src/model/cause.ts
var CAUSE_KINDS = [
  "command",
  "request",
  "job",
  "opcode",
  "attempt",
  "rpc",
  "ssh",
  "process",
  "daemon",
  "background",
  "unattributed"
];
var Count = number().min(0).max(Number.MAX_SAFE_INTEGER);
var CauseSchema = lazy(
  () => strictObject({
    kind: _enum(CAUSE_KINDS),
    label: string().min(1).max(200),
    times: int().min(1),
    counts: record(MetricKeySchema, Count),
    seconds: Count.optional(),
    peakRss: Count.optional(),
    children: array(CauseSchema).max(1e4)
  })
);
var CauseStepSchema = strictObject({
  kind: _enum(CAUSE_KINDS),
  label: string().min(1).max(200),
  /** 0 where that side does not have it; null where the baseline has no causes. */
  timesBefore: Count.nullable(),
  timesAfter: Count
});
var MovedBranchSchema = strictObject({
  key: MetricKeySchema,
  /** From the root to the branch itself. */
  path: array(CauseStepSchema).min(1).max(100),
  /**
   * null where the baseline has no causes, or a peak is not known of it; `after` then says where the
   * metric is counted now.
   */
  before: Count.nullable(),
  after: Count
});

// src/model/causeText.ts
function toLines(causes, { peaks }) {
  const lines = [];
  const add = (branches, depth) => {
    for (const { kind, label, times, counts, peakRss, children } of branches) {
      const own = Object.entries(counts).toSorted(([a], [b]) => a < b ? -1 : 1).map(([key, value]) => `${key} ${value}`);
      const known = peaks && peakRss !== void 0;
      const peak = known || label.startsWith("{") ? `{${known ? peakRss : ""}} ` : "";
      lines.push(`${" ".repeat(depth)}${kind} \xD7 ${times} [${own.join(", ")}] ${peak}${label}`);
      add(children, depth + 1);
    }
  };
  add(causes, 0);
  return lines;
}
var LINE = /^( *)([a-z]+) × ([1-9]\d{0,14}) \[([^\]]*)\] (?:\{(\d{0,15})\} |(?!\{))(.+)$/u;
var DEEPEST = 60;
var LONGEST = 200;
function fromLines(lines) {
  const roots = [];
  const levels = [roots];
  for (const line of lines) {
    const [, indent = "", kind = "", times, own = "", peak, label = ""] = LINE.exec(line) ?? [];
    const siblings = levels[indent.length];
    const counts = readCounts(own);
    const known = CAUSE_KINDS.find((name) => name === kind);
    if (!siblings || !known || !counts) return void 0;
    if (indent.length >= DEEPEST || label.length > LONGEST) return void 0;
    const children = [];
    const peakRss = peak ? { peakRss: Number(peak) } : {};
    siblings.push({ kind: known, label, times: Number(times), counts, ...peakRss, children });
    levels.length = indent.length + 1;
    levels.push(children);
  }
  return roots;
}
function readCounts(text) {
  const counts = [];
  for (const part of text === "" ? [] : text.split(", ")) {
    const [, key = "", value = ""] = /^(\S+) (\d{1,15}(?:\.\d{1,6})?)$/.exec(part) ?? [];
    if (!MetricKeySchema.safeParse(key).success) return void 0;
    counts.push([key, Number(value)]);
  }
  return Object.fromEntries(counts);
}

// src/model/causeLines.ts
var CauseLinesSchema = array(string().max(4e3)).max(5e4).refine((lines) => fromLines(lines) !== void 0, {
  message: "expected a tree of causes, as ganeti-perf writes it"
});

// src/model/coverage.ts
var Count2 = int().min(0);
var CoverageSchema = strictObject({
  family: _enum(FAMILIES),
  events: Count2,
  /** Below a command line. */
  attributed: Count2,
  /** What a daemon did on its own account. */
  daemon: Count2,
  /** What is periodic. */
  background: Count2,
  /** What found no cause. */
  unattributed: Count2
});
function addCoverages(repeats) {
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

// src/model/measurement.ts
var MEASUREMENT_SCHEMA = "ganeti-perf/measurement/1";
var Value = number().min(0).max(Number.MAX_SAFE_INTEGER);
var MetricSchema = strictObject({
  unit: _enum(UNITS),
  values: array(Value).min(1).max(1e3)
});
var WorkloadNameSchema = string().max(60).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "lower-case words joined by hyphens");
var eachOnce = (schema) => array(schema).max(200).refine((workloads) => new Set(workloads.map(({ name }) => name)).size === workloads.length, {
  message: "a workload is named twice"
});
var WorkloadMeasurementSchema = strictObject({
  name: WorkloadNameSchema,
  repeat: int().min(1).max(1e3),
  metrics: record(MetricKeySchema, MetricSchema),
  /** What the counts of the first repeat were done for. */
  causes: CauseLinesSchema.optional(),
  /** How many of the events of all repeats found their cause. */
  share: array(CoverageSchema).max(FAMILIES.length).optional()
}).refine((w) => Object.values(w.metrics).every((m) => m.values.length === w.repeat), {
  message: "every metric needs one value per repeat"
});
var MeasuredBaseSchema = strictObject({
  ganeti: GanetiSchema,
  environment: EnvironmentSchema,
  workloads: eachOnce(WorkloadMeasurementSchema)
});
var MeasurementSchema = strictObject({
  schema: literal(MEASUREMENT_SCHEMA),
  ganeti: GanetiSchema,
  environment: EnvironmentSchema,
  cluster: TopologySchema,
  workloads: eachOnce(WorkloadMeasurementSchema),
  base: MeasuredBaseSchema.optional()
});

export {
  FAMILIES,
  INFORMATIVE_FAMILIES,
  UNITS,
  MetricKeySchema,
  familyOf,
  ATTEMPTS,
  waitingKey,
  doneKey,
  keySegment,
  CauseSchema,
  MovedBranchSchema,
  toLines,
  fromLines,
  CauseLinesSchema,
  EnvironmentSchema,
  GanetiSchema,
  TopologySchema,
  seriesOf,
  topologyName,
  CoverageSchema,
  addCoverages,
  MEASUREMENT_SCHEMA,
  WorkloadNameSchema,
  eachOnce,
  MeasurementSchema
};
