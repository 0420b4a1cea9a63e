import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  CAUSE_KINDS,
  EnvironmentSchema,
  FAMILIES,
  GanetiSchema,
  MetricKeySchema,
  ShareSchema,
  TopologySchema,
  UNITS
} from "./chunk-3J2XX2DR.js";
import {
  _enum,
  array,
  int,
  literal,
  number,
  record,
  strictObject,
  string
} from "./chunk-RVXCGWXA.js";

// src/model/causeTree.ts
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
  share: array(ShareSchema).max(FAMILIES.length).optional()
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
  toLines,
  fromLines,
  CauseLinesSchema,
  MEASUREMENT_SCHEMA,
  WorkloadNameSchema,
  eachOnce,
  MeasurementSchema
};
