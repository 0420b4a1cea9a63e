import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  terminalText
} from "./chunk-2P47HKTA.js";
import {
  formatValue
} from "./chunk-VIV74OAY.js";
import {
  CauseSchema,
  FAMILIES,
  GanetiSchema,
  ShareSchema,
  TopologySchema
} from "./chunk-UEK6BQMA.js";
import {
  _enum,
  array,
  literal,
  number,
  strictObject,
  string
} from "./chunk-RVXCGWXA.js";

// src/model/serialize.ts
function serialize(document) {
  return `${JSON.stringify(document, sortKeys, 2)}
`;
}
function sortKeys(_key, value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1));
}

// src/report/render/treeText.ts
var BRANCH_SHARE = 1 / 3;
var LABEL_SHARE = 0.55;
var GAP = "  ";
function treeText({ lines }, width) {
  const seconds = lines.map(
    (line) => line.seconds === void 0 ? "" : formatValue(line.seconds, "seconds")
  );
  const gutter = Math.max(0, ...seconds.map(lengthOf));
  const branches = branchesOf(lines, Math.floor(width * BRANCH_SHARE));
  const named = lines.map(({ label, times, counts }, i) => {
    const own = gutter > 0 ? (seconds[i] ?? "").padStart(gutter) + GAP : "";
    const before = own + (branches[i] ?? "");
    const words = terminalText([counts.join(", ")]);
    const often = times === 1 ? "" : ` \xD7 ${times}`;
    const free = width - (words === "" ? 0 : lengthOf(words) + GAP.length);
    const room = Math.max(free, Math.floor(width * LABEL_SHARE)) - lengthOf(before + often);
    const shown = cut(terminalText([label]), Math.max(8, room));
    return { before, label: shown, often, words, length: lengthOf(before + shown + often) };
  });
  const column = Math.max(0, ...named.map(({ words, length }) => words === "" ? 0 : length));
  return named.map(({ before, label, often, words, length }, i) => {
    const { severity } = lines[i] ?? {};
    if (words === "") return { before, label, times: often, counts: "", severity };
    const fits = column + GAP.length + lengthOf(words) <= width;
    const pad = (fits ? " ".repeat(column - length) : "") + GAP;
    const counts = cut(words, Math.max(0, width - length - pad.length));
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
    return lengthOf(branch) <= room ? branch : `\u2026${branch.slice(1 - room)}`;
  });
  return branches.reverse();
}
function cut(words, size) {
  const characters = Array.from(words);
  if (characters.length <= size) return words;
  return size <= 0 ? "" : `${characters.slice(0, size - 1).join("")}\u2026`;
}
var lengthOf = (words) => Array.from(words).length;

// src/model/trace.ts
var TRACE_SCHEMA = "ganeti-perf/trace/1";
var Value = number().min(0).max(Number.MAX_SAFE_INTEGER);
var MessageSchema = strictObject({
  at: Value,
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
  /** From the command's start to the end of the last job. */
  seconds: Value,
  /** The roots, in the order of time. */
  causes: array(CauseSchema).max(1e4),
  share: array(ShareSchema).max(FAMILIES.length),
  /** In the order of time. */
  messages: array(MessageSchema).max(1e6)
});

// src/report/render/terminal/terminalChart.ts
var BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
var [NAME_WIDTH, REST_WIDTH] = [40, 40];
function terminalChart(chart, columns = 100) {
  const room = Math.max(12, Math.min(NAME_WIDTH, columns - REST_WIDTH));
  const names = chart.series.map(({ name }) => shortened(terminalText([name]), room));
  const width = Math.max(0, ...names.map((name) => Array.from(name).length));
  const lines = chart.series.map((series, k) => {
    const most = Math.max(1, ...series.values.map((value) => value ?? 0));
    const bars = series.values.map((value) => barOf(value, most)).join("");
    const name = names[k] ?? "";
    const space = " ".repeat(width - Array.from(name).length);
    return `  ${name}${space}  ${bars}  ${ends(series, chart)}`;
  });
  return lines.join("\n");
}
function terminalBars({ rows, unit }) {
  const names = rows.map(({ name }) => shortened(terminalText([name]), NAME_WIDTH));
  const width = Math.max(0, ...names.map((name) => Array.from(name).length));
  const value = (known) => known === null ? "\u2013" : formatValue(known, unit);
  const lines = rows.map(({ before, after }, k) => {
    const name = names[k] ?? "";
    const old = before === null ? "" : `${value(before)} \u2192 `;
    return `  ${name}${" ".repeat(width - Array.from(name).length)}  ${old}${value(after)}`;
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
function shortened(name, room) {
  const characters = Array.from(name);
  if (characters.length <= room) return name;
  const head = Math.floor((room - 1) * 0.4);
  const tail = characters.slice(characters.length - (room - 1 - head));
  return `${characters.slice(0, head).join("")}\u2026${tail.join("")}`;
}

export {
  serialize,
  terminalChart,
  terminalBars,
  chartTitle,
  treeText,
  TRACE_SCHEMA,
  TraceSchema
};
