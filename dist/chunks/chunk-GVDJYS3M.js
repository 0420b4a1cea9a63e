import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  axisOf,
  lineAlong
} from "./chunk-L75I5VKV.js";
import {
  sizesOf
} from "./chunk-7JBQ3LT3.js";
import {
  environmentSection
} from "./chunk-2QQN34D2.js";
import {
  shellWord
} from "./chunk-BKOYP7A7.js";
import {
  natureOf
} from "./chunk-IYCQVKGC.js";
import {
  medianOf
} from "./chunk-KGUNOPRW.js";
import {
  GROWTH_VERDICTS,
  haveFewerCandidates,
  isKnownAt
} from "./chunk-PK3XEFPR.js";
import {
  ganetiTitle,
  sizeTitle
} from "./chunk-CVHPNJED.js";
import {
  code,
  codeCell,
  difference,
  figures,
  joinedText,
  level,
  percentage,
  table,
  text
} from "./chunk-SAMDT5C3.js";
import {
  ALONG_SYMBOLS,
  AXES,
  ONE,
  SYMBOLS,
  VARIABLES,
  ZERO,
  divide,
  evaluateFormula,
  exponentOf,
  formatFormula,
  formatPowers,
  formula,
  isProportional,
  isZero,
  multiply,
  negate,
  parseFormula,
  power,
  sizeAlong,
  sizeIn,
  subtract,
  totalOf,
  whole
} from "./chunk-SOFWC5QX.js";
import {
  INFORMATIVE_FAMILIES,
  areAllCandidates,
  candidatesOf,
  configurationOptions,
  familyOf
} from "./chunk-SHGZJK5N.js";
import {
  enumeration,
  formatPercentage,
  plural
} from "./chunk-OHF2BV36.js";
import {
  maxOf,
  minOf
} from "./chunk-TSNSTRFB.js";

// src/growth/degree.ts
function degreesOf({ terms }) {
  const most = (variable) => Math.max(0, maxOf(terms.map((term) => exponentOf(term, variable))));
  return {
    nodes: most("nodes"),
    candidates: most("candidates"),
    nodeGroups: most("nodeGroups"),
    instances: most("instances"),
    configInstances: most("configInstances"),
    configNodes: most("configNodes")
  };
}
function growthClass({ terms }) {
  const leading = terms.filter(
    (term) => !terms.some((other) => other !== term && isWithin(term, other))
  );
  return `O(${leading.map(formatPowers).join(" + ") || "1"})`;
}
function degreeChange(before, after) {
  const old = restrict(before, after.fixed);
  const now = restrict(after, before.fixed);
  if (!old || !now) return void 0;
  const [oldText, nowText] = [formatFormula(old), formatFormula(now)];
  if (oldText === nowText) return { kind: "same", sentence: `still ${nowText}` };
  const isWorse2 = outgrows(now, old);
  if (!isWorse2 && !outgrows(old, now)) {
    return { kind: "coefficients", sentence: `${oldText} -> ${nowText}` };
  }
  return { kind: isWorse2 ? "worse" : "better", sentence: sentenceOf(old, now) };
}
function restrict(known, fixed = []) {
  const own = known.fixed ?? [];
  const others = fixed.filter((place) => !own.some((one) => one.variable === place.variable));
  const common = own.filter((place) => fixed.some((one) => one.variable === place.variable));
  const agrees = common.every((place) => fixed.some((one) => isSame(one, place)));
  if (!agrees || others.length > 0 && common.length < own.length) return void 0;
  const terms = known.terms.map((term) => others.reduce(substituted, term));
  const all = [...own, ...others];
  return formula(
    terms,
    VARIABLES.flatMap((variable) => all.filter((place) => place.variable === variable))
  );
}
var isSame = (a, b) => a.variable === b.variable && a.size === b.size;
var substituted = (term, { variable, size }) => ({
  ...term,
  [variable]: 0,
  coefficient: multiply(term.coefficient, power(whole(size), exponentOf(term, variable)))
});
var outgrows = (a, b) => a.terms.some((term) => !isConstant(term) && !b.terms.some((other) => isWithin(term, other)));
var isConstant = (exponents) => VARIABLES.every((variable) => exponentOf(exponents, variable) === 0);
var isWithin = (a, b) => VARIABLES.every((variable) => exponentOf(a, variable) <= exponentOf(b, variable)) || exponentOf(b, "nodeGroups") < 0 && isWithin(a, { ...b, nodes: exponentOf(b, "nodes") - 1, nodeGroups: 0 });
function sentenceOf(old, now) {
  const [before, after] = [degreesOf(old), degreesOf(now)];
  const parts = VARIABLES.filter((variable) => before[variable] !== after[variable]).map(
    (variable) => `${inOne(variable, before)} -> ${inOne(variable, after)} per ${ONE_OF[variable]}`
  );
  return parts.length > 0 ? parts.join(", ") : `${growthClass(old)} -> ${growthClass(now)}`;
}
var ONE_OF = {
  nodes: "node",
  candidates: "master candidate",
  nodeGroups: "node group",
  instances: "instance",
  configInstances: "instance of the configuration",
  configNodes: "node only in the configuration"
};
function inOne(variable, degrees) {
  const exponents = { [variable]: degrees[variable] };
  return `O(${formatPowers(exponents)})`;
}

// src/growth/exactFit.ts
var SPARE_SIZES = 2;

// src/growth/solve.ts
function solve(equations, unknowns) {
  let rest = equations.map(({ left, right }) => [...left, right]);
  let solved = [];
  for (let column = 0; column < unknowns; column++) {
    const pivot = rest.find((row) => !isZero(at(row, column)));
    if (!pivot) continue;
    const unit = pivot.map((value) => divide(value, at(pivot, column)));
    const without = (row) => row.map((value, k) => subtract(value, multiply(at(row, column), at(unit, k))));
    rest = rest.filter((row) => row !== pivot).map(without);
    solved = [...solved.map(without), unit];
  }
  if (rest.some((row) => !isZero(at(row, unknowns)))) return { kind: "none" };
  if (solved.length < unknowns) return { kind: "many" };
  return { kind: "one", values: solved.map((row) => at(row, unknowns)) };
}
var at = (row, k) => row[k] ?? ZERO;

// src/growth/candidates.ts
function fitCandidates(known, points) {
  const told = points.filter((point) => evaluateFormula(known, point) !== void 0);
  const isKnown = told.every((point) => evaluateFormula(known, point) === point.value);
  if (told.length > 0 && isKnown) return { kind: "formula", formula: known };
  const fixed = known.fixed?.find(({ variable }) => variable === "nodes");
  for (const more of [0, 1]) {
    const unknowns = monomials(known, more).filter(
      (one) => !fixed || exponentOf(one, "nodes") === 0
    );
    const lack = lackOf(unknowns, told);
    if (lack !== void 0) return { kind: "not-decided", reason: reasonOf(known, lack) };
    const equations = told.map((point) => {
      const difference2 = point.value - (evaluateFormula(known, point) ?? 0);
      return { left: unknowns.map((one) => valueAt(one, point)), right: whole(difference2) };
    });
    const solutions = solve(equations, unknowns.length);
    if (solutions.kind === "many") {
      const reason2 = reasonOf(known, "the sizes with fewer do not tell nodes and candidates apart");
      return { kind: "not-decided", reason: reason2 };
    }
    if (solutions.kind === "one") {
      const terms = unknowns.flatMap((one, k) => apart(one, solutions.values[k] ?? ONE, fixed));
      return { kind: "formula", formula: formula([...known.terms, ...terms], known.fixed) };
    }
  }
  const reason = reasonOf(known, "no polynomial gives what was counted where fewer are");
  return { kind: "no-formula", reason };
}
function whereAllAre({ terms, fixed }) {
  if (fixed?.some(({ variable }) => variable === "candidates")) return void 0;
  const ofNodes = terms.map((term) => ({
    ...term,
    nodes: exponentOf(term, "nodes") + exponentOf(term, "candidates"),
    candidates: 0
  }));
  const place = fixed?.find(({ variable }) => variable === "nodes");
  return place ? restrict(formula(ofNodes), fixed) : formula(ofNodes, fixed);
}
var reasonOf = (known, rest) => `${formatFormula(known)} holds where all nodes are master candidates; ${rest}`;
function monomials({ terms }, more) {
  const found = /* @__PURE__ */ new Map();
  for (const term of [{}, ...terms]) {
    const degree = exponentOf(term, "nodes") + more;
    for (let i = 0; i <= exponentOf(term, "instances"); i++) {
      for (let n = 0; n < degree; n++) {
        for (let k = 0; n + k < degree; k++) {
          found.set([n, k, i].join(), { nodes: n, candidates: k, instances: i });
        }
      }
    }
  }
  return [...found.values()];
}
function lackOf(unknowns, points) {
  const shapes = distinct(unknowns.map((one) => [one.nodes, one.candidates]));
  const pairs = distinct(points.map((point) => [point.nodes, candidatesOf(point)]));
  const [takes, takesPairs] = [unknowns.length + SPARE_SIZES, shapes + SPARE_SIZES];
  if (points.length >= takes && pairs >= takesPairs) return void 0;
  return `of fewer it takes ${takes} sizes, of ${takesPairs} pairs of nodes and candidates, to be sure, and ${points.length} of ${pairs} were measured`;
}
var distinct = (all) => new Set(all.map((one) => JSON.stringify(one))).size;
function valueAt(exponents, size) {
  const factor = subtract(whole(size.nodes), whole(candidatesOf(size)));
  const powers = ["nodes", "candidates", "instances"].map(
    (variable) => power(whole(sizeIn(size, variable)), exponentOf(exponents, variable))
  );
  return powers.reduce(multiply, factor);
}
function apart(exponents, coefficient, fixed) {
  const { nodes = 0, candidates = 0 } = exponents;
  const ofNodes = fixed ? { ...exponents, coefficient: multiply(coefficient, whole(fixed.size)) } : { ...exponents, nodes: nodes + 1, coefficient };
  return [ofNodes, { ...exponents, candidates: candidates + 1, coefficient: negate(coefficient) }];
}

// src/growth/judgeGrowth.ts
function judgeGrowth(metrics, baseline) {
  if (!baseline) return { judged: 0, changes: [] };
  const learned = new Map(Object.entries(baseline.metrics));
  const judgements = Object.entries(metrics).map(([key, metric]) => {
    const before = learned.get(key);
    if (!before && baseline.derivedFrom) return { hasFormula: false, change: void 0 };
    return judgeByBaseline(key, metric, before, baseline.cluster);
  });
  return {
    judged: judgements.filter(({ hasFormula }) => hasFormula).length,
    changes: judgements.flatMap(({ change }) => change ?? []).sort(worstFirst)
  };
}
var isWorse = ({ verdict }) => verdict === "worse" || verdict === "costlier";
var NOTHING = { hasFormula: false, change: void 0 };
function judgeByBaseline(key, metric, learned, own) {
  if (learned?.kind === "noisy" || !learned && metric.kind === "noisy") return NOTHING;
  const before = formulaOf(learned);
  const isOwn = (size) => VARIABLES.every((variable) => sizeIn(size, variable) === sizeIn(own, variable));
  const over = learned?.over;
  const isMeasured = (size) => isKnownAt(over, size, own);
  return judgeExact(key, metric, {
    growth: learned?.growth,
    isThere: learned !== void 0,
    expectedAt: (size) => {
      if (isOwn(size)) return learned?.value ?? 0;
      return learned && before && isMeasured(size) ? evaluateFormula(before, size) : void 0;
    },
    isKnownAt: isMeasured,
    isOfAllNodes: over === void 0 || !haveFewerCandidates(over),
    otherwise: "not what the baseline counted at its size"
  });
}
function judgeExact(key, metric, known) {
  const { growth, isThere } = known;
  const text2 = isThere ? growth : "0";
  const before = text2 === void 0 ? void 0 : parseFormula(text2);
  const after = metric.growth.kind === "formula" ? parseFormula(metric.growth.formula) : void 0;
  const gaps = gapsOf(metric, known.expectedAt);
  const shared = metric.points.filter(known.isKnownAt ?? (() => true));
  const degree = shared.length > 1 ? degreeOf(before, after, metric, known) : void 0;
  const verdict = verdictOf(gaps, degree);
  const hasFormula = growth !== void 0;
  if (!verdict) return { hasFormula, change: void 0 };
  const at2 = gaps.find((gap) => isUp(verdict) === gap.measured > gap.expected) ?? null;
  const sentence = sentenceOf2(after, known, degree);
  return {
    hasFormula,
    change: {
      key,
      verdict,
      before: growth ?? null,
      after: metric.growth.kind === "formula" ? metric.growth.formula : null,
      sentence: isThere ? sentence : `new: ${sentence.replace(/^O\(1\)/, "0")}`,
      at: at2
    }
  };
}
function degreeOf(before, after, { points }, { isOfAllNodes = false }) {
  const all = isOfAllNodes || points.every(areAllCandidates);
  const [old, now] = [before, after].map((one) => all ? one && whereAllAre(one) : one);
  return old && now && degreeChange(old, now);
}
function formulaOf(learned) {
  const growth = learned?.kind === "exact" ? learned.growth : void 0;
  return growth === void 0 ? void 0 : parseFormula(growth);
}
function gapsOf({ points }, expectedAt) {
  return points.flatMap(({ values, ...size }) => {
    const expected = expectedAt(size);
    if (expected === void 0) return [];
    const [least, most] = [minOf(values), maxOf(values)];
    if (least <= expected && most >= expected) return [];
    return [{ ...size, expected, measured: least > expected ? least : most }];
  }).sort((a, b) => distance(b) - distance(a));
}
var distance = ({ expected, measured }) => Math.abs(measured - expected);
function verdictOf(gaps, degree) {
  if (degree?.kind === "worse") return "worse";
  if (gaps.some(({ expected, measured }) => measured > expected)) return "costlier";
  if (degree?.kind === "better") return "better";
  return gaps.length > 0 ? "cheaper" : void 0;
}
var isUp = (verdict) => verdict === "worse" || verdict === "costlier";
function sentenceOf2(after, { growth, otherwise }, degree) {
  if (degree) return degree.sentence;
  if (growth === void 0) return otherwise;
  return after ? `${growth} said nothing of these sizes` : `no longer ${growth}`;
}
function worstFirst(a, b) {
  return GROWTH_VERDICTS.indexOf(a.verdict) - GROWTH_VERDICTS.indexOf(b.verdict) || (b.at ? distance(b.at) : 0) - (a.at ? distance(a.at) : 0) || (a.key < b.key ? -1 : 1);
}

// src/growth/growthVerdict.ts
function growthVerdict({ workloads, failures }) {
  const counted = workloads.some(({ metrics }) => Object.keys(metrics).length > 0);
  if (workloads.some(({ changes }) => changes.some(isWorse))) return "regression";
  if (!counted || failures.length > 0) return "invalid";
  return workloads.some(({ judged }) => judged > 0) ? "pass" : "neutral";
}

// src/model/plainest.ts
function plainest(sizes) {
  const largest = maxOf(sizes.map(poolOf));
  const pooled = sizes.filter((size) => poolOf(size) === largest);
  const fewest = minOf(pooled.map(groupsOf));
  return pooled.filter((size) => groupsOf(size) === fewest);
}
var poolOf = ({ candidatePool = Infinity }) => candidatePool;
var groupsOf = (size) => sizeIn(size, "nodeGroups");

// src/growth/exponents.ts
var LEAST_DIFFERENCE = 0.1;
var LEAST_RISE = 0.25;
function exponentChange(before, after, sizes) {
  const difference2 = differenceOf(before, after, sizes);
  if (difference2 === 0) return void 0;
  return {
    verdict: difference2 > 0 ? "worse" : "better",
    sentence: `${exponentText(before)} -> ${exponentText(after)}`
  };
}
function exponentText(power2) {
  const symbol = ALONG_SYMBOLS[power2.variable];
  switch (power2.kind) {
    case "flat":
      return "does not grow";
    case "not-decided":
      return "";
    case "square":
      return `${symbol} + ${symbol}^2`;
    case "power":
      return `${symbol}^${power2.exponent.toFixed(2)} \xB1 ${reachOf(power2).toFixed(2)}`;
  }
}
var isGrowth = (power2) => power2.kind === "power" || power2.kind === "square";
function valueAt2(power2, size) {
  if (power2.kind === "power") return power2.fixed + power2.factor * size ** power2.exponent;
  if (power2.kind === "square") return power2.fixed + power2.linear * size + power2.square * size ** 2;
  return void 0;
}
function differenceOf(before, after, sizes) {
  const [old, now] = [exponentOf2(before), exponentOf2(after)];
  if (old && now) {
    const difference2 = now.exponent - old.exponent;
    const needed = 2 * Math.hypot(old.reach, now.reach);
    return Math.abs(difference2) > Math.max(needed, LEAST_DIFFERENCE) ? difference2 : 0;
  }
  if (before.kind === "flat" && now) return rises(after, sizes) ? 1 : 0;
  if (old && after.kind === "flat") return rises(before, sizes) ? -1 : 0;
  return 0;
}
function exponentOf2(power2) {
  if (power2.kind === "power") return { exponent: power2.exponent, reach: reachOf(power2) };
  return power2.kind === "square" ? { exponent: 2, reach: 0 } : void 0;
}
var reachOf = ({ exponent, low, high }) => Math.max(exponent - low, high - exponent);
function rises(power2, [smallest, largest]) {
  const [least, most] = [smallest, largest].map((size) => valueAt2(power2, size));
  return (most ?? 0) > (1 + LEAST_RISE) * (least ?? 0);
}

// src/growth/together.ts
function growTogether(sizes) {
  const count = new Set(sizes.map((size) => JSON.stringify(AXES.map((v) => size[v] ?? 0)))).size;
  const varied = AXES.filter((variable) => axisOf(sizes, variable).length > 1);
  const isPair = varied.join() === "configInstances,configNodes";
  return isPair && varied.every((variable) => axisOf(sizes, variable).length === count) && isProportional(sizes.map(totalOf));
}
var followed = (sizes) => growTogether(sizes) ? ["total"] : AXES.filter((variable) => axisOf(sizes, variable).length > 1);
var axisAlong = (sizes, along) => [...new Set(sizes.map((size) => sizeAlong(size, along)))].toSorted((a, b) => a - b);
function pointsAlong(along, points) {
  const line = along === "total" ? points : lineAlong(along, points);
  return line.toSorted((a, b) => sizeAlong(a, along) - sizeAlong(b, along));
}

// src/report/build/growth/growthTables.ts
var SHOWN_POINTS = 12;
var isGrowing = ({ growth }) => growth.kind === "formula" && growth.class !== "O(1)";
function growingTable({ metrics }) {
  const growing = entriesOf(metrics).filter(([, metric]) => isGrowing(metric)).sort(([, a], [, b]) => riseOf(b) - riseOf(a));
  const [first] = growing;
  if (!first) return void 0;
  const [smallest, largest] = endsOf(first[1]).map(sizeTitle);
  return table(
    ["Metric", "Formula", "Growth", figures(smallest ?? ""), figures(largest ?? "")],
    growing.map(([key, metric]) => {
      const { formula: formula2, class: name } = metric.growth;
      return [codeCell(key), codeCell(formula2), name, ...endValues(metric)];
    }),
    growing.map(([, metric]) => metric.growth.class)
  );
}
function constantsTable(name, metrics) {
  const constant = entriesOf(metrics).filter(
    ([, metric]) => metric.growth.kind === "formula" && !isGrowing(metric)
  );
  const rows = constant.map(([key, { growth }]) => [
    codeCell(key),
    codeCell(growth.formula)
  ]);
  const title = `${name}: does not grow (${rows.length})`;
  return archived(title, ["Metric", "At every size"], rows, "O(1)");
}
function likelyTable({ metrics }) {
  const likely = entriesOf(metrics).flatMap(([key, metric]) => {
    const { growth } = metric;
    const varies = new Set(metric.points.flatMap(({ values }) => values)).size > 1;
    return varies && growth.kind === "not-decided" && growth.likely !== void 0 ? [{ key, metric, formula: growth.likely }] : [];
  });
  if (likely.length === 0) return void 0;
  const rows = likely.toSorted((a, b) => riseOf(b.metric) - riseOf(a.metric)).map(({ key, metric, formula: formula2 }) => [
    codeCell(key),
    codeCell(formula2),
    { text: pointsText(metric) }
  ]);
  return table(
    ["Metric", "Likely", "Measured"],
    rows,
    rows.map(() => "likely")
  );
}
function openTable(metrics, kind, title) {
  const open = entriesOf(metrics).flatMap(
    ([key, metric]) => metric.growth.kind === kind ? [{ key, metric, reason: metric.growth.reason }] : []
  );
  if (open.length === 0) return void 0;
  const rows = open.map(({ key, metric, reason }) => [
    codeCell(key),
    { text: pointsText(metric) },
    reason
  ]);
  return {
    title: title(open.length),
    prominence: kind === "no-formula" ? "detail" : "archive",
    blocks: [
      table(
        ["Metric", "Measured", "Why"],
        rows,
        rows.map(() => kind === "no-formula" ? "no formula" : "not decided")
      )
    ]
  };
}
function fitsTable(name, metrics) {
  const hasExponents = Object.values(metrics).some(
    ({ growth }) => growth.kind === "fit" && growth.powers !== void 0
  );
  const rows = entriesOf(metrics).flatMap(([key, metric]) => {
    if (metric.growth.kind !== "fit") return [];
    const fit = metric.growth;
    const { perNode, perConfigNode, perInstance, perConfigInstance, rms, relative } = fit;
    const { unit } = metric;
    const [smallest = "", largest = ""] = endValues(metric);
    return [
      [
        codeCell(key),
        growthPer(perNode ?? perConfigNode ?? null, unit),
        growthPer(perInstance ?? perConfigInstance ?? null, unit),
        smallest,
        largest,
        level(rms, unit),
        relative === null ? "" : percentage(relative),
        ...hasExponents ? [(fit.powers ?? []).map(powerWords).join("; ")] : []
      ]
    ];
  });
  const columns = [
    "Metric",
    ...["Per node", "Per instance", "Smallest", "Largest", "Off by", "Relative"].map(figures),
    ...hasExponents ? ["Exponent"] : []
  ];
  return archived(
    `${name}: varies, with the nearest line (${rows.length})`,
    columns,
    rows,
    "varies"
  );
}
var powerWords = (power2) => power2.kind === "not-decided" ? `${ALONG_SYMBOLS[power2.variable]}: ${power2.reason}` : exponentText(power2);
function archived(title, columns, rows, facet) {
  if (rows.length === 0) return void 0;
  const facets = rows.map(() => facet);
  return { title, prominence: "archive", blocks: [table(columns, rows, facets)] };
}
var entriesOf = (metrics) => Object.entries(metrics).sort(([a], [b]) => a < b ? -1 : 1);
function riseOf(metric) {
  const [smallest, largest] = endsOf(metric);
  if (!smallest || !largest) return 0;
  return valueOf(largest, metric.unit) - valueOf(smallest, metric.unit);
}
var growthPer = (value, unit) => value === null ? level(null, unit) : difference(0, value, unit);
var endValues = (metric) => endsOf(metric).map((point) => level(valueOf(point, metric.unit), metric.unit));
function endsOf({ points }) {
  const sorted = points.toSorted(
    (a, b) => VARIABLES.map((v) => sizeIn(a, v) - sizeIn(b, v)).find((step) => step !== 0) ?? 0
  );
  return [sorted[0], sorted.at(-1)].filter((point) => point !== void 0);
}
var valueOf = ({ values }, unit) => medianOf(values, unit);
function pointsText({ points, unit }) {
  const hasFewer = !points.every(areAllCandidates);
  const varied = VARIABLES.filter(
    (variable) => axisOf(points, variable).length > 1 && (variable !== "candidates" || hasFewer)
  );
  const named = varied.length > 0 ? varied : ["nodes"];
  const shown = points.slice(0, SHOWN_POINTS).map((point) => {
    const size = named.map((variable) => `${SYMBOLS[variable]} = ${sizeIn(point, variable)}`);
    return [`${size.join(" ")}: `, level(valueOf(point, unit), unit)];
  });
  const rest = points.length - shown.length;
  return joinedText([...shown, ...rest > 0 ? [[`${rest} more`]] : []], ", ");
}

// src/report/build/growth/growthCharts.ts
var LINES = 6;
var CHARTS = 20;
var CURVE_POINTS = 40;
var OTHER = {
  nodes: "instances",
  instances: "nodes",
  configInstances: "nodes",
  configNodes: "instances",
  total: "instances"
};
var WORDS = {
  nodes: "nodes",
  instances: "instances",
  configInstances: "instances of the configuration",
  configNodes: "nodes only in the configuration",
  total: "nodes in all, instances in proportion"
};
function sizeWords(variable, size) {
  switch (variable) {
    case "configInstances":
      return `${size} more in the configuration`;
    case "configNodes":
      return `${plural(size, "node")} only in the configuration`;
    case "total":
      return `${plural(size, "node")} in all`;
    case "nodes":
    case "instances":
      return plural(size, variable.slice(0, -1));
  }
}
function growthCharts({ metrics }) {
  const growing = steepest(entriesOf(metrics).filter(([, metric]) => isGrowing(metric)));
  const points = plainest(growing[0]?.[1].points ?? []);
  return followed(points).flatMap((variable) => {
    const sizes = axisAlong(points, variable);
    const other = otherOf(variable, points);
    const most = axisAlong(points, other).at(-1) ?? 0;
    const series = growing.map(([key, metric]) => lineOf(key, metric, { variable, sizes, other, at: most })).filter(({ values }) => new Set(values).size > 1).slice(0, LINES);
    if (series.length === 0) return [];
    const title = `What grows most with ${WORDS[variable]}, at ${sizeWords(other, most)}`;
    const x = { title: WORDS[variable], values: sizes };
    return [{ kind: "chart", title, unit: "count", x, series }];
  });
}
var otherOf = (variable, points) => followed(points).find((other) => other !== variable) ?? OTHER[variable];
function metricCharts(name, metrics, kind, beside = {}) {
  const varied = entriesOf(metrics).filter(
    ([, metric]) => metric.kind === kind && new Set(allValues(metric)).size > 1
  );
  const charts = steepest(varied).flatMap(
    ([key, metric]) => chartOf(key, metric, beside[key]) ?? []
  );
  const what = kind === "exact" ? "plots of growth" : "plots of what varies";
  return portionsOf(charts).map(({ first, portion }) => {
    const some = charts.length > CHARTS ? `${first} to ${first + portion.length - 1} of ` : "";
    const title = `${name}: ${what} (${some}${charts.length})`;
    return { title, prominence: "archive", blocks: portion };
  });
}
function portionsOf(charts) {
  return Array.from({ length: Math.ceil(charts.length / CHARTS) }, (_, k) => ({
    first: k * CHARTS + 1,
    portion: charts.slice(k * CHARTS, (k + 1) * CHARTS)
  }));
}
function chartOf(key, metric, beside) {
  const points = plainest(metric.points);
  const varied = followed(points);
  const variable = varied.find((one) => one === "configInstances") ?? varied[0];
  if (variable === void 0) return void 0;
  const sizes = axisAlong(points, variable);
  const other = otherOf(variable, points);
  const others = spread(axisAlong(points, other), beside ? LINES / 2 : LINES);
  const series = others.flatMap((at2) => {
    const name = sizeWords(other, at2);
    const line = { variable, sizes, other, at: at2 };
    return [
      lineOf(name, metric, line),
      ...beside ? [lineOf(`${name} (against)`, beside, line)] : []
    ];
  });
  const x = { title: WORDS[variable], values: sizes };
  return { kind: "chart", title: key, unit: metric.unit, x, series };
}
function lineOf(name, metric, line) {
  const { variable, sizes, other, at: at2 } = line;
  const values = sizes.map((size) => {
    const point = plainest(metric.points).find(
      (p) => sizeAlong(p, variable) === size && sizeAlong(p, other) === at2
    );
    return point ? valueOf(point, metric.unit) : null;
  });
  const formula2 = formulaOf2(metric, line);
  return { name, values, ...formula2 && { formula: formula2 } };
}
function formulaOf2(metric, line) {
  const { sizes } = line;
  const law = lawOf(metric, line);
  const [first = 0, last = 0] = [sizes[0], sizes.at(-1)];
  if (!law) return void 0;
  const step = Math.max(1, Math.ceil((last - first) / CURVE_POINTS));
  const steps = Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, k) => first + k * step
  );
  const at2 = [.../* @__PURE__ */ new Set([...steps, ...sizes])].sort((a, b) => a - b);
  const points = at2.flatMap((size) => {
    const value = law.at(size);
    return value === void 0 ? [] : [[size, value]];
  });
  return points.length > 1 ? { text: law.text, points } : void 0;
}
function lawOf({ growth, points }, { variable, other, at: at2 }) {
  if (growth.kind === "formula") {
    const formula2 = parseFormula(growth.formula);
    const [any] = plainest(points);
    if (!formula2 || !any) return void 0;
    const { nodes, instances, candidatePool, nodeGroups } = any;
    const line = { nodes, instances, candidatePool, nodeGroups, [other]: at2 };
    const place = (size) => ({ ...line, [variable]: size });
    return { text: growth.formula, at: (size) => evaluateFormula(formula2, place(size)) };
  }
  if (growth.kind !== "fit" || at2 !== axisAlong(points, other).at(-1)) return void 0;
  const power2 = growth.powers?.find((one) => one.variable === variable);
  if (power2?.kind !== "power" && power2?.kind !== "square") return void 0;
  return { text: exponentText(power2), at: (size) => valueAt2(power2, size) };
}
var allValues = ({ points, unit }) => points.map((point) => valueOf(point, unit));
var steepest = (metrics) => metrics.toSorted(([, a], [, b]) => Math.abs(riseOf(b)) - Math.abs(riseOf(a)));
function spread(sizes, lines) {
  if (sizes.length <= lines) return sizes;
  const step = (sizes.length - 1) / (lines - 1);
  return Array.from({ length: lines }, (_, k) => sizes[Math.round(k * step)] ?? 0);
}

// src/growth/decides.ts
var decides = (key) => natureOf(key) !== "waiting" && !INFORMATIVE_FAMILIES.has(familyOf(key));

// src/report/build/growth/growthHeadline.ts
function growthHeadline(growth) {
  const { workloads, failures } = growth;
  const judged = workloads.reduce((sum, workload) => sum + workload.judged, 0);
  const names = enumeration(workloads.map(({ name }) => name));
  switch (growthVerdict(growth)) {
    case "regression":
      return { status: "bad", title: "Regression", verdict: worst(workloads) };
    case "invalid": {
      const verdict = failures.length > 0 ? `${plural(failures.length, "size")} of the cluster could not be measured` : "nothing was counted";
      return { status: "invalid", title: "Not a valid measurement", verdict: [verdict] };
    }
    case "pass": {
      const better = workloads.reduce((sum, { changes }) => sum + changes.length, 0);
      const gain = better > 0 ? `, ${plural(better, "metric")} better` : "";
      const what = growth.against ? "the growth in the other Ganeti" : "a formula";
      const words = `${plural(judged, "metric")} of ${names} held against ${what}${gain}`;
      return { status: "good", title: "No regression", verdict: [words] };
    }
    case "neutral": {
      const found = workloads.flatMap(
        ({ metrics }) => Object.values(metrics).filter((metric) => metric.growth.kind === "formula")
      );
      const powers = workloads.flatMap(
        ({ metrics }) => Object.entries(metrics).filter(([key, metric]) => decides(key) && hasPower(metric))
      );
      const exponents = powers.length > 0 ? ` and ${plural(powers.length, "exponent")}` : "";
      const what = `${plural(found.length, "formula")}${exponents} found for ${names}`;
      const words = `${what}; ${growth.against ? "none is of both" : "the baselines hold none"}`;
      return { status: "neutral", title: "Growth", verdict: [words] };
    }
  }
}
var hasPower = ({ growth }) => growth.kind === "fit" && (growth.powers ?? []).some(isGrowth);
function worst(workloads) {
  const worse = workloads.flatMap(
    ({ name, changes }) => changes.filter(isWorse).map((change) => ({ name, change }))
  );
  const degree = worse.filter(({ change }) => change.verdict === "worse");
  const [first] = degree.length > 0 ? degree : worse;
  if (!first) return [];
  const { key, sentence } = first.change;
  const others = worse.length > 1 ? `; ${worse.length - 1} more` : "";
  return [`${first.name}: `, { code: key }, ` ${sentence}${others}`];
}

// src/report/build/growth/powerSection.ts
var CHARTS2 = 6;
var ONE_OF2 = {
  nodes: "nodes",
  instances: "instances",
  configInstances: "the configuration",
  configNodes: "nodes only in the configuration",
  total: "size in all"
};
function powerSection({ name, metrics }, against) {
  const beside = against?.workloads.find((workload) => workload.name === name)?.metrics;
  const grown = entriesOf(metrics).filter(([key, metric]) => decides(key) && (grows(metric) || grows(beside?.[key]))).sort(([, a], [, b]) => riseOf(b) - riseOf(a));
  if (grown.length === 0) return [];
  const rows = grown.flatMap(
    ([key, metric]) => powersOf(metric).map((power2) => [key, metric, power2])
  );
  const charts = grown.slice(0, CHARTS2).flatMap(([key, metric]) => chartOf(key, metric, beside?.[key]) ?? []);
  const title = `${name}: what varies, and grows (${plural(grown.length, "metric")})`;
  const blocks = [powersTable(rows, beside), ...charts];
  return [{ title, prominence: "headline", aside: true, blocks }];
}
function powersTable(rows, beside) {
  const columns = [
    "Metric",
    "With",
    "Growth",
    ...beside ? ["Against"] : [],
    ...["Fixed part", "Smallest", "Largest", "Off by"].map(figures)
  ];
  return table(
    columns,
    rows.map(([key, metric, power2]) => {
      const { variable } = power2;
      const line = pointsAlong(variable, plainest(metric.points));
      const [first, last] = [line[0], line.at(-1)].map(
        (point) => level(point ? valueOf(point, metric.unit) : null, metric.unit)
      );
      const other = powersOf(beside?.[key]).find((one) => one.variable === variable);
      const none = level(null, metric.unit);
      return [
        codeCell(key),
        ONE_OF2[variable],
        growthWords(power2, metric),
        ...beside ? [other ? growthWords(other, metric) : ""] : [],
        isGrowth(power2) ? level(power2.fixed, metric.unit) : none,
        first ?? none,
        last ?? none,
        isGrowth(power2) ? percentage(power2.off) : none
      ];
    }),
    rows.map(([, , { kind }]) => kind)
  );
}
function growthWords(power2, { points }) {
  if (power2.kind === "not-decided") return `not decided: ${power2.reason}`;
  if (power2.kind !== "square") return exponentText(power2);
  const largest = axisAlong(points, power2.variable).at(-1) ?? 0;
  const part = power2.square * largest ** 2 / (valueAt2(power2, largest) ?? 1);
  return `${exponentText(power2)}, the square ${formatPercentage(part)} at the largest`;
}
var grows = (metric) => powersOf(metric).some(isGrowth);
var powersOf = (metric) => metric?.growth.kind === "fit" ? metric.growth.powers ?? [] : [];

// src/report/build/growth/growthReport.ts
function growthReport(growth) {
  const { ganeti, grid, workloads, environment, against } = growth;
  const sizes = sizesWords(grid).join("; ");
  const beside = (name) => against?.workloads.find((w) => w.name === name)?.metrics;
  const versus = against ? `, held against ${ganetiTitle(against.ganeti)}` : "";
  return {
    ...growthHeadline(growth),
    worst: worstLines(workloads),
    context: [`${ganetiTitle(ganeti)}${versus}; ${sizes}; ${grid.diskTemplate}`],
    sections: [
      ...changesSection(growth),
      ...failuresSection(growth),
      ...workloads.flatMap(growingSection),
      ...workloads.flatMap((workload) => powerSection(workload, against)),
      ...remedySection(growth),
      ...workloads.flatMap(foldedSections),
      ...workloads.flatMap(
        ({ name, metrics }) => metricCharts(name, metrics, "noisy", beside(name))
      ),
      ...environmentSection(environment)
    ]
  };
}
function sizesWords(grid) {
  const { nodes, instances, candidatePool, nodeGroups, configInstances, configBare } = grid;
  const { configNodes = [], together } = grid;
  const bare = configBare ? " without disks and NICs" : "";
  if (together) {
    const totals = sizesOf(grid).map(totalOf);
    return [
      `${totals.map((size) => `${size.nodes}x${size.instances}`).join(", ")} nodes by instances in all`,
      `of these ${nodes.join()} nodes and ${instances.join()} instances are driven, and the others only in the configuration${bare}`
    ];
  }
  return [
    `${nodes.join(", ")} nodes`,
    `${instances.join(", ")} instances`,
    ...candidatePool === void 0 ? [] : [`pools of ${candidatePool.join(", ")} master candidates`],
    ...nodeGroups === void 0 ? [] : [`${nodeGroups.join(", ")} node groups`],
    ...configInstances === void 0 ? [] : [`${configInstances.join(", ")} stopped ones in the configuration${bare}`],
    ...configNodes.length === 0 ? [] : [`${configNodes.join(", ")} nodes only in the configuration`]
  ];
}
function changesSection({ workloads, against }) {
  const rows = workloads.flatMap(
    ({ name, metrics, changes }) => changes.map((change) => {
      const unit = metrics[change.key]?.unit ?? "count";
      const { at: at2 } = change;
      return [
        name,
        codeCell(change.key),
        change.sentence,
        at2 ? level(at2.expected, unit) : "",
        at2 ? level(at2.measured, unit) : "",
        at2 ? difference(at2.expected, at2.measured, unit) : "",
        at2 ? sizeTitle(at2) : "",
        { text: [VERDICTS[change.verdict]], severity: isWorse(change) ? "bad" : "good" }
      ];
    })
  );
  if (rows.length === 0) return [];
  const columns = [
    "Workload",
    "Metric",
    "Growth",
    figures("Expected"),
    figures("Measured"),
    figures("Difference"),
    { title: "At", align: "left", optional: true },
    "Verdict"
  ];
  const title = against ? "Not as in the other Ganeti" : "Not as the baselines say";
  const facets = workloads.flatMap(
    ({ changes }) => changes.map(({ verdict }) => VERDICTS[verdict])
  );
  return [{ title, prominence: "headline", aside: true, blocks: [table(columns, rows, facets)] }];
}
function worstLines(workloads) {
  const all = workloads.flatMap(
    ({ name, metrics, changes }) => changes.map((change) => ({ name, change, unit: metrics[change.key]?.unit ?? "count" }))
  );
  const worse = all.filter(({ change }) => isWorse(change));
  return [...worse, ...all.filter(({ change }) => !isWorse(change))].slice(0, WORST).map((one) => {
    const { at: at2, key, sentence, verdict } = one.change;
    const numbers = at2 ? [
      "; ",
      level(at2.expected, one.unit),
      " \u2192 ",
      level(at2.measured, one.unit),
      ` at ${sizeTitle(at2)}`
    ] : [];
    return [{ code: key }, ` in ${one.name} (${VERDICTS[verdict]}): ${sentence}`, ...numbers];
  });
}
var WORST = 5;
var VERDICTS = {
  worse: "grows faster",
  costlier: "costs more",
  better: "grows slower",
  cheaper: "costs less"
};
function failuresSection({ failures }) {
  if (failures.length === 0) return [];
  const rows = failures.map(({ reason, ...size }) => [sizeTitle(size), reason]);
  const columns = ["Size", "Why"];
  return [{ title: "Not measured", prominence: "headline", blocks: [table(columns, rows)] }];
}
var LIKELY = "These formulas give every value, but too few sizes were measured to be sure of them; nothing is judged by them, and none is kept. A line takes four sizes, a square five: name one or two more.";
function growingSection(workload) {
  const grows2 = growingTable(workload);
  const likely = likelyTable(workload);
  const blocks = [
    ...grows2 ? [grows2, ...growthCharts(workload)] : [],
    ...likely ? [text(LIKELY), likely] : [],
    ...grows2 || likely ? [] : [text("Nothing in it grows by a formula.")]
  ];
  return [{ title: `${workload.name}: what grows`, prominence: "headline", aside: true, blocks }];
}
function foldedSections({ name, metrics }) {
  const sections = [
    openTable(metrics, "no-formula", (count) => `${name}: no formula (${count})`),
    openTable(metrics, "not-decided", (count) => `${name}: not decided (${count})`),
    ...metricCharts(name, metrics, "exact"),
    constantsTable(name, metrics),
    fitsTable(name, metrics)
  ];
  return sections.filter((section) => section !== void 0);
}
function remedySection(growth) {
  if (growth.failures.length > 0 || growth.workloads.length === 0) return [];
  const verdict = growthVerdict(growth);
  const changed = growth.workloads.some(({ changes }) => changes.length > 0);
  if (verdict === "pass" && !changed) return [];
  const { ganeti, grid, environment, workloads, against } = growth;
  const lists = [grid.configInstances ?? [], grid.configNodes ?? []];
  if (against || lists.some(({ length }) => length > 1)) return [];
  const [configInstances = 0, configNodes = 0] = lists.flatMap(([size = 0]) => size);
  const options = [
    ["--nodes", grid.nodes.join(",")],
    ["--instances", grid.instances.join(",")],
    grid.candidatePool ? ["--candidate-pool", grid.candidatePool.join(",")] : [],
    grid.nodeGroups ? ["--node-groups", grid.nodeGroups.join(",")] : [],
    configurationOptions({
      diskTemplate: grid.diskTemplate,
      ...configInstances > 0 && { configInstances },
      ...grid.configBare && { configBare: true },
      ...configNodes > 0 && { configNodes }
    }),
    ganeti.source === "debian:bookworm" ? [] : ["--ganeti", ganeti.source === "source" ? "source:DIR" : ganeti.source],
    // Which folder it was only its owner knows.
    Object.hasOwn(environment, "overlay") ? ["--overlay", "DIR"] : [],
    ...workloads.map(({ name }) => ["--workload", name]),
    ["--accept"]
  ];
  const command = ["npm run perf -- scale", ...options.flat().map(shellWord)].join(" ");
  const say = verdict === "neutral" ? "To write the formulas into the baselines, and commit them:" : "To accept how it grows now, write the formulas into the baselines and commit them:";
  return [{ title: "What to do", prominence: "detail", blocks: [text(say), code(command)] }];
}

export {
  degreesOf,
  growthClass,
  SPARE_SIZES,
  solve,
  fitCandidates,
  whereAllAre,
  judgeGrowth,
  NOTHING,
  judgeExact,
  worstFirst,
  growthVerdict,
  plainest,
  exponentChange,
  exponentText,
  growTogether,
  followed,
  axisAlong,
  pointsAlong,
  decides,
  growthReport
};
