import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  padded,
  truncate,
  widthOf
} from "./chunk-WBLOP3OH.js";
import {
  terminalText
} from "./chunk-2LMAZ52R.js";
import {
  PROFILED_DAEMONS,
  WorkloadNameSchema
} from "./chunk-IQUKULMR.js";
import {
  EnvironmentSchema,
  GanetiSchema,
  TopologySchema,
  _enum,
  array,
  int,
  literal,
  number,
  strictObject,
  string
} from "./chunk-VUCNCSIX.js";
import {
  formatPercentage,
  formatValue
} from "./chunk-OHF2BV36.js";

// src/model/serialize.ts
function serialize(document) {
  return `${JSON.stringify(document, sortKeys, 2)}
`;
}
function sortKeys(_key, value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1));
}

// src/report/render/areaTotals.ts
var STEPS = 24;
function areaTotals({ title, unit, x, panels }) {
  const end = Math.max(0, ...panels.map(({ to }) => to)) || 1;
  const steps = Array.from({ length: STEPS }, (_, k) => end / STEPS * (k + 1));
  const series = panels.map(({ name, to, points }) => {
    let last = null;
    const values2 = steps.map((until, k) => {
      const from = until - end / STEPS;
      const within = points.filter(({ at }) => (at > from || k === 0) && at <= until);
      const sums = within.map((point) => point.values.reduce((sum, value) => sum + value, 0));
      const most = sums.length > 0 ? Math.max(...sums) : last;
      last = sums.at(-1) ?? last;
      return from < to ? most : null;
    });
    return { name, values: values2 };
  });
  const values = steps.map((value) => Math.round(value * 100) / 100);
  return { kind: "chart", title, unit, x: { title: x, values }, series };
}

// src/report/render/flameTree.ts
var SMALLEST = 0.05;
var MOST_LINES = 40;
var ALIKE = 0.9;
function flameTree({ title, unit, frames }) {
  const all = Math.max(0, ...frames.map(({ value }) => value));
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
  const gutter = Math.max(0, ...seconds.map(widthOf));
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
  const column = Math.max(0, ...named.map(({ words, length }) => words === "" ? 0 : length));
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

// src/report/render/terminal/terminalChart.ts
var BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
var [NAME_WIDTH, REST_WIDTH] = [40, 40];
function terminalChart(chart, columns = 100) {
  const room = Math.max(12, Math.min(NAME_WIDTH, columns - REST_WIDTH));
  const names = chart.series.map(({ name }) => truncate(terminalText([name]), room, "ends"));
  const width = Math.max(0, ...names.map(widthOf));
  const lines = chart.series.map((series, k) => {
    const most = Math.max(1, ...series.values.map((value) => value ?? 0));
    const bars = series.values.map((value) => barOf(value, most)).join("");
    return `  ${padded(names[k] ?? "", width)}  ${bars}  ${ends(series, chart)}`;
  });
  return lines.join("\n");
}
function terminalBars({ rows, unit }) {
  const names = rows.map(({ name }) => truncate(terminalText([name]), NAME_WIDTH, "ends"));
  const width = Math.max(0, ...names.map(widthOf));
  const value = (known) => known === null ? "\u2013" : formatValue(known, unit);
  const lines = rows.map(({ before, after }, k) => {
    const old = before === null ? "" : `${value(before)} \u2192 `;
    return `  ${padded(names[k] ?? "", width)}  ${old}${value(after)}`;
  });
  return lines.join("\n");
}
var chartTitle = ({ title, x }) => terminalText([`${title}, over ${x.title} ${x.values.join(", ")}`]);
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
  serialize,
  areaTotals,
  flameTree,
  terminalChart,
  terminalBars,
  chartTitle,
  treeText,
  COST_CENTRES_SCHEMA,
  MAX_CENTRES,
  MAX_STACKS,
  MAX_DEPTH,
  CostCentresSchema
};
