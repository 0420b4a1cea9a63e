import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  padded,
  truncate,
  widthOf
} from "./chunk-J572PHDR.js";
import {
  BASELINE_SCHEMA,
  BaselineSchema,
  COMPARISON_SCHEMA,
  ComparisonSchema,
  GROWTH_SCHEMA,
  GrowthSchema,
  terminalText
} from "./chunk-PK3XEFPR.js";
import {
  explainIssue,
  parseJson,
  seen,
  validated
} from "./chunk-LAUIYLMP.js";
import {
  CauseSchema,
  CoverageSchema,
  HARNESS_SCHEMA,
  HarnessSchema,
  MEASUREMENT_SCHEMA,
  MeasurementSchema,
  PROBE_SCHEMA,
  PROBE_SIZES_SCHEMA,
  PROFILED_DAEMONS,
  PROFILE_SCHEMA,
  ProbeSchema,
  ProbeSizesSchema,
  ProfileSchema,
  WorkloadNameSchema,
  eachOnce
} from "./chunk-SOFWC5QX.js";
import {
  EnvironmentSchema,
  FAMILIES,
  GanetiSchema,
  MetricKeySchema,
  TopologySchema,
  UNITS,
  _enum,
  array,
  int,
  literal,
  number,
  strictObject,
  string
} from "./chunk-SHGZJK5N.js";
import {
  formatPercentage,
  formatValue
} from "./chunk-OHF2BV36.js";
import {
  maxOf
} from "./chunk-TSNSTRFB.js";
import {
  invalidError,
  usageError
} from "./chunk-HSULD6WJ.js";

// src/model/costCentres.ts
var COST_CENTRES_SCHEMA = "ganeti-perf/cost-centres/1";
var MAX_CENTRES = 500;
var MAX_STACKS = 1e3;
var MAX_DEPTH = 500;
var Count = int().min(0);
var Seconds = number().min(0).max(1e6);
var costShape = { ticks: Count, allocated: Count };
var CostSchema = strictObject(costShape);
var CostCentreSchema = strictObject({
  /** With its module, e.g. `Ganeti.Config.parseConfig`. */
  name: string().min(1).max(400),
  entries: Count,
  /** Its own, and with that of all that it called. */
  individual: CostSchema,
  inherited: CostSchema
});
var StackSchema = strictObject({
  depth: int().min(0).max(MAX_DEPTH),
  /** The name of its innermost cost centre. */
  name: string().min(1).max(400),
  /** With what was called from there. */
  ...costShape
});
var CostsSchema = strictObject({
  /** Of all ticks at which a function ran. */
  seconds: Seconds,
  ...costShape,
  centres: array(CostCentreSchema).max(MAX_CENTRES),
  stacks: array(StackSchema).max(MAX_STACKS)
}).refine(({ stacks }) => stacks.every((s, i) => s.depth <= (stacks[i - 1]?.depth ?? -1) + 1), {
  message: "a stack may be deeper than the one before it by one at most"
});
var costsShape = { ganeti: GanetiSchema, costs: CostsSchema };
var CostCentresSchema = strictObject({
  schema: literal(COST_CENTRES_SCHEMA),
  daemon: _enum(PROFILED_DAEMONS),
  workload: WorkloadNameSchema,
  environment: EnvironmentSchema,
  cluster: TopologySchema,
  ...costsShape,
  /** Of the processor, that the daemon took from its start: this one, and the plain one under the same workload. */
  processorSeconds: strictObject({ profiled: Seconds, plain: Seconds }).optional(),
  /** A second Ganeti, under the same workload. */
  against: strictObject(costsShape).optional()
});

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

// src/model/failure.ts
var FAILURE_SCHEMA = "ganeti-perf/failure/1";
var FAILURE_KINDS = [
  /** Ganeti's own source. */
  "build",
  /** A command in a container, as those that form a cluster. */
  "cluster",
  /** The machine lacks something. */
  "environment",
  /** A workload failed, or what was counted cannot be believed. */
  "invalid",
  /** Settings or input files. */
  "usage",
  /** A signal. */
  "interrupted",
  /** A defect of this project. */
  "defect"
];
var MAX_FAILURE_LINES = 25;
var MAX_FAILURE_LINE = 300;
var Line = string().max(MAX_FAILURE_LINE).regex(/^[^\u0000-\u001f\u007f-\u009f]*$/);
var FailureSchema = strictObject({
  schema: literal(FAILURE_SCHEMA),
  kind: _enum(FAILURE_KINDS),
  message: Line.min(1),
  /** The last ones of what failed, oldest first. */
  lines: array(Line).max(MAX_FAILURE_LINES)
});

// src/model/trace.ts
var TRACE_SCHEMA = "ganeti-perf/trace/1";
var Value2 = number().min(0).max(Number.MAX_SAFE_INTEGER);
var MessageSchema = strictObject({
  at: Value2,
  from: string().max(200),
  to: string().max(200),
  text: string().max(1e3),
  kind: _enum(["call", "start", "run"])
});
var TraceSchema = strictObject({
  schema: literal(TRACE_SCHEMA),
  /** As it was given, e.g. `gnt-instance reboot inst1`. */
  command: string().max(1e4),
  ganeti: GanetiSchema,
  cluster: TopologySchema,
  /** What volumes were, where they were not emulated. */
  storage: literal("real").optional(),
  /** From the command's start to the end of the last job. */
  seconds: Value2,
  /** The roots, in the order of time. */
  causes: array(CauseSchema).max(1e4),
  share: array(CoverageSchema).max(FAMILIES.length),
  /** In the order of time. */
  messages: array(MessageSchema).max(1e6)
});

// src/model/read.ts
function parseMeasurement(text, fileName) {
  return validate(MeasurementSchema, "measurement", read(text, fileName), fileName);
}
function parseBaseline(text, fileName) {
  return validate(BaselineSchema, "baseline", read(text, fileName), fileName);
}
function parseFailure(text, fileName) {
  return validate(FailureSchema, "failure", read(text, fileName), fileName);
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
    case "failure":
      return { kind, document: validate(FailureSchema, kind, { document, kind }, fileName) };
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
  defects: DEFECTS_SCHEMA,
  failure: FAILURE_SCHEMA
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
  failure: "Measure again: npm run perf -- run",
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
  const result = validated(schema, document);
  if (result.success) return result.data;
  const [first, ...others] = result.error.issues;
  if (!first) throw new Error("a failed validation without an issue", { cause: result.error });
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  throw usageError(
    `${fileName} is not a valid ${kind}: ${explainIssue(first, document)}${more}. ${REMEDIES[kind]}`,
    { cause: result.error }
  );
}

// src/model/serialize.ts
function serialize(document) {
  return `${JSON.stringify(document, sortKeys, 2)}
`;
}
function sortKeys(_key, value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1));
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
      `${at} is a symbolic link, and nothing is read or written through one here: name what it leads to`
    );
  }
}

// src/report/render/areaTotals.ts
var STEPS = 24;
function areaTotals({ title, unit, x, panels }) {
  const end = Math.max(0, maxOf(panels.map(({ to }) => to))) || 1;
  const steps = Array.from({ length: STEPS }, (_, k) => end / STEPS * (k + 1));
  const series = panels.map(({ name, to, points }) => {
    let last = null;
    const values2 = steps.map((until, k) => {
      const from = until - end / STEPS;
      const within = points.filter(({ at }) => (at > from || k === 0) && at <= until);
      const sums = within.map((point) => point.values.reduce((sum, value) => sum + value, 0));
      const most = sums.length > 0 ? maxOf(sums) : last;
      last = sums.at(-1) ?? last;
      return from < to ? most : null;
    });
    return { name, values: values2 };
  });
  const values = steps.map((value) => Math.round(value * 100) / 100);
  return { kind: "chart", title, unit, x: { title: x, values }, series, sameScale: true };
}

// src/report/render/flameTree.ts
var SMALLEST = 0.05;
var MOST_LINES = 40;
var ALIKE = 0.9;
function flameTree({ title, unit, frames }) {
  const all = Math.max(0, maxOf(frames.map(({ value }) => value)));
  const wide = frames.filter(({ value }) => all > 0 && value >= all * SMALLEST);
  const above = [];
  const lines = wide.flatMap(({ depth, name, value }, i) => {
    while ((above.at(-1) ?? -1) >= depth) above.pop();
    if (callsOneAlike(wide, i)) return [];
    above.push(depth);
    const counts = [`${formatPercentage(value / all)}, ${formatValue(value, unit)}`];
    return [{ depth: above.length - 1, label: name, times: 1, counts }];
  });
  return { kind: "tree", title, lines: lines.slice(0, MOST_LINES) };
}
function callsOneAlike(frames, index) {
  const { depth, value } = frames[index] ?? { depth: 0, value: 0 };
  for (const called of frames.slice(index + 1)) {
    if (called.depth <= depth) return false;
    if (called.depth === depth + 1 && called.value >= value * ALIKE) return true;
  }
  return false;
}

// src/report/render/treeText.ts
var BRANCH_PART = 1 / 3;
var LABEL_PART = 0.55;
var GAP = "  ";
function treeText({ lines }, width) {
  const seconds = lines.map(
    (line) => line.seconds === void 0 ? "" : formatValue(line.seconds, "seconds")
  );
  const gutter = Math.max(0, maxOf(seconds.map(widthOf)));
  const branches = branchesOf(lines, Math.floor(width * BRANCH_PART));
  const named = lines.map(({ label, times, counts }, i) => {
    const own = gutter > 0 ? padded(seconds[i] ?? "", gutter, "right") + GAP : "";
    const before = own + (branches[i] ?? "");
    const words = terminalText([counts.join(", ")]);
    const often = times === 1 ? "" : ` \xD7 ${times}`;
    const free = width - (words === "" ? 0 : widthOf(words) + GAP.length);
    const room = Math.max(free, Math.floor(width * LABEL_PART)) - widthOf(before + often);
    const shown = truncate(terminalText([label]), Math.max(8, room));
    return { before, label: shown, often, words, length: widthOf(before + shown + often) };
  });
  const column = Math.max(0, maxOf(named.map(({ words, length }) => words === "" ? 0 : length)));
  return named.map(({ before, label, often, words, length }, i) => {
    const { severity } = lines[i] ?? {};
    if (words === "") return { before, label, times: often, counts: "", severity };
    const fits = column + GAP.length + widthOf(words) <= width;
    const pad = (fits ? " ".repeat(column - length) : "") + GAP;
    const counts = truncate(words, Math.max(0, width - length - pad.length));
    return { before, label, times: often + pad, counts, severity };
  });
}
function branchesOf(lines, room) {
  const follows = [];
  const branches = lines.toReversed().map(({ depth }) => {
    const above = Array.from(
      { length: Math.max(0, depth - 1) },
      (_, i) => follows[i + 1] ? "\u2502  " : "   "
    );
    const branch = depth === 0 ? "" : above.join("") + (follows[depth] ? "\u251C\u2500 " : "\u2514\u2500 ");
    follows.length = depth + 1;
    follows[depth] = true;
    return truncate(branch, room, "end");
  });
  return branches.reverse();
}

// src/platform/roomFor.ts
var FULL = ["ENOSPC", "EDQUOT"];
async function roomFor(path, option, write) {
  try {
    return await write();
  } catch (error) {
    const { code } = error;
    if (!FULL.includes(code)) throw error;
    throw invalidError(
      `${path} cannot be written, as its disk is full (${code}): make room there, or name another folder with ${option}`,
      { cause: error }
    );
  }
}

// src/report/render/terminal/terminalChart.ts
var BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
var [NAME_WIDTH, REST_WIDTH] = [40, 40];
function terminalChart(chart, columns = 100) {
  const room = Math.max(12, Math.min(NAME_WIDTH, columns - REST_WIDTH));
  const names = chart.series.map(({ name }) => truncate(terminalText([name]), room, "ends"));
  const width = Math.max(0, maxOf(names.map(widthOf)));
  const mostOf = (series) => Math.max(1, maxOf(series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const lines = chart.series.map((series, k) => {
    const most = mostOf(chart.sameScale ? chart.series : [series]);
    const bars = series.values.map((value) => barOf(value, most)).join("");
    return `  ${padded(names[k] ?? "", width)}  ${bars}  ${ends(series, chart)}`;
  });
  return lines.join("\n");
}
function terminalBars({ rows, unit }) {
  const names = rows.map(({ name }) => truncate(terminalText([name]), NAME_WIDTH, "ends"));
  const width = Math.max(0, maxOf(names.map(widthOf)));
  const value = (known) => known === null ? "\u2013" : formatValue(known, unit);
  const lines = rows.map(({ before, after }, k) => {
    const old = before === null ? "" : `${value(before)} \u2192 `;
    return `  ${padded(names[k] ?? "", width)}  ${old}${value(after)}`;
  });
  return lines.join("\n");
}
function chartTitle({ title, x }) {
  const [first = 0, last = 0] = [x.values[0], x.values.at(-1)];
  const sizes = x.values.length > MOST_SIZES ? `${first} to ${last}` : x.values.join(", ");
  return terminalText([`${title}, over ${x.title} ${sizes}`]);
}
var MOST_SIZES = 12;
function barOf(value, most) {
  if (value === null) return " ";
  return BARS[Math.min(BARS.length - 1, Math.floor(Math.max(0, value) / most * BARS.length))] ?? " ";
}
function ends({ values }, { unit }) {
  const known = values.filter((value) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === void 0 || last === void 0) return "no values";
  return `${formatValue(first, unit)} \u2192 ${formatValue(last, unit)}`;
}

export {
  COST_CENTRES_SCHEMA,
  MAX_CENTRES,
  MAX_STACKS,
  MAX_DEPTH,
  DEFECTS_SCHEMA,
  FAILURE_SCHEMA,
  MAX_FAILURE_LINES,
  MAX_FAILURE_LINE,
  TRACE_SCHEMA,
  parseMeasurement,
  parseBaseline,
  parseFailure,
  parsePublished,
  serialize,
  refuseLinks,
  roomFor,
  areaTotals,
  flameTree,
  terminalChart,
  terminalBars,
  chartTitle,
  treeText
};
