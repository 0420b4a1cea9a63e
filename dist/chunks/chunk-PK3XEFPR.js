import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  wordsOf
} from "./chunk-SAMDT5C3.js";
import {
  ALONG,
  CauseLinesSchema,
  CoverageSchema,
  HeapCurvesSchema,
  MAX_FORMULA_CHARACTERS,
  MovedBranchSchema,
  SYMBOLS,
  VARIABLES,
  WorkloadNameSchema,
  eachOnce,
  parseFormula,
  sizeIn,
  usualOf
} from "./chunk-SOFWC5QX.js";
import {
  ConfigurationShape,
  EnvironmentSchema,
  FAMILIES,
  GanetiSchema,
  MAX_CONFIG_INSTANCES,
  MAX_CONFIG_NODES,
  MAX_POOL,
  MetricKeySchema,
  TopologySchema,
  UNITS,
  _enum,
  areAllCandidates,
  array,
  boolean,
  discriminatedUnion,
  int,
  literal,
  misfit,
  number,
  record,
  strictObject,
  string,
  union
} from "./chunk-SHGZJK5N.js";
import {
  plainLine
} from "./chunk-RZGKQOWJ.js";
import {
  usageError
} from "./chunk-HSULD6WJ.js";

// src/text/workflowCommands.ts
var withoutCommands = (line, gap = " ") => line.replace(/:(?=:)|#(?=#\[)/g, `$&${gap}`);

// src/text/escapeTerminal.ts
var terminalText = (text) => withoutCommands(plainLine(wordsOf(text)));

// src/model/growth.ts
var GROWTH_SCHEMA = "ganeti-perf/growth/1";
var MAX_SIZES = 12;
var Value = number().min(0).max(Number.MAX_SAFE_INTEGER);
var Size = { nodes: TopologySchema.shape.nodes, instances: TopologySchema.shape.instances };
var { configInstances, configNodes } = ConfigurationShape;
var { candidatePool, nodeGroups } = TopologySchema.shape;
var Place = { ...Size, candidatePool, nodeGroups, configInstances, configNodes };
var Reason = string().max(2e3);
var FormulaSchema = string().max(MAX_FORMULA_CHARACTERS).refine((text) => parseFormula(text) !== void 0, {
  message: "expected a formula such as 12 + 3 n"
});
var Variable = { variable: _enum(ALONG) };
var PowerSchema = discriminatedUnion("kind", [
  strictObject({
    ...Variable,
    kind: literal("power"),
    fixed: Value,
    factor: Value,
    exponent: Value,
    low: Value,
    high: Value,
    off: Value
  }),
  strictObject({
    ...Variable,
    kind: literal("square"),
    fixed: Value,
    linear: Value,
    square: Value,
    reach: Value,
    off: Value
  }),
  strictObject({ ...Variable, kind: literal("flat") }),
  strictObject({ ...Variable, kind: literal("not-decided"), reason: Reason })
]);
var GrowthResultSchema = discriminatedUnion("kind", [
  strictObject({
    kind: literal("formula"),
    formula: FormulaSchema,
    /** As `O(n i)`. */
    class: string().max(300)
  }),
  strictObject({
    kind: literal("not-decided"),
    reason: Reason,
    /** What gives each value, and takes more sizes to be sure of. */
    likely: FormulaSchema.optional()
  }),
  strictObject({ kind: literal("no-formula"), reason: Reason }),
  strictObject({
    kind: literal("fit"),
    base: number(),
    /** null where one size only was measured. */
    perNode: number().nullable(),
    perInstance: number().nullable(),
    perConfigInstance: number().nullable().optional(),
    perConfigNode: number().nullable().optional(),
    /** Root of the mean square of what the fit is off by, and the same as a share of the mean. */
    rms: Value,
    relative: Value.nullable(),
    /** Of each variable that has several sizes. */
    powers: array(PowerSchema).max(ALONG.length).optional()
  })
]);
var GrowthPointSchema = strictObject({
  ...Place,
  values: array(Value).min(1).max(1e3)
});
var GrowthMetricSchema = strictObject({
  unit: _enum(UNITS),
  kind: _enum(["exact", "noisy"]),
  points: array(GrowthPointSchema).min(1).max(MAX_SIZES ** 2),
  growth: GrowthResultSchema
});
var GROWTH_VERDICTS = ["worse", "costlier", "better", "cheaper"];
var GrowthChangeSchema = strictObject({
  key: MetricKeySchema,
  verdict: _enum(GROWTH_VERDICTS),
  /** The formula of the baseline, or of the Ganeti beside it; null where it has none. */
  before: FormulaSchema.nullable(),
  /** The formula that was found; null where there is none. */
  after: FormulaSchema.nullable(),
  /** As `O(1) -> O(n) per node`, or of exponents `c^1.02 ± 0.03 -> c^1.98 ± 0.03`. */
  sentence: string().max(2e3),
  /** Where the two are furthest apart, and by what; null where no measured size is apart. */
  at: strictObject({ ...Place, expected: number(), measured: Value }).nullable()
});
var grownShape = {
  name: WorkloadNameSchema,
  metrics: record(MetricKeySchema, GrowthMetricSchema)
};
var GrowthWorkloadSchema = strictObject({
  ...grownShape,
  /** How many metrics were held against a formula of the baseline, or the growth in the Ganeti beside it. */
  judged: int().min(0),
  /** Those that differ from it, worst first. */
  changes: array(GrowthChangeSchema).max(2e4)
});
var rising = (sizes) => sizes.every((size, k) => k === 0 || size > (sizes[k - 1] ?? 0));
var axisOf = (size) => array(size).min(1).max(MAX_SIZES).refine(rising, { message: "sizes must rise" });
var GrowthSchema = strictObject({
  schema: literal(GROWTH_SCHEMA),
  ganeti: GanetiSchema,
  environment: EnvironmentSchema,
  grid: strictObject({
    nodes: axisOf(Size.nodes),
    instances: axisOf(Size.instances),
    diskTemplate: TopologySchema.shape.diskTemplate,
    /** Pools of master candidates; missing where it is the usual one everywhere. */
    candidatePool: axisOf(int().min(1).max(MAX_POOL)).optional(),
    /** Numbers of node groups; missing where it is one everywhere. */
    nodeGroups: axisOf(int().min(1).max(1e3)).optional(),
    /** Missing of a usual configuration, which holds no others. */
    configInstances: axisOf(int().min(0).max(MAX_CONFIG_INSTANCES)).optional(),
    configBare: ConfigurationShape.configBare,
    configNodes: axisOf(int().min(0).max(MAX_CONFIG_NODES)).optional(),
    /** The first of these with the first of the instances and so on, as many instances for each node everywhere. */
    together: literal(true).optional()
  }),
  /** What could not be measured, and why. */
  failures: array(strictObject({ ...Place, reason: Reason })).max(MAX_SIZES ** 2),
  workloads: eachOnce(GrowthWorkloadSchema),
  /** A second Ganeti, measured at each size in turns with the first, which its growth is held against. */
  against: strictObject({ ganeti: GanetiSchema, workloads: eachOnce(strictObject(grownShape)) }).optional()
});

// src/model/evidence.ts
var MAX_RUNS = 1e6;
var MAX_DISTINCT = 4;
var Runs = int().min(1).max(MAX_RUNS);
var ExactEvidenceSchema = strictObject({ runs: Runs });
var EvidenceSchema = strictObject({
  runs: Runs,
  seen: record(string().regex(/^\d{1,22}(?:\.\d{1,22})?(?:e[+-]\d{1,3})?$/), Runs).optional()
}).refine(({ runs, seen }) => !seen || sumOf(seen) === runs, {
  message: "the values seen must add up to the runs",
  path: ["runs"]
});
var sumOf = (seen) => Object.values(seen).reduce((sum, times) => sum + times, 0);

// src/model/measuredSizes.ts
var PLACE = new RegExp(
  `^([${Object.values(SYMBOLS).join("")}]) = (\\d{1,7})(?:\\.\\.(\\d{1,7}))?$`
);
var MeasuredSizesSchema = string().max(100).refine((text) => parsed(text) !== void 0, {
  message: "expected sizes such as n = 3..7, i = 6"
});
function measuredSizes(sizes) {
  const ranges = VARIABLES.map((variable) => {
    const own = sizes.map((size) => sizeIn(size, variable)).toSorted((a, b) => a - b);
    return [variable, { least: own.at(0) ?? 0, most: own.at(-1) ?? 0 }];
  });
  return formatted(named(Object.fromEntries(ranges), sizes.every(areAllCandidates)));
}
function isMeasured(over, size) {
  const ranges = parsed(over) ?? {};
  if (!ranges.candidates && !areAllCandidates(size)) return false;
  return VARIABLES.every((variable) => {
    if (variable === "candidates" && !ranges.candidates) return true;
    const { least, most } = ranges[variable] ?? usual(variable);
    return least <= sizeIn(size, variable) && sizeIn(size, variable) <= most;
  });
}
var isKnownAt = (over, size, own) => over === void 0 ? sizeIn(size, "nodeGroups") === sizeIn(own, "nodeGroups") : isMeasured(over, size);
var haveFewerCandidates = (over) => parsed(over)?.candidates !== void 0;
function joined(a, b) {
  const [one, other] = [parsed(a) ?? {}, parsed(b) ?? {}];
  const ranges = VARIABLES.map((variable) => {
    const both = [rangeIn(one, variable), rangeIn(other, variable)];
    const least = Math.min(both[0].least, both[1].least);
    return [variable, { least, most: Math.max(both[0].most, both[1].most) }];
  });
  return formatted(named(Object.fromEntries(ranges), !one.candidates && !other.candidates));
}
var rangeIn = (ranges, variable) => ranges[variable] ?? (variable === "candidates" ? ranges.nodes : void 0) ?? usual(variable);
var named = ({ candidates, ...ranges }, allCandidates) => ({
  ...ranges,
  ...candidates && !allCandidates && { candidates }
});
var usual = (variable) => {
  const size = usualOf(variable);
  return { least: size, most: size };
};
var formatted = (ranges) => VARIABLES.flatMap((variable) => {
  const { least, most } = ranges[variable] ?? usual(variable);
  if (most === usualOf(variable)) return [];
  return [`${SYMBOLS[variable]} = ${least === most ? least : `${least}..${most}`}`];
}).join(", ");
function parsed(text) {
  const places = text.split(", ").map((place) => {
    const [, symbol, least, most = least] = PLACE.exec(place) ?? [];
    const variable = VARIABLES.find((known) => SYMBOLS[known] === symbol);
    const range = { least: Number(least), most: Number(most) };
    return variable && range.least <= range.most ? [variable, range] : void 0;
  });
  const ranges = Object.fromEntries(places.filter((place) => place !== void 0));
  return formatted(ranges) === text ? ranges : void 0;
}

// src/model/baseline.ts
var BASELINE_SCHEMA = "ganeti-perf/baseline/1";
var Value2 = number().min(0).max(Number.MAX_SAFE_INTEGER);
var BaselineMetricSchema = discriminatedUnion("kind", [
  strictObject({
    kind: literal("exact"),
    unit: _enum(UNITS),
    value: Value2,
    evidence: ExactEvidenceSchema.optional(),
    growth: FormulaSchema.optional(),
    over: MeasuredSizesSchema.optional()
  }),
  strictObject({
    kind: literal("noisy"),
    unit: _enum(UNITS),
    value: Value2,
    min: Value2,
    max: Value2,
    low: Value2,
    high: Value2,
    evidence: EvidenceSchema.optional()
  }).refine(({ value, min, max }) => min <= value && value <= max, {
    message: "the value must be between min and max",
    path: ["value"]
  }).refine(({ value, low, high }) => low <= value && value <= high, {
    message: "the value must be between low and high",
    path: ["value"]
  })
]);
var BaselineMetricsSchema = record(MetricKeySchema, BaselineMetricSchema).superRefine((metrics, context) => {
  const found = misfit(metrics, numbersOf);
  if (found) context.addIssue({ code: "custom", path: [...found.path], message: found.message });
});
var numbersOf = (metric) => Object.entries(metric).flatMap(
  ([name, value]) => typeof value === "number" ? [[[name], value]] : []
);
var BaselineSchema = strictObject({
  schema: literal(BASELINE_SCHEMA),
  workload: WorkloadNameSchema,
  ganeti: GanetiSchema,
  cluster: TopologySchema,
  environment: EnvironmentSchema,
  /** How many repeats the last refresh took; `evidence` tells what each metric rests on. */
  repeats: int().min(1).max(1e3),
  metrics: BaselineMetricsSchema,
  /** What the counts of one repeat were done for, sizes of memory left out. */
  causes: CauseLinesSchema.optional()
});
var DerivedFromSchema = strictObject({
  /** The size whose baseline has the formulas. */
  nodes: TopologySchema.shape.nodes,
  instances: TopologySchema.shape.instances,
  /** How many of its metrics are exact, and for how many of these a formula gives a number. */
  exact: int().min(0),
  judged: int().min(0),
  /** What it knows and what cannot be judged at another size: noisy, or without such a formula. */
  unjudged: array(MetricKeySchema).max(2e4),
  /** Of these, formulas that were measured over other sizes than this one, and what they would give here. */
  beyond: array(
    strictObject({
      key: MetricKeySchema,
      growth: FormulaSchema,
      over: MeasuredSizesSchema,
      /** A count, or what is none. */
      expected: number().nullable(),
      /** The median that was counted; null where nothing was. */
      counted: Value2.nullable().optional()
    })
  ).max(2e4).optional()
});

// src/model/comparison.ts
var COMPARISON_SCHEMA = "ganeti-perf/comparison/1";
var VERDICTS = ["regression", "new", "unstable", "improvement", "gone", "same"];
var Value3 = number().min(0).max(Number.MAX_SAFE_INTEGER);
var MetricBaseSchema = strictObject({
  values: array(Value3).max(1e3),
  verdict: _enum(VERDICTS)
});
var MetricComparisonSchema = strictObject({
  key: MetricKeySchema,
  unit: _enum(UNITS),
  kind: _enum(["exact", "noisy"]),
  verdict: _enum(VERDICTS),
  gates: boolean(),
  /** The baseline's value; null where the baseline does not know the metric. */
  before: Value3.nullable(),
  /** The band a noisy metric may move in. */
  band: strictObject({ low: Value3, high: Value3 }).nullable(),
  /** The median of the repeats; null where nothing was counted under this key. */
  after: Value3.nullable(),
  /** One value per repeat, as measured. */
  values: array(Value3).max(1e3),
  /** What the baseline's value rests on; none where it comes from a formula. */
  evidence: EvidenceSchema.optional(),
  /** How the baseline's value grows with nodes and instances, e.g. `12 + 3 n`. */
  growth: FormulaSchema.optional(),
  /** Of a metric that moved and may decide, where a base was measured. */
  base: MetricBaseSchema.optional()
});
var WORKLOAD_STATUS = ["compared", "no-baseline", "not-measured"];
var WorkloadComparisonSchema = strictObject({
  name: WorkloadNameSchema,
  /** `no-baseline` is neutral; `not-measured` (the baseline knows it, nothing was counted) is invalid. */
  status: _enum(WORKLOAD_STATUS),
  /** How many repeats the measurement has, and how many the baseline was learned from (0: none). */
  repeat: int().min(0),
  baselineRepeats: int().min(0),
  /**
   * What the baseline counts and of which nothing at all was counted now, as a family or a channel
   * (`execve`, `rpc/node`): a probe that did not fire rather than a gain, so it makes the comparison
   * invalid.
   */
  missing: array(MetricKeySchema).max(100),
  /**
   * How many repeats the base has, where it judged besides the baseline: something was to be confirmed, and
   * is worse only if it is worse than in the base too. Without it, the baseline alone judged.
   */
  baseRepeats: int().min(1).max(1e3).optional(),
  /**
   * Set when this size of cluster has no baseline, and the formulas of another one judged it. What they
   * do not cover is not among the metrics, except what that baseline does not know at all.
   */
  derivedFrom: DerivedFromSchema.optional(),
  /** Worst first. */
  metrics: array(MetricComparisonSchema).max(2e4),
  /** Why the metrics moved that did: the branches of the trees of causes, by metric. */
  branches: array(MovedBranchSchema).max(1e4).optional(),
  /** How many of the events found their cause. */
  share: array(CoverageSchema).max(FAMILIES.length).optional(),
  /** How much was on the Haskell heaps over time, in the first repeat. */
  heap: HeapCurvesSchema.optional(),
  /** The same of what was before: of the other Ganeti or measurement, or else of the base. */
  heapBefore: HeapCurvesSchema.optional()
});
var EnvironmentChangeSchema = strictObject({
  name: string().max(60),
  before: union([string(), number()]).nullable(),
  after: union([string(), number()]).nullable()
});
var ComparisonSchema = strictObject({
  schema: literal(COMPARISON_SCHEMA),
  /** `regression`: a gating metric is worse. `neutral`: nothing to compare with. `invalid`: nothing was measured. */
  verdict: _enum(["pass", "regression", "neutral", "invalid"]),
  before: strictObject({ ganeti: GanetiSchema, environment: EnvironmentSchema }).nullable(),
  after: strictObject({ ganeti: GanetiSchema, environment: EnvironmentSchema }),
  /** The Ganeti that the change is made on, where it was measured to confirm something. */
  base: strictObject({ ganeti: GanetiSchema, environment: EnvironmentSchema }).optional(),
  cluster: TopologySchema,
  environmentChanges: array(EnvironmentChangeSchema).max(1e3),
  workloads: eachOnce(WorkloadComparisonSchema)
});

// src/platform/plainFile.ts
import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";
async function readPlainFile(path, { limit, hardLinks = false }) {
  const before = await lstat(path).catch((error) => {
    throw usageError(`${path} cannot be read (${codeOf(error)}); name the downloaded file`, {
      cause: error
    });
  });
  if (before.isSymbolicLink()) throw usageError(`${path} is a symbolic link, and not followed`);
  if (!before.isFile()) throw usageError(`${path} is no regular file`);
  const file = await openPlain(path);
  try {
    const { nlink, size } = await file.stat();
    if (nlink !== 1 && !hardLinks) {
      throw usageError(`${path} is a hard link: it has ${nlink} names`);
    }
    const bytes = size > limit ? void 0 : await readUpTo(file, limit);
    if (bytes === void 0) {
      throw usageError(`${path} has more than ${limit} bytes, the most that is read from a run`);
    }
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw usageError(`${path} is not text in UTF-8`, { cause: error });
  } finally {
    await file.close();
  }
}
async function openPlain(path) {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  try {
    const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch (error) {
    throw usageError(`${path} cannot be read (${codeOf(error)})`, { cause: error });
  }
  throw usageError(`${path} is no regular file`);
}
var PART = 1024 ** 2;
async function readUpTo(file, limit) {
  const parts = [];
  for (let length = 0; length <= limit; ) {
    const part = Buffer.alloc(Math.min(PART, limit + 1 - length));
    const { bytesRead } = await file.read(part, 0, part.length);
    if (bytesRead === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, bytesRead));
    length += bytesRead;
  }
  return void 0;
}
var codeOf = (error) => error.code ?? "unknown error";

export {
  MAX_RUNS,
  MAX_DISTINCT,
  GROWTH_SCHEMA,
  FormulaSchema,
  GROWTH_VERDICTS,
  GrowthSchema,
  measuredSizes,
  isMeasured,
  isKnownAt,
  haveFewerCandidates,
  joined,
  BASELINE_SCHEMA,
  BaselineSchema,
  COMPARISON_SCHEMA,
  VERDICTS,
  ComparisonSchema,
  readPlainFile,
  withoutCommands,
  terminalText
};
