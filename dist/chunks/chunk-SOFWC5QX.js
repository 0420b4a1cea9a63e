import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  EnvironmentSchema,
  FAMILIES,
  GanetiSchema,
  MetricKeySchema,
  TopologySchema,
  UNITS,
  _enum,
  array,
  candidatesOf,
  int,
  isWhole,
  json,
  lazy,
  literal,
  misfit,
  number,
  record,
  strictObject,
  string
} from "./chunk-SHGZJK5N.js";
import {
  maxOf,
  sum
} from "./chunk-TSNSTRFB.js";

// src/model/rational.ts
function rational(numerator, denominator = 1n) {
  if (denominator === 0n) throw new RangeError(`${numerator.toString()}/0 is no number`);
  const divisor = commonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}
var ZERO = rational(0n);
var ONE = rational(1n);
var isZero = ({ numerator }) => numerator === 0n;
var add = (a, b) => rational(
  a.numerator * b.denominator + b.numerator * a.denominator,
  a.denominator * b.denominator
);
var subtract = (a, b) => add(a, negate(b));
var negate = ({ numerator, denominator }) => ({
  numerator: -numerator,
  denominator
});
var multiply = (a, b) => rational(a.numerator * b.numerator, a.denominator * b.denominator);
var divide = (a, b) => rational(a.numerator * b.denominator, a.denominator * b.numerator);
var power = (base, exponent) => exponent < 0 ? divide(ONE, power(base, -exponent)) : rational(base.numerator ** BigInt(exponent), base.denominator ** BigInt(exponent));
var whole = (value) => rational(BigInt(value));
var toNumber = ({ numerator, denominator }) => Number(numerator) / Number(denominator);
function commonDivisor(a, b) {
  let [large, small] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}

// src/model/formula.ts
var VARIABLES = [
  "nodes",
  "candidates",
  "nodeGroups",
  "instances",
  "configInstances",
  "configNodes"
];
var sizeOnly = ({
  nodes,
  instances,
  candidatePool,
  nodeGroups,
  configInstances,
  configNodes
}) => ({
  nodes,
  instances,
  ...candidatePool !== void 0 && { candidatePool },
  ...nodeGroups !== void 0 && { nodeGroups },
  ...configInstances !== void 0 && { configInstances },
  ...configNodes !== void 0 && { configNodes }
});
var usualOf = (variable) => variable === "nodeGroups" ? 1 : 0;
var sizeIn = (size, variable) => variable === "candidates" ? candidatesOf(size) : size[variable] ?? usualOf(variable);
var exponentOf = (exponents, variable) => exponents[variable] ?? 0;
var MAX_DEGREE = 9;
var MAX_FORMULA_CHARACTERS = 500;
var SYMBOLS = {
  nodes: "n",
  candidates: "k",
  nodeGroups: "g",
  instances: "i",
  configInstances: "c",
  configNodes: "m"
};
function formula(terms, fixed) {
  const sums = /* @__PURE__ */ new Map();
  for (const term of terms) {
    const exponents = exponentsOf(term).join(" ");
    const coefficient = add(sums.get(exponents)?.coefficient ?? ZERO, term.coefficient);
    sums.set(exponents, { ...term, coefficient });
  }
  const kept = [...sums.values()].filter(({ coefficient }) => !isZero(coefficient));
  return { terms: kept.sort(byDegree), ...fixed && fixed.length > 0 && { fixed } };
}
function formatFormula({ terms, fixed }) {
  const [first, ...others] = terms.map(formatTerm);
  const sum2 = [
    first ? first.negative ? `-${first.words}` : first.words : "0",
    ...others.map(({ negative, words }) => `${negative ? "-" : "+"} ${words}`)
  ].join(" ");
  const places = (fixed ?? []).map(({ variable, size }) => `${SYMBOLS[variable]} = ${size}`);
  return places.length > 0 ? `${sum2} at ${places.join(", ")}` : sum2;
}
function parseFormula(text) {
  if (text.length > MAX_FORMULA_CHARACTERS) return void 0;
  const [sum2 = "", condition, ...rest] = text.split(" at ");
  const fixed = condition === void 0 ? void 0 : parseFixed(condition);
  if (rest.length > 0 || condition !== void 0 && !fixed) return void 0;
  const [first = "", ...others] = sum2.split(/ ([+-]) /);
  const signed = first.startsWith("-") ? ["-", first.slice(1)] : ["+", first];
  const words = [...signed, ...others];
  const terms = [];
  for (let i = 0; i < words.length; i += 2) {
    const term = parseTerm(words[i + 1] ?? "", words[i] === "-");
    if (!term) return void 0;
    terms.push(term);
  }
  const parsed = formula(terms, fixed);
  return formatFormula(parsed) === text ? parsed : void 0;
}
function evaluateFormula({ terms, fixed }, size) {
  if (fixed?.some((place) => sizeIn(size, place.variable) !== place.size)) return void 0;
  if (terms.some(isDivided) && size.nodes % sizeIn(size, "nodeGroups") !== 0) return void 0;
  const values = terms.map(
    (term) => VARIABLES.reduce(
      (product, variable) => multiply(product, power(whole(sizeIn(size, variable)), exponentOf(term, variable))),
      term.coefficient
    )
  );
  return toNumber(values.reduce(add, ZERO));
}
var isDivided = (term) => exponentOf(term, "nodeGroups") < 0;
function byDegree(a, b) {
  const [of, than] = [exponentsOf(a), exponentsOf(b)];
  return sum(of) - sum(than) || maxOf(of) - maxOf(than) || than.map((exponent, k) => exponent - (of[k] ?? 0)).find((step) => step !== 0) || 0;
}
var exponentsOf = (term) => VARIABLES.map((variable) => exponentOf(term, variable));
function formatPowers(exponents) {
  return `${multiplied(exponents) || "1"}${isDivided(exponents) ? DIVIDED : ""}`;
}
var DIVIDED = "/g";
function multiplied(exponents) {
  return VARIABLES.filter((variable) => exponentOf(exponents, variable) > 0).map((variable) => {
    const exponent = exponentOf(exponents, variable);
    return exponent === 1 ? SYMBOLS[variable] : `${SYMBOLS[variable]}^${exponent}`;
  }).join(" ");
}
function formatTerm(term) {
  const { numerator, denominator } = term.coefficient;
  const negative = numerator < 0n;
  const size = (negative ? -numerator : numerator).toString();
  const number2 = denominator === 1n ? size : `${size}/${denominator.toString()}`;
  const powers = multiplied(term);
  const words = powers === "" ? number2 : number2 === "1" ? powers : `${number2} ${powers}`;
  return { negative, words: isDivided(term) ? `${words}${DIVIDED}` : words };
}
var NUMBER = /^(\d{1,15})(?:\/(\d{1,15}))?$/;
var SYMBOL = `([${Object.values(SYMBOLS).join("")}])`;
var POWER = new RegExp(`^${SYMBOL}(?:\\^([2-9]))?$`);
var PLACE = new RegExp(`^${SYMBOL} = (\\d{1,6})$`);
function parseTerm(words, negative) {
  const divided = words.endsWith(DIVIDED);
  const factors = divided ? words.slice(0, -DIVIDED.length) : words;
  const [first = "", ...others] = factors.split(" ");
  const number2 = NUMBER.exec(first);
  const exponents = {
    ...{ nodes: 0, candidates: 0, nodeGroups: divided ? -1 : 0, instances: 0 },
    ...{ configInstances: 0, configNodes: 0 }
  };
  for (const factor of number2 ? others : [first, ...others]) {
    const [, symbol, exponent = "1"] = POWER.exec(factor) ?? [];
    const variable = variableOf(symbol);
    if (variable === void 0) return void 0;
    exponents[variable] += Number(exponent);
  }
  const denominator = BigInt(number2?.[2] ?? 1);
  if (denominator === 0n) return void 0;
  const size = number2 ? rational(BigInt(number2[1] ?? 0), denominator) : ONE;
  return { ...exponents, coefficient: negative ? multiply(size, rational(-1n)) : size };
}
function parseFixed(condition) {
  const places = condition.split(", ").map((place) => {
    const [, symbol, size] = PLACE.exec(place) ?? [];
    const variable = variableOf(symbol);
    return variable && { variable, size: Number(size) };
  });
  const fixed = places.filter((place) => place !== void 0);
  const order = fixed.map(({ variable }) => VARIABLES.indexOf(variable));
  const rises = order.every((place, k) => k === 0 || place > (order[k - 1] ?? 0));
  return rises && fixed.length === places.length ? fixed : void 0;
}
var variableOf = (symbol) => VARIABLES.find((variable) => SYMBOLS[variable] === symbol);

// src/model/along.ts
var AXES = [
  "nodes",
  "instances",
  "configInstances",
  "configNodes"
];
var ALONG = [...AXES, "total"];
var ALONG_SYMBOLS = { ...SYMBOLS, total: "s" };
var sizeAlong = (size, along) => along === "total" ? totalOf(size).nodes : sizeIn(size, along);
var totalOf = (size) => ({
  nodes: size.nodes + sizeIn(size, "configNodes"),
  instances: size.instances + sizeIn(size, "configInstances")
});
function isProportional(totals) {
  const [first, ...others] = totals;
  return others.every(
    ({ nodes, instances }) => instances * (first?.nodes ?? 0) === nodes * (first?.instances ?? 0)
  );
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
  const add2 = (branches, depth) => {
    for (const { kind, label, times, counts, peakRss, children } of branches) {
      const own = Object.entries(counts).toSorted(([a], [b]) => a < b ? -1 : 1).map(([key, value]) => `${key} ${countText(value)}`);
      const known = peaks && peakRss !== void 0;
      const peak = known || label.startsWith("{") ? `{${known ? peakRss : ""}} ` : "";
      lines.push(`${" ".repeat(depth)}${kind} \xD7 ${times} [${own.join(", ")}] ${peak}${label}`);
      add2(children, depth + 1);
    }
  };
  add2(causes, 0);
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
var COUNT = /^\d{1,15}(?:\.\d{1,6})?$/;
function countText(value) {
  const text = String(value);
  if (COUNT.test(text)) return text;
  return value < LARGEST ? value.toFixed(6).replace(/\.?0+$/, "") : String(LARGEST);
}
var LARGEST = 999999999999999;
function readCounts(list) {
  const counts = [];
  for (const part of list === "" ? [] : list.split(", ")) {
    const [, key = "", text = ""] = /^(\S+) (\S+)$/.exec(part) ?? [];
    if (!COUNT.test(text) || !MetricKeySchema.safeParse(key).success) return void 0;
    const value = Number(text);
    if (value > LARGEST || isWhole(key) && !Number.isInteger(value)) return void 0;
    counts.push([key, value]);
  }
  return Object.fromEntries(counts);
}

// src/model/causeLines.ts
var CauseLinesSchema = array(string().max(4e3)).max(5e4).refine((lines) => fromLines(lines) !== void 0, {
  message: "expected a tree of causes, as ganeti-perf writes it"
});

// src/model/heapCurve.ts
var CURVE_POINTS = 30;
var HeapCurvesSchema = strictObject({
  /** From the first mark to the second. */
  seconds: number().min(0).max(1e6),
  daemons: array(
    strictObject({
      daemon: string().regex(/^[a-z]{1,20}$/, "the name of a daemon"),
      /** The most that a collection left in use in each step, or before it; null: none was yet. */
      bytes: array(number().min(0).max(Number.MAX_SAFE_INTEGER).nullable()).length(CURVE_POINTS)
    })
  ).max(10)
});
function heapCurve(samples, { begin, end }) {
  const step = (end - begin) / CURVE_POINTS;
  let last = null;
  let next = 0;
  return Array.from({ length: CURVE_POINTS }, (_, k) => {
    const until = k === CURVE_POINTS - 1 ? end : begin + step * (k + 1);
    const from = begin + step * k;
    let most = null;
    for (let s = samples[next]; s && s.at <= until; s = samples[++next]) {
      if (s.at >= from) most = Math.max(most ?? 0, s.live);
      last = s.live;
    }
    return most ?? last;
  });
}

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
    const sum2 = sums.get(share.family);
    sums.set(
      share.family,
      sum2 ? {
        family: share.family,
        events: sum2.events + share.events,
        attributed: sum2.attributed + share.attributed,
        daemon: sum2.daemon + share.daemon,
        background: sum2.background + share.background,
        unattributed: sum2.unattributed + share.unattributed
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
var MetricsSchema = record(MetricKeySchema, MetricSchema).superRefine((metrics, context) => {
  const found = misfit(
    metrics,
    ({ values }) => values.map((value, i) => [["values", i], value])
  );
  if (found) context.addIssue({ code: "custom", path: [...found.path], message: found.message });
});
var WorkloadNameSchema = string().max(60).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "lower-case words joined by hyphens");
var eachOnce = (schema) => array(schema).max(200).refine((workloads) => new Set(workloads.map(({ name }) => name)).size === workloads.length, {
  message: "a workload is named twice"
});
var WorkloadMeasurementSchema = strictObject({
  name: WorkloadNameSchema,
  repeat: int().min(1).max(1e3),
  metrics: MetricsSchema,
  /** What the counts of the first repeat were done for. */
  causes: CauseLinesSchema.optional(),
  /** How many of the events of all repeats found their cause. */
  share: array(CoverageSchema).max(FAMILIES.length).optional(),
  /** How much was on the Haskell heaps over time, in the first repeat. */
  heap: HeapCurvesSchema.optional()
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

// src/model/profile.ts
var PROFILE_SCHEMA = "ganeti-perf/profile/1";
var PROFILED_DAEMONS = ["luxid", "wconfd", "confd"];
var MAX_SAMPLES = 240;
var MAX_TYPES = 24;
var Bytes = number().min(0).max(Number.MAX_SAFE_INTEGER);
var Seconds = number().min(0).max(1e6);
var HeapSampleSchema = strictObject({
  /** Since the workload began. */
  seconds: Seconds,
  /** For each of the types; then all others. */
  bytes: array(Bytes).min(1).max(MAX_TYPES + 1)
});
var HeapProfileSchema = strictObject({
  /** How long the workload took. */
  seconds: Seconds,
  /** How many collections there were, and what was allocated between them. */
  collections: int().min(0),
  allocated: Bytes,
  /** The most that lived, what lived when the workload began, and when it had ended; by the runtime's own count. */
  maxLive: Bytes,
  liveBefore: Bytes,
  liveAfter: Bytes,
  /** GHC's names of constructors and of kinds of closures, those with the most bytes first. */
  types: array(string().min(1).max(200)).max(MAX_TYPES),
  samples: array(HeapSampleSchema).max(MAX_SAMPLES)
}).refine(({ types, samples }) => samples.every((s) => s.bytes.length === types.length + 1), {
  message: "every sample needs the bytes of each type, and of all others"
});
var profiledShape = {
  ganeti: GanetiSchema,
  heap: HeapProfileSchema
};
var ProfiledGanetiSchema = strictObject(profiledShape);
var ProfileSchema = strictObject({
  schema: literal(PROFILE_SCHEMA),
  daemon: _enum(PROFILED_DAEMONS),
  workload: WorkloadNameSchema,
  environment: EnvironmentSchema,
  cluster: TopologySchema,
  ...profiledShape,
  /** A second Ganeti, under the same workload. */
  against: ProfiledGanetiSchema.optional()
});

// src/model/probe.ts
var PROBE_SCHEMA = "ganeti-perf/probe/1";
var CHANNELS = ["luxi", "wconfd", "config", "node", "confd", "metad"];
var CLIENTS = ["raw", "ganeti"];
var MAX_REQUESTS = 1e5;
var MAX_CONCURRENCY = 64;
var MAX_SIZES = 144;
var METHOD_PATTERN = /^[A-Za-z_][A-Za-z0-9_]{0,79}$/;
var Amount = number().min(0).max(Number.MAX_SAFE_INTEGER);
var CallsSchema = strictObject({
  calls: Amount,
  /** Of these, the ones that failed, most because there was nothing to read yet: how many depends on time. */
  failed: Amount,
  bytes: Amount
});
var EndSchema = strictObject({ receive: CallsSchema, send: CallsSchema });
var SocketCallsSchema = strictObject({
  requests: int().min(1).max(MAX_REQUESTS),
  client: EndSchema,
  daemon: EndSchema
});
var BelowSchema = strictObject({
  requests: array(
    strictObject({
      method: string().regex(METHOD_PATTERN),
      /** How long each took that was granted what it asked for. */
      nanoseconds: array(Amount).max(MAX_REQUESTS),
      /** How many were told to ask again, as somebody else had the lock of the configuration. */
      again: Amount,
      sent: Amount,
      received: Amount
    })
  ).max(100),
  /** For how long each method that locked the configuration had it to itself, answer to answer. */
  held: array(Amount).max(MAX_REQUESTS)
});
var ProbedClientSchema = strictObject({
  client: _enum(CLIENTS),
  /** How long each request took, in the order in which they ended. */
  nanoseconds: array(Amount).min(1).max(MAX_REQUESTS),
  /** Bytes of all messages: of TLS, what is inside of it. */
  sent: Amount,
  received: Amount,
  systemCalls: SocketCallsSchema,
  /** Of the channel `config` only. */
  below: BelowSchema.optional()
});
var ProbedHeapSchema = strictObject({
  daemon: string().max(80),
  /** Bytes allocated for each request, and by how much that may be wrong; null: too few collections. */
  allocated: strictObject({ perRequest: Amount, error: Amount }).nullable(),
  collections: Amount,
  /** Bytes that survived a major collection, at the most; null: there was none. */
  maxLive: Amount.nullable()
});
var probedShape = {
  ganeti: GanetiSchema,
  clients: array(ProbedClientSchema).min(1).max(CLIENTS.length),
  /** null: the daemon is none of Haskell's. */
  heap: ProbedHeapSchema.nullable()
};
var ProbedGanetiSchema = strictObject(probedShape);
var requestShape = {
  channel: _enum(CHANNELS),
  method: string().regex(METHOD_PATTERN),
  args: array(json()).max(1e4),
  concurrency: int().min(1).max(MAX_CONCURRENCY)
};
var besideShape = {
  /** A second Ganeti, which the request was sent to in turns with the first. */
  against: ProbedGanetiSchema.optional()
};
var ProbeSchema = strictObject({
  schema: literal(PROBE_SCHEMA),
  ...requestShape,
  environment: EnvironmentSchema,
  cluster: TopologySchema,
  ...probedShape,
  ...besideShape
});
var PROBE_SIZES_SCHEMA = "ganeti-perf/probe-sizes/1";
var ProbeSizesSchema = strictObject({
  schema: literal(PROBE_SIZES_SCHEMA),
  ...requestShape,
  environment: EnvironmentSchema,
  sizes: array(strictObject({ cluster: TopologySchema, ...probedShape, ...besideShape })).min(1).max(MAX_SIZES)
});

// src/model/harness.ts
var HARNESS_SCHEMA = "ganeti-perf/harness/1";
var HARNESS_NAME = /^[A-Za-z][A-Za-z0-9]{0,59}$/;
var MAX_SAMPLES2 = 1e3;
var Amount2 = number().min(0).max(Number.MAX_SAFE_INTEGER);
var SampleSchema = strictObject({
  calls: int().min(1).max(Number.MAX_SAFE_INTEGER),
  /** Of processor time. */
  nanoseconds: Amount2,
  /** Bytes, of GHC's own count of what a thread allocates. */
  allocated: Amount2
});
var calledShape = {
  ganeti: GanetiSchema,
  /** Bytes of the config.data that the function was called on. */
  configBytes: Amount2,
  samples: array(SampleSchema).min(1).max(MAX_SAMPLES2)
};
var CalledSchema = strictObject(calledShape);
var HarnessSchema = strictObject({
  schema: literal(HARNESS_SCHEMA),
  name: string().regex(HARNESS_NAME),
  environment: EnvironmentSchema,
  cluster: TopologySchema,
  ...calledShape,
  /** A second Ganeti, whose function was called in turns with that of the first. */
  against: CalledSchema.optional()
});

export {
  CauseSchema,
  MovedBranchSchema,
  toLines,
  fromLines,
  CauseLinesSchema,
  ZERO,
  ONE,
  isZero,
  add,
  subtract,
  negate,
  multiply,
  divide,
  power,
  whole,
  VARIABLES,
  sizeOnly,
  usualOf,
  sizeIn,
  exponentOf,
  MAX_DEGREE,
  MAX_FORMULA_CHARACTERS,
  SYMBOLS,
  formula,
  formatFormula,
  parseFormula,
  evaluateFormula,
  formatPowers,
  AXES,
  ALONG,
  ALONG_SYMBOLS,
  sizeAlong,
  totalOf,
  isProportional,
  CURVE_POINTS,
  HeapCurvesSchema,
  heapCurve,
  CoverageSchema,
  addCoverages,
  MEASUREMENT_SCHEMA,
  WorkloadNameSchema,
  eachOnce,
  MeasurementSchema,
  PROFILE_SCHEMA,
  PROFILED_DAEMONS,
  MAX_SAMPLES,
  MAX_TYPES,
  ProfileSchema,
  PROBE_SCHEMA,
  CHANNELS,
  MAX_REQUESTS,
  MAX_CONCURRENCY,
  METHOD_PATTERN,
  BelowSchema,
  ProbeSchema,
  PROBE_SIZES_SCHEMA,
  ProbeSizesSchema,
  HARNESS_SCHEMA,
  HARNESS_NAME,
  MAX_SAMPLES2,
  SampleSchema,
  HarnessSchema
};
