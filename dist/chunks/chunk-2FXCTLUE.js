import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  addSums,
  channelOf,
  coverageTable,
  summaryOf,
  sumsOf,
  totalOf,
  verdictSummary
} from "./chunk-GGPTUHQK.js";
import {
  foldNodes
} from "./chunk-AXLRMFYY.js";
import {
  splitLabel
} from "./chunk-OKXFYSDW.js";
import {
  clusterTitle,
  ganetiTitle,
  grouped
} from "./chunk-CVHPNJED.js";
import {
  text
} from "./chunk-SAMDT5C3.js";
import {
  familyOf,
  keySegment
} from "./chunk-SHGZJK5N.js";
import {
  enumeration,
  formatValue
} from "./chunk-OHF2BV36.js";
import {
  maxOf
} from "./chunk-TSNSTRFB.js";

// src/report/build/trace/sequenceFold.ts
var LONGEST_LOOP = 12;
var LEAST_SAVED = 3;
function folded(arrows) {
  const single = [];
  for (const arrow of arrows) {
    const last = single.at(-1);
    if (last && alike(last, arrow)) {
      single[single.length - 1] = { ...last, times: last.times + arrow.times };
    } else single.push(arrow);
  }
  const items = [];
  for (let at = 0; at < single.length; ) {
    const { period, times } = loopAt(single, at);
    const run = single.slice(at, at + period);
    if (times > 1) items.push({ times, arrows: run });
    else for (const arrow of run) items.push(arrow);
    at += period * times;
  }
  return items;
}
function loopAt(arrows, at) {
  let best = { period: 1, times: 1 };
  let most = LEAST_SAVED - 1;
  for (let period = 2; period <= LONGEST_LOOP; period++) {
    let same = 0;
    while (equal(arrows[at + same], arrows[at + same + period])) same++;
    const times = 1 + Math.floor(same / period);
    const saved = period * (times - 1);
    if (saved > most) [best, most] = [{ period, times }, saved];
  }
  return best;
}
function equal(a, b) {
  return a !== void 0 && b !== void 0 && alike(a, b) && a.times === b.times;
}
var alike = (a, b) => a.from === b.from && a.to === b.to && a.text === b.text && a.kind === b.kind;

// src/report/build/trace/sequenceCast.ts
var MOST_OF_A_SORT = 12;
var SORTS = [
  { matches: /^(?!ganeti-|node\d)/, plural: "commands" },
  { matches: /^(?:ganeti-)?luxid\b/, plural: "daemons" },
  { matches: /^(?:ganeti-)?wconfd\b/, plural: "daemons" },
  { matches: /^job\b/, plural: "jobs" },
  { matches: /^node\d+$/, plural: "nodes" },
  { matches: /^/, plural: "daemons" }
];
var ORDER = [1, 2, 3, 4, 0, 5];
function castOf(messages) {
  const names = new Set(messages.flatMap(({ from, to }) => [from, to]));
  const bySort = SORTS.map(() => []);
  for (const name of names) bySort[sortOf(name)]?.push(name);
  bySort[4]?.sort((a, b) => Number(a.slice(4)) - Number(b.slice(4)));
  const participants = [];
  const ids = /* @__PURE__ */ new Map();
  const show = (name, members) => {
    const id = `p${participants.length + 1}`;
    participants.push({ id, name });
    for (const member of members) ids.set(member, id);
  };
  for (const [sort, members] of bySort.entries()) {
    for (const name of members.slice(0, MOST_OF_A_SORT)) show(name, [name]);
    const others = members.slice(MOST_OF_A_SORT);
    if (others.length > 0) show(`${others.length} more ${SORTS[sort]?.plural ?? ""}`, others);
  }
  return { participants, idOf: (name) => ids.get(name) ?? "" };
}
function sortOf(name) {
  return ORDER.find((sort) => SORTS[sort]?.matches.test(name)) ?? 0;
}

// src/report/build/trace/sequence.ts
var MOST_ARROWS = 200;
function sequenceOf(messages, mostArrows = MOST_ARROWS) {
  const { participants, idOf } = castOf(messages);
  const arrows = messages.map(({ from, to, text: text2, kind }) => ({
    from: idOf(from),
    to: idOf(to),
    text: text2,
    kind,
    times: 1
  }));
  const items = [];
  let [drawn, told] = [0, 0];
  for (const item of folded(arrows)) {
    const size = "arrows" in item ? item.arrows.length : 1;
    if (drawn + size > mostArrows) break;
    drawn += size;
    told += messagesOf(item);
    items.push(item);
  }
  return { participants, items, left: messages.length - told };
}
function messagesOf(item) {
  if (!("arrows" in item)) return item.times;
  return item.times * item.arrows.reduce((sum, arrow) => sum + messagesOf(arrow), 0);
}

// src/report/build/explain/wholeTree.ts
var MOST_LINES = 300;
var NAMED = 6;
function causeTree(causes, mostLines = MOST_LINES) {
  const whole = foldNodes(counting(causes)).flatMap((root) => linesOf(root, 0).lines);
  const sizes = [];
  for (const { depth } of whole) sizes[depth] = (sizes[depth] ?? 0) + 1;
  let [levels, size] = [0, 0];
  while (levels < sizes.length && (levels === 0 || size + (sizes[levels] ?? 0) <= mostLines)) {
    size += sizes[levels] ?? 0;
    levels += 1;
  }
  const shown = whole.filter(({ depth }) => depth < levels);
  const hidden = whole.length - Math.min(shown.length, mostLines);
  const lines = shown.slice(0, mostLines);
  const note = {
    depth: 0,
    label: `\u2026 and ${hidden} more below these`,
    times: 1,
    counts: []
  };
  return { kind: "tree", title: "What it did", lines: hidden > 0 ? [...lines, note] : lines };
}
function counting(causes) {
  return causes.flatMap((cause) => {
    const children = counting(cause.children);
    const counts = Object.values(cause.counts).some((count) => count > 0);
    return counts || children.length > 0 ? [{ ...cause, children }] : [];
  });
}
function linesOf(branch, depth) {
  const { label, members, children } = branch;
  const own = ownCounts(branch);
  const bare = totalOf(children.filter(isBare).map(ownCounts));
  const below = children.filter((child) => !isBare(child)).map((child) => linesOf(child, depth + 1));
  const deeper = addSums([sumsOf(bare), ...below.map(({ sums }) => sums)]);
  const besides = new Map([...own].filter(([key]) => !isItself(key, branch)));
  const line = {
    depth,
    label,
    times: members.reduce((sum, { times }) => sum + times, 0),
    seconds: secondsOf(members),
    counts: [...summaryOf(addSums([sumsOf(besides), deeper])), ...peakWords(branch)]
  };
  const requests = totalOf([besides, bare]);
  return {
    lines: [line, ...requestLines(requests, depth + 1), ...below.flatMap((child) => child.lines)],
    sums: addSums([sumsOf(own), deeper])
  };
}
var ownCounts = ({ members }) => totalOf(members.map(({ counts }) => Object.entries(counts)));
function isItself(key, { kind, label }) {
  const [family, channel, thing] = key.split("/");
  const { name } = splitLabel(label);
  const [first = "", second = ""] = name.split(" ");
  if (kind === "process") return family === "execve" && thing === keySegment(first);
  if (kind === "rpc") return family === "rpc" && channel === "node" && thing === keySegment(second);
  return kind === "request" && family === "rpc" && channel === first && thing === keySegment(second);
}
var PROCESSES = /* @__PURE__ */ new Set([
  "command",
  "job",
  "process",
  "daemon"
]);
function peakWords({ kind, members }) {
  if (!PROCESSES.has(kind)) return [];
  const peak = Math.max(0, maxOf(members.map(({ peakRss }) => peakRss ?? 0)));
  return peak > 0 ? [`${formatValue(peak, "bytes")} of memory`] : [];
}
function secondsOf(members) {
  const known = members.flatMap(({ seconds }) => seconds ?? []);
  return known.length > 0 ? known.reduce((sum, each) => sum + each, 0) : void 0;
}
var isBare = ({ kind, members, children }) => kind === "request" && children.length === 0 && members.every(({ counts }) => Object.keys(counts).every((key) => familyOf(key) === "rpc"));
function requestLines(counts, depth) {
  const asked = [...counts].filter(([key, count]) => channelOf(key) !== void 0 && count > 0);
  return [...grouped(asked, ([key]) => channelOf(key))].map(([channel, own]) => {
    const often = own.toSorted(([, a], [, b]) => b - a);
    const names = often.map(([key, count]) => {
      const name = key.split("/").slice(2).join("/");
      return count === 1 ? name : `${name} \xD7 ${count}`;
    });
    return {
      depth,
      label: channel === "node" ? "node RPCs" : `${channel} calls`,
      times: own.reduce((sum, [, count]) => sum + count, 0),
      counts: [enumeration(names, NAMED)]
    };
  });
}

// src/report/build/trace/traceReport.ts
function traceReport(trace) {
  const { command, ganeti, cluster, storage, seconds, causes, messages, share } = trace;
  const counts = countsOf(causes.filter(({ kind }) => kind !== "background"));
  const counted = [...counts.values()].some((count) => count > 0);
  const tree = {
    title: "What it did",
    prominence: "headline",
    blocks: [causeTree(causes)]
  };
  return {
    status: counted ? "neutral" : "invalid",
    title: command === "" ? "Nothing" : command,
    verdict: [
      counted ? [...verdictSummary(sumsOf(counts)), formatValue(seconds, "seconds")].join(", ") : "nothing was counted"
    ],
    context: [`${ganetiTitle(ganeti)}; ${clusterTitle(cluster, storage)}`],
    sections: [
      ...causes.length > 0 ? [tree] : [],
      ...share.length > 0 ? [causesFoundSection(share)] : [],
      ...messages.length > 0 ? [sequenceSection(trace)] : []
    ]
  };
}
function sequenceSection({ messages }) {
  return {
    title: "Who asked whom",
    prominence: "detail",
    blocks: [{ kind: "diagram", title: "Sequence diagram", sequence: sequenceOf(messages) }]
  };
}
var causesFoundSection = (share) => ({
  title: "Causes found",
  prominence: "detail",
  blocks: [
    coverageTable([{ name: "", share }]),
    text("Seconds in the tree add up, also of what went on at the same time.")
  ]
});
function countsOf(causes) {
  const all = [];
  const open = [...causes];
  for (let cause = open.pop(); cause; cause = open.pop()) {
    all.push(Object.entries(cause.counts));
    for (const child of cause.children) open.push(child);
  }
  return totalOf(all);
}

export {
  traceReport
};
