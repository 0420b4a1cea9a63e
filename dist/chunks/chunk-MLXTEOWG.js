import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  axisOf
} from "./chunk-XFB76KZB.js";
import {
  environmentSection
} from "./chunk-UJV7G4UM.js";
import {
  shellWord
} from "./chunk-FOP6R44Y.js";
import {
  GROWTH_VERDICTS,
  evaluateFormula,
  formatFormula,
  formatPowers,
  formula,
  medianOf,
  multiply,
  parseFormula,
  power,
  whole
} from "./chunk-OXJKO5GU.js";
import {
  configurationTitle,
  ganetiTitle
} from "./chunk-GMCW5A7Q.js";
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
} from "./chunk-24JLUGNP.js";
import {
  configurationOptions
} from "./chunk-F6DOSCOQ.js";
import {
  enumeration,
  plural
} from "./chunk-G2KZW3ZY.js";

// src/growth/degree.ts
function degreesOf({ terms }) {
  return {
    nodes: Math.max(0, ...terms.map(({ nodes }) => nodes)),
    instances: Math.max(0, ...terms.map(({ instances }) => instances))
  };
}
function growthClass({ terms }) {
  const leading = terms.filter(
    (term) => !terms.some((other) => other !== term && isWithin(term, other))
  );
  return `O(${leading.map(formatPowers).filter(Boolean).join(" + ") || "1"})`;
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
function restrict(known, fixed) {
  if (!fixed) return known;
  if (known.fixed) {
    const { variable, size } = known.fixed;
    return variable === fixed.variable && size === fixed.size ? known : void 0;
  }
  const terms = known.terms.map((term) => ({
    ...term,
    [fixed.variable]: 0,
    coefficient: multiply(term.coefficient, power(whole(fixed.size), term[fixed.variable]))
  }));
  return formula(terms, fixed);
}
var outgrows = (a, b) => a.terms.some((term) => !isConstant(term) && !b.terms.some((other) => isWithin(term, other)));
var isConstant = ({ nodes, instances }) => nodes === 0 && instances === 0;
var isWithin = (a, b) => a.nodes <= b.nodes && a.instances <= b.instances;
function sentenceOf(old, now) {
  const [before, after] = [degreesOf(old), degreesOf(now)];
  const parts = ["nodes", "instances"].filter((variable) => before[variable] !== after[variable]).map(
    (variable) => `${inOne(variable, before)} -> ${inOne(variable, after)} per ${variable.slice(0, -1)}`
  );
  return parts.length > 0 ? parts.join(", ") : `${growthClass(old)} -> ${growthClass(now)}`;
}
function inOne(variable, degrees) {
  const exponents = { nodes: 0, instances: 0, [variable]: degrees[variable] };
  return `O(${formatPowers(exponents) || "1"})`;
}

// src/growth/judgeGrowth.ts
function judgeGrowth(metrics, baseline) {
  if (!baseline) return { judged: 0, changes: [] };
  const learned = new Map(Object.entries(baseline.metrics));
  const judgements = Object.entries(metrics).map(([key, metric]) => {
    const before = learned.get(key);
    if (!before && baseline.derivedFrom) return { hasFormula: false, change: void 0 };
    return judgeMetric(key, metric, before, baseline.cluster);
  });
  return {
    judged: judgements.filter(({ hasFormula }) => hasFormula).length,
    changes: judgements.flatMap(({ change }) => change ?? []).sort(worstFirst)
  };
}
var isWorse = ({ verdict }) => verdict === "worse" || verdict === "costlier";
function judgeMetric(key, metric, learned, own) {
  const nothing = { hasFormula: false, change: void 0 };
  if (learned?.kind === "noisy" || !learned && metric.kind === "noisy") return nothing;
  const before = formulaOf(learned);
  const after = metric.growth.kind === "formula" ? parseFormula(metric.growth.formula) : void 0;
  const expected = (size) => size.nodes === own.nodes && size.instances === own.instances ? learned?.value ?? 0 : learned && before && evaluateFormula(before, size);
  const gaps = gapsOf(metric, expected);
  const degree = before && after && degreeChange(before, after);
  const verdict = verdictOf(gaps, degree);
  const hasFormula = learned?.growth !== void 0;
  if (!verdict) return { hasFormula, change: void 0 };
  const at = gaps.find((gap) => isUp(verdict) === gap.measured > gap.expected) ?? null;
  return {
    hasFormula,
    change: {
      key,
      verdict,
      before: learned?.growth ?? null,
      after: metric.growth.kind === "formula" ? metric.growth.formula : null,
      sentence: learned ? sentenceOf2(before, after, learned.growth, degree) : `new: ${sentenceOf2(before, after, void 0, degree).replace(/^O\(1\)/, "0")}`,
      at
    }
  };
}
function formulaOf(learned) {
  if (!learned) return parseFormula("0");
  const growth = learned.kind === "exact" ? learned.growth : void 0;
  return growth === void 0 ? void 0 : parseFormula(growth);
}
function gapsOf({ points }, expectedAt) {
  return points.flatMap(({ nodes, instances, values }) => {
    const expected = expectedAt({ nodes, instances });
    if (expected === void 0) return [];
    const [least, most] = [Math.min(...values), Math.max(...values)];
    if (least <= expected && most >= expected) return [];
    return [{ nodes, instances, expected, measured: least > expected ? least : most }];
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
function sentenceOf2(before, after, text2, degree) {
  if (degree) return degree.sentence;
  if (before && text2 !== void 0) {
    return after ? `${text2} said nothing of these sizes` : `no longer ${text2}`;
  }
  return "not what the baseline counted at its size";
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
  const rows = entriesOf(metrics).flatMap(([key, metric]) => {
    if (metric.growth.kind !== "fit") return [];
    const { perNode, perInstance, rms, relative } = metric.growth;
    const { unit } = metric;
    const [smallest = "", largest = ""] = endValues(metric);
    return [
      [
        codeCell(key),
        growthPer(perNode, unit),
        growthPer(perInstance, unit),
        smallest,
        largest,
        level(rms, unit),
        relative === null ? "" : percentage(relative)
      ]
    ];
  });
  const columns = [
    "Metric",
    ...["Per node", "Per instance", "Smallest", "Largest", "Off by", "Relative"].map(figures)
  ];
  return archived(
    `${name}: varies, with the nearest line (${rows.length})`,
    columns,
    rows,
    "varies"
  );
}
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
  const sorted = points.toSorted((a, b) => a.nodes - b.nodes || a.instances - b.instances);
  return [sorted[0], sorted.at(-1)].filter((point) => point !== void 0);
}
var valueOf = ({ values }, unit) => medianOf(values, unit);
var sizeTitle = ({ nodes, instances }) => `${plural(nodes, "node")}, ${plural(instances, "instance")}`;
function pointsText({ points, unit }) {
  const several = (sizes) => new Set(sizes).size > 1;
  const [nodesVary, instancesVary] = [
    several(points.map(({ nodes }) => nodes)),
    several(points.map(({ instances }) => instances))
  ];
  const shown = points.slice(0, SHOWN_POINTS).map((point) => {
    const size = [
      ...nodesVary || !instancesVary ? [`n = ${point.nodes}`] : [],
      ...instancesVary ? [`i = ${point.instances}`] : []
    ].join(" ");
    return [`${size}: `, level(valueOf(point, unit), unit)];
  });
  const rest = points.length - shown.length;
  return joinedText([...shown, ...rest > 0 ? [[`${rest} more`]] : []], ", ");
}

// src/report/build/growth/growthCharts.ts
var LINES = 6;
var CHARTS = 20;
var CURVE_POINTS = 40;
var OTHER = { nodes: "instances", instances: "nodes" };
function growthCharts({ metrics }) {
  const growing = steepest(entriesOf(metrics).filter(([, metric]) => isGrowing(metric)));
  return ["nodes", "instances"].flatMap((variable) => {
    const [[, first] = []] = growing;
    const sizes = first ? axisOf(first.points, variable) : [];
    const most = Math.max(...axisOf(first?.points ?? [], OTHER[variable]));
    if (sizes.length < 2) return [];
    const series = growing.map(([key, metric]) => lineOf(key, metric, variable, sizes, most)).filter(({ values }) => new Set(values).size > 1).slice(0, LINES);
    if (series.length === 0) return [];
    const title = `What grows most with ${variable}, at ${plural(most, OTHER[variable].slice(0, -1))}`;
    return [{ kind: "chart", title, unit: "count", x: { title: variable, values: sizes }, series }];
  });
}
function metricCharts(name, metrics, kind) {
  const varied = entriesOf(metrics).filter(
    ([, metric]) => metric.kind === kind && new Set(allValues(metric)).size > 1
  );
  const charts = steepest(varied).flatMap(([key, metric]) => chartOf(key, metric) ?? []);
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
function chartOf(key, metric) {
  const variable = axisOf(metric.points, "nodes").length > 1 ? "nodes" : "instances";
  const sizes = axisOf(metric.points, variable);
  if (sizes.length < 2) return void 0;
  const others = spread(axisOf(metric.points, OTHER[variable]));
  const series = others.map((size) => {
    const name = plural(size, OTHER[variable].slice(0, -1));
    return lineOf(name, metric, variable, sizes, size);
  });
  return {
    kind: "chart",
    title: key,
    unit: metric.unit,
    x: { title: variable, values: sizes },
    series
  };
}
function lineOf(name, metric, variable, sizes, other) {
  const values = sizes.map((size) => {
    const point = metric.points.find((p) => p[variable] === size && p[OTHER[variable]] === other);
    return point ? valueOf(point, metric.unit) : null;
  });
  const formula2 = formulaOf2(metric, variable, sizes, other);
  return { name, values, ...formula2 && { formula: formula2 } };
}
function formulaOf2({ growth }, variable, sizes, other) {
  const formula2 = growth.kind === "formula" ? parseFormula(growth.formula) : void 0;
  const [first = 0, last = 0] = [sizes[0], sizes.at(-1)];
  if (growth.kind !== "formula" || !formula2) return void 0;
  const step = Math.max(1, Math.ceil((last - first) / CURVE_POINTS));
  const steps = Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, k) => first + k * step
  );
  const at = [.../* @__PURE__ */ new Set([...steps, ...sizes])].sort((a, b) => a - b);
  const points = at.flatMap((size) => {
    const place = variable === "nodes" ? { nodes: size, instances: other } : { nodes: other, instances: size };
    const value = evaluateFormula(formula2, place);
    return value === void 0 ? [] : [[size, value]];
  });
  return points.length > 1 ? { text: growth.formula, points } : void 0;
}
var allValues = ({ points, unit }) => points.map((point) => valueOf(point, unit));
var steepest = (metrics) => metrics.toSorted(([, a], [, b]) => Math.abs(riseOf(b)) - Math.abs(riseOf(a)));
function spread(sizes) {
  if (sizes.length <= LINES) return sizes;
  const step = (sizes.length - 1) / (LINES - 1);
  return Array.from({ length: LINES }, (_, k) => sizes[Math.round(k * step)] ?? 0);
}

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
      const words = `${plural(judged, "metric")} of ${names} held against a formula${gain}`;
      return { status: "good", title: "No regression", verdict: [words] };
    }
    case "neutral": {
      const found = workloads.flatMap(
        ({ metrics }) => Object.values(metrics).filter((metric) => metric.growth.kind === "formula")
      );
      const words = `${plural(found.length, "formula")} found for ${names}; the baselines hold none`;
      return { status: "neutral", title: "Growth", verdict: [words] };
    }
  }
}
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

// src/report/build/growth/growthReport.ts
function growthReport(growth) {
  const { ganeti, grid, workloads, environment } = growth;
  const sizes = [
    `${grid.nodes.join(", ")} nodes`,
    `${grid.instances.join(", ")} instances`,
    ...configurationTitle(grid)
  ].join("; ");
  return {
    ...growthHeadline(growth),
    worst: worstLines(workloads),
    context: [`${ganetiTitle(ganeti)}; ${sizes}; ${grid.diskTemplate}`],
    sections: [
      ...changesSection(workloads),
      ...failuresSection(growth),
      ...workloads.flatMap(growingSection),
      ...remedySection(growth),
      ...workloads.flatMap(foldedSections),
      ...workloads.flatMap(({ name, metrics }) => metricCharts(name, metrics, "noisy")),
      ...environmentSection(environment)
    ]
  };
}
function changesSection(workloads) {
  const rows = workloads.flatMap(
    ({ name, metrics, changes }) => changes.map((change) => {
      const unit = metrics[change.key]?.unit ?? "count";
      const { at } = change;
      return [
        name,
        codeCell(change.key),
        change.sentence,
        at ? level(at.expected, unit) : "",
        at ? level(at.measured, unit) : "",
        at ? difference(at.expected, at.measured, unit) : "",
        at ? `${plural(at.nodes, "node")}, ${plural(at.instances, "instance")}` : "",
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
  const title = "Not as the baselines say";
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
    const { at, key, sentence, verdict } = one.change;
    const size = at ? `${plural(at.nodes, "node")} and ${plural(at.instances, "instance")}` : "";
    const numbers = at ? ["; ", level(at.expected, one.unit), " \u2192 ", level(at.measured, one.unit), ` at ${size}`] : [];
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
  const rows = failures.map(({ nodes, instances, reason }) => [
    level(nodes, "count"),
    level(instances, "count"),
    reason
  ]);
  const columns = [figures("Nodes"), figures("Instances"), "Why"];
  return [{ title: "Not measured", prominence: "headline", blocks: [table(columns, rows)] }];
}
function growingSection(workload) {
  const grows = growingTable(workload);
  const blocks = grows ? [grows, ...growthCharts(workload)] : [text("Nothing in it grows by a formula.")];
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
  const { ganeti, grid, environment, workloads } = growth;
  const options = [
    ["--nodes", grid.nodes.join(",")],
    ["--instances", grid.instances.join(",")],
    configurationOptions(grid),
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
  judgeGrowth,
  growthVerdict,
  growthReport
};
