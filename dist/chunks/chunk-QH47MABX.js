import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  medianOf
} from "./chunk-KGUNOPRW.js";
import {
  ALONG,
  MAX_FORMULA_CHARACTERS,
  parseFormula
} from "./chunk-3CJGGXZ7.js";
import {
  CauseLinesSchema,
  CoverageSchema,
  HeapCurvesSchema,
  MovedBranchSchema,
  WorkloadNameSchema,
  eachOnce
} from "./chunk-IQUKULMR.js";
import {
  ATTEMPTS,
  ConfigurationShape,
  EnvironmentSchema,
  FAMILIES,
  GanetiSchema,
  INFORMATIVE_FAMILIES,
  MAX_CONFIG_INSTANCES,
  MAX_CONFIG_NODES,
  MetricKeySchema,
  TopologySchema,
  UNITS,
  _enum,
  array,
  boolean,
  discriminatedUnion,
  familyOf,
  int,
  literal,
  number,
  record,
  strictObject,
  string,
  union
} from "./chunk-VUCNCSIX.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";

// src/compare/verdict.ts
function isRegression({ gates, verdict }) {
  return gates && (verdict === "regression" || verdict === "new");
}
function isOutdated({ base, gates }) {
  return base !== void 0 && !gates;
}
function isUndecided({ metrics }) {
  const worse = metrics.filter(isRegression);
  return worse.length > 0 && worse.every(movesByItself);
}
var movesByItself = (metric) => metric.kind === "noisy" ? !isFarBeyond(metric) : new Set(metric.base?.values).size > 1;
function isFarBeyond({ unit, before, values, band, base }) {
  if (band === null || before === null || !base) return false;
  return Math.min(...values) - medianOf(base.values, unit) > 2 * (band.high - before);
}
function workloadVerdict(workload) {
  if (workload.status === "not-measured" || workload.missing.length > 0) return "invalid";
  if (workload.metrics.some(isRegression)) return "regression";
  return workload.status === "no-baseline" ? "neutral" : "pass";
}
function needsConfirmation(workload) {
  const verdict = workloadVerdict(workload);
  if (verdict !== "pass") return verdict === "regression";
  return workload.metrics.some(
    (metric) => metric.kind === "exact" && metric.before !== null && metric.verdict !== "same"
  );
}
function overallVerdict(workloads) {
  const all = new Set(workloads.map(workloadVerdict));
  if (all.size === 0) return "invalid";
  return ["invalid", "regression", "neutral"].find((v) => all.has(v)) ?? "pass";
}
function exitCodeOf({ verdict }) {
  const codes = {
    pass: EXIT.ok,
    neutral: EXIT.ok,
    regression: EXIT.regression,
    invalid: EXIT.invalid
  };
  return codes[verdict];
}

// src/model/growth.ts
var GROWTH_SCHEMA = "ganeti-perf/growth/1";
var MAX_SIZES = 12;
var Value = number().min(0).max(Number.MAX_SAFE_INTEGER);
var Size = { nodes: TopologySchema.shape.nodes, instances: TopologySchema.shape.instances };
var { configInstances, configNodes } = ConfigurationShape;
var Place = { ...Size, configInstances, configNodes };
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
  strictObject({ kind: literal("not-decided"), reason: Reason }),
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
  changes: array(GrowthChangeSchema)
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
  seen: record(string().regex(/^\d+(?:\.\d+)?(?:e[+-]\d+)?$/), Runs).optional()
}).refine(({ runs, seen }) => !seen || sumOf(seen) === runs, {
  message: "the values seen must add up to the runs",
  path: ["runs"]
});
var sumOf = (seen) => Object.values(seen).reduce((sum, times) => sum + times, 0);

// src/model/baseline.ts
var BASELINE_SCHEMA = "ganeti-perf/baseline/1";
var Value2 = number().min(0).max(Number.MAX_SAFE_INTEGER);
var BaselineMetricSchema = discriminatedUnion("kind", [
  strictObject({
    kind: literal("exact"),
    unit: _enum(UNITS),
    value: Value2,
    evidence: ExactEvidenceSchema.optional(),
    growth: FormulaSchema.optional()
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
var BaselineSchema = strictObject({
  schema: literal(BASELINE_SCHEMA),
  workload: WorkloadNameSchema,
  ganeti: GanetiSchema,
  cluster: TopologySchema,
  environment: EnvironmentSchema,
  /** How many repeats the last refresh took; `evidence` tells what each metric rests on. */
  repeats: int().min(1).max(1e3),
  metrics: record(MetricKeySchema, BaselineMetricSchema),
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
  unjudged: array(MetricKeySchema)
});

// src/model/contended.ts
var FOLLOWS_ATTEMPTS = /* @__PURE__ */ new Set([
  "heap/wconfd/allocated",
  "heap/wconfd/sampled/allocated"
]);
var isContended = ({ metrics }) => (metrics[ATTEMPTS.count]?.values ?? []).some((value) => value > 0);
var ENOUGH = 2;
function calmMetrics({ metrics }) {
  const attempts = metrics[ATTEMPTS.count]?.values ?? [];
  return new Map(
    Object.entries(metrics).map(([key, metric]) => {
      const calm = metric.values.filter((_, i) => (attempts[i] ?? 0) === 0);
      const left = FOLLOWS_ATTEMPTS.has(key) && calm.length >= ENOUGH;
      return [key, left ? { ...metric, values: calm } : metric];
    })
  );
}

// src/model/nature.ts
var NATURE_TABLE = [
  {
    pattern: "waiting/**",
    nature: "waiting",
    why: "done only because something else was not ready: see docs/numbers.md"
  },
  {
    pattern: "config/**",
    nature: "waiting",
    why: "wconfd writes the configuration once for all changes that arrive while it writes"
  },
  {
    pattern: "locks/**",
    nature: "waiting",
    why: "wconfd writes the lock file once for all changes that arrive while it writes"
  },
  {
    pattern: "fsync/ganeti-wconfd",
    nature: "waiting",
    why: "follows the writes of wconfd, which are put together"
  },
  {
    pattern: "rpc/node/upload_file_single",
    nature: "waiting",
    why: "follows the writes of the configuration, which are put together"
  },
  {
    pattern: "rpc/node/write_ssconf_files",
    nature: "waiting",
    why: "follows the writes of the configuration, which are put together"
  },
  {
    pattern: "sleep/sshd/**",
    nature: "waiting",
    why: "OpenSSH stretches every attempt to log in to a least time, and sleeps for what is left of it"
  },
  {
    pattern: "heap/ganeti-mond/**",
    nature: "waiting",
    why: "mond works periodically, so it holds more the longer a workload takes"
  },
  {
    pattern: "heap/confd/sampled/max-live",
    nature: "machine",
    why: "the allocator and the collector round and time as they like"
  },
  {
    pattern: "heap/confd/**",
    nature: "waiting",
    why: "confd makes a few collections on each node, and reads the configuration as often as writes of it are apart"
  },
  {
    pattern: "heap/**",
    nature: "machine",
    why: "the allocator and the collector round and time as they like"
  },
  {
    pattern: "probe/*/*/allocated",
    nature: "machine",
    why: "a runtime tells what was allocated at its collections only, and what it does for itself is part of it"
  },
  {
    pattern: "probe/*/*/calls/**",
    nature: "machine",
    why: "in how many parts a message is sent and received follows how fast the other end is"
  },
  { pattern: "latency/**", nature: "machine", why: "measures the machine" },
  { pattern: "cpu/**", nature: "machine", why: "measures the machine" },
  { pattern: "wall/**", nature: "machine", why: "measures the machine" }
];
var UNIT_REASONS = {
  seconds: "a time",
  bytes: "files hold timestamps whose digits vary"
};
var RULES = NATURE_TABLE.map((line) => ({ ...line, matches: globToRegExp(line.pattern) }));
function natureOf(key) {
  return ruleOf(key)?.nature ?? "work";
}
function noisyReason(key, unit) {
  return ruleOf(key)?.why ?? UNIT_REASONS[unit];
}
var ruleOf = (key) => RULES.find(({ matches }) => matches.test(key));
function globToRegExp(pattern) {
  const source = pattern.replace(/\/\*\*$|\*|[.+=]/g, (token) => {
    if (token === "/**") return "(?:/.*)?";
    return token === "*" ? "[^/]*" : `\\${token}`;
  });
  return new RegExp(`^${source}$`);
}

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
  values: array(Value3),
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
  missing: array(MetricKeySchema),
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
  metrics: array(MetricComparisonSchema),
  /** Why the metrics moved that did: the branches of the trees of causes, by metric. */
  branches: array(MovedBranchSchema).max(1e4).optional(),
  /** How many of the events found their cause. */
  share: array(CoverageSchema).max(FAMILIES.length).optional(),
  /** How much was on the Haskell heaps over time, in the first repeat. */
  heap: HeapCurvesSchema.optional()
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
  environmentChanges: array(EnvironmentChangeSchema),
  workloads: array(WorkloadComparisonSchema)
});

// src/compare/order.ts
function worstFirst(a, b) {
  return VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || Number(b.gates) - Number(a.gates) || compareNumbers(magnitude(b), magnitude(a)) || compareNumbers(fromNothing(b), fromNothing(a)) || FAMILIES.indexOf(familyOf(a.key)) - FAMILIES.indexOf(familyOf(b.key)) || (a.key < b.key ? -1 : Number(a.key > b.key));
}
var levelBefore = ({ before, base, unit }) => base ? base.values.length > 0 ? medianOf(base.values, unit) : 0 : before;
function relativeChange(metric) {
  const [before, { after }] = [levelBefore(metric), metric];
  return before === null || before === 0 ? null : ((after ?? 0) - before) / before;
}
function magnitude(metric) {
  const share = relativeChange(metric);
  if (share !== null) return Math.abs(share);
  return (metric.after ?? 0) > 0 ? Infinity : 0;
}
var fromNothing = (metric) => magnitude(metric) === Infinity && metric.unit === "count" ? metric.after ?? 0 : 0;
function compareNumbers(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}

// src/report/build/measurement/apart.ts
var isTime = (key) => INFORMATIVE_FAMILIES.has(familyOf(key));
var isWaiting = (key) => natureOf(key) === "waiting";
var isDisturbed = ({ key, gates, before }) => FOLLOWS_ATTEMPTS.has(key) && !gates && before !== null;
var isInVain = (key) => familyOf(key) === "waiting";
var standsApart = (metric) => isTime(metric.key) || isWaiting(metric.key) && !metric.gates || isDisturbed(metric);

export {
  MAX_RUNS,
  MAX_DISTINCT,
  GROWTH_SCHEMA,
  FormulaSchema,
  GROWTH_VERDICTS,
  GrowthSchema,
  BASELINE_SCHEMA,
  BaselineSchema,
  FOLLOWS_ATTEMPTS,
  isContended,
  calmMetrics,
  natureOf,
  noisyReason,
  COMPARISON_SCHEMA,
  ComparisonSchema,
  isRegression,
  isOutdated,
  isUndecided,
  workloadVerdict,
  needsConfirmation,
  overallVerdict,
  exitCodeOf,
  worstFirst,
  levelBefore,
  relativeChange,
  isTime,
  isWaiting,
  isInVain,
  standsApart
};
