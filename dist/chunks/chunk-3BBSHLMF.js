import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  foldNodes
} from "./chunk-AXLRMFYY.js";
import {
  amountWords,
  beforeAfter,
  isCounted,
  sentenceOf
} from "./chunk-HGN54WNV.js";
import {
  isOutdated,
  isRegression,
  worstFirst
} from "./chunk-IYCQVKGC.js";
import {
  acrossNodes,
  splitLabel
} from "./chunk-OKXFYSDW.js";
import {
  grouped
} from "./chunk-CVHPNJED.js";
import {
  text
} from "./chunk-SAMDT5C3.js";
import {
  unitOfKey
} from "./chunk-SHGZJK5N.js";
import {
  formatDifference,
  formatValue,
  plural
} from "./chunk-OHF2BV36.js";

// src/report/build/explain/movedTree.ts
var MOST_LINES = 80;
function movedTree(branches) {
  const lines = foldNodes(plant(branches)).flatMap((root) => linesOf(root, 0));
  const rest = lines.length - MOST_LINES;
  return {
    kind: "tree",
    title: branches.every(({ before }) => before === null) ? "The branches where it is counted" : "The branches that moved",
    lines: rest > 1 ? [
      ...lines.slice(0, MOST_LINES),
      { depth: 0, label: `\u2026 and ${rest} more branches`, times: 1, counts: [] }
    ] : lines,
    aside: true
  };
}
function plant(branches) {
  const roots = [];
  const known = /* @__PURE__ */ new Map();
  let planted = 0;
  for (const { key, path, before, after } of branches) {
    let last;
    for (const { kind, label, timesBefore, timesAfter } of path) {
      const way = `${last?.number ?? 0} ${kind} ${label}`;
      let next = known.get(way);
      if (!next) {
        const times = Math.max(1, timesAfter || (timesBefore ?? 0));
        const number = ++planted;
        next = { kind, label, number, times, moves: /* @__PURE__ */ new Map(), children: [], distinction: "" };
        known.set(way, next);
        (last?.children ?? roots).push(next);
      }
      last = next;
    }
    if (!last) continue;
    last.moves.set(key, { before, after });
    last.distinction += `${key} ${before === null || after > before ? "up" : "down"} `;
  }
  return roots;
}
function linesOf(branch, depth) {
  const moves = movesOf(branch);
  const severity = severityOf(moves);
  const line = {
    depth,
    label: branch.label,
    times: branch.members.reduce((sum, { times }) => sum + times, 0),
    counts: [...moves].sort(([a], [b]) => Number(isNamed(branch, b)) - Number(isNamed(branch, a))).map(([key, amount]) => countWords(branch, key, amount)),
    ...severity && { severity }
  };
  return [line, ...branch.children.flatMap((child) => linesOf(child, depth + 1))];
}
function movesOf({ members }) {
  const sums = /* @__PURE__ */ new Map();
  for (const [key, { before, after }] of members.flatMap(({ moves }) => [...moves])) {
    const sum = sums.get(key);
    sums.set(key, {
      before: sum && before !== null ? (sum.before ?? 0) + before : before,
      after: (sum?.after ?? 0) + after
    });
  }
  return sums;
}
function countWords(branch, key, { before, after }) {
  const unit = unitOfKey(key);
  const named = isNamed(branch, key);
  if (before === null) {
    return named ? formatValue(after, unit) : amountWords(key, null, after);
  }
  const moved = named ? formatDifference(before, after, unit) : amountWords(key, before, after);
  return `${moved} (${formatValue(before, unit)} \u2192 ${formatValue(after, unit)})`;
}
var isNamed = ({ kind, label }, key) => isCounted({ key }, { kind, name: splitLabel(label).name });
function severityOf(moves) {
  const known = [...moves.values()].filter(({ before }) => before !== null);
  if (known.length === 0) return void 0;
  const rises = known.filter(({ before, after }) => after > (before ?? 0)).length;
  return rises === known.length ? "bad" : rises === 0 ? "good" : "warn";
}

// src/report/build/explain/causeSections.ts
var METRICS = 5;
var SENTENCES = 3;
function causeSections(workloads) {
  return workloads.filter(({ status }) => status === "compared").flatMap(sectionsOf);
}
function sectionsOf({ name, metrics, branches = [] }) {
  const own = grouped(branches, ({ key }) => key);
  const explained = metrics.filter((metric) => metric.verdict !== "same" && !isOutdated(metric) && own.has(metric.key)).toSorted((a, b) => Number(isRegression(b)) - Number(isRegression(a)) || worstFirst(a, b)).map((metric) => ({ metric, branches: own.get(metric.key) ?? [] }));
  const [shown, rest] = [explained.slice(0, METRICS), explained.slice(METRICS)];
  if (shown.length === 0) return [];
  const title = `Why in ${name}`;
  const blocks = blocksOf(shown);
  const headline = { title, prominence: "headline", aside: true, blocks };
  if (rest.length === 0) return [headline];
  const lesser = `${title}: ${plural(rest.length, "lesser change")}`;
  return [headline, { title: lesser, prominence: "archive", blocks: blocksOf(rest) }];
}
function blocksOf(explained) {
  const branches = explained.flatMap((one) => one.branches);
  const unknown = branches.every(({ path }) => path[0]?.timesBefore === null);
  return [
    ...unknown ? [text("The baseline has no causes yet: this is where these metrics are counted now.")] : [],
    ...explained.map(explain),
    movedTree(branches)
  ];
}
function explain({ metric, branches }) {
  const moves = acrossNodes(branches);
  const told = moves.slice(0, SENTENCES).map(sentenceOf);
  const others = othersOf(moves.slice(SENTENCES));
  const sentences = [...told, ...others ? [others] : []].join("; ");
  return text({ code: metric.key }, " ", ...beforeAfter(metric), `: ${sentences}.`);
}
function othersOf(moves) {
  const [first] = moves;
  if (!first) return void 0;
  const unit = unitOfKey(first.key);
  const ways = [1, -1].flatMap((sign) => {
    const size = moves.reduce(
      (sum, { before, after }) => sum + Math.max(0, sign * (after - (before ?? 0))),
      0
    );
    if (size === 0) return [];
    return first.before === null ? formatValue(size, unit) : formatDifference(0, sign * size, unit);
  });
  return `${ways.join(" and ")} in ${plural(moves.length, "other place")}`;
}

export {
  causeSections
};
