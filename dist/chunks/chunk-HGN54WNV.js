import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isOutdated,
  isRegression,
  levelBefore,
  relativeChange,
  standsApart,
  worstFirst
} from "./chunk-IYCQVKGC.js";
import {
  VERDICT_SEVERITIES
} from "./chunk-CVHPNJED.js";
import {
  codeCell,
  difference,
  figures,
  level,
  relativeDifference,
  table,
  text,
  wordsOf
} from "./chunk-SAMDT5C3.js";
import {
  CONFIG_LOCK,
  doneKey,
  familyOf,
  unitOfKey
} from "./chunk-SHGZJK5N.js";
import {
  enumeration,
  formatDifference,
  formatValue,
  plural
} from "./chunk-OHF2BV36.js";
import {
  maxOf,
  minOf
} from "./chunk-TSNSTRFB.js";

// src/report/build/comparison/metricChanges.ts
var HEADLINE_ROWS = 15;
function changesOf({ workloads }) {
  return workloads.filter(({ baselineRepeats, status }) => baselineRepeats > 0 && status === "compared").flatMap(
    ({ name, metrics, missing }) => metrics.filter(({ key }) => !missing.some((probe) => key === probe || key.startsWith(`${probe}/`))).map((metric) => ({ workload: name, metric }))
  ).filter(
    ({ metric }) => metric.verdict !== "same" && !isOutdated(metric) && !standsApart(metric)
  ).sort(
    (a, b) => Number(isRegression(b.metric)) - Number(isRegression(a.metric)) || worstFirst(a.metric, b.metric)
  );
}
function changesSections(changes, unchanged) {
  if (changes.length === 0) return [];
  const [shown, rest] = [changes.slice(0, HEADLINE_ROWS), changes.slice(HEADLINE_ROWS)];
  const others = [
    ...rest.length > 0 ? [`${plural(rest.length, "lesser change")} below`] : [],
    `${plural(unchanged, "metric")} unchanged`
  ];
  const headline = {
    title: ["Changes", onlyWorkload(changes)].filter(Boolean).join(" in "),
    prominence: "headline",
    aside: true,
    blocks: [changesTable(shown), text(`${others.join(", ")}.`)]
  };
  if (rest.length === 0) return [headline];
  const lesser = `Lesser changes (${rest.length})`;
  return [headline, { title: lesser, prominence: "archive", blocks: [changesTable(rest)] }];
}
function beforeAfter(metric) {
  return [level(levelBefore(metric) ?? 0, metric.unit), " \u2192 ", ...afterText(metric)];
}
function changesTable(changes) {
  const confirmed = changes.some(({ metric }) => metric.base);
  return table(
    [
      { title: "Workload", align: "left", ...onlyWorkload(changes) && { optional: true } },
      "Metric",
      figures(confirmed ? "Baseline" : "Before"),
      ...confirmed ? [figures("Base, here")] : [],
      figures("After"),
      figures("Difference"),
      { ...figures("Change"), optional: true },
      "Verdict"
    ],
    changes.map(({ workload, metric }) => {
      const { key, unit, verdict } = metric;
      const change = relativeChange(metric);
      const severity = severityOf(metric);
      const moved = verdict === "unstable" ? "" : difference(levelBefore(metric) ?? 0, metric.after ?? 0, unit);
      return [
        workload,
        codeCell(key),
        { text: beforeText(metric) },
        ...confirmed ? [{ text: baseText(metric) }] : [],
        { text: afterText(metric) },
        withSeverity(moved, severity),
        withSeverity(change === null || change === 0 ? "" : relativeDifference(change), severity),
        withSeverity(verdictWords(metric), severity)
      ];
    }),
    changes.map(({ metric }) => verdictWords(metric))
  );
}
function onlyWorkload(changes) {
  const workloads = new Set(changes.map(({ workload }) => workload));
  return workloads.size === 1 ? changes[0]?.workload : void 0;
}
function beforeText({ before, unit, growth }) {
  const value = level(before ?? 0, unit);
  return growth === void 0 || growth === wordsOf([value]) ? [value] : [value, ` = ${growth}`];
}
function baseText({ base, unit }) {
  if (!base) return [""];
  const values = base.values.length > 0 ? base.values : [0];
  const [least, most] = [level(minOf(values), unit), level(maxOf(values), unit)];
  return wordsOf([least]) === wordsOf([most]) ? [least] : [least, " to ", most];
}
function afterText({ verdict, after, values, unit }) {
  if (verdict !== "unstable") return [level(after ?? 0, unit)];
  return [level(minOf(values), unit), " to ", level(maxOf(values), unit)];
}
function verdictWords({ verdict, gates, kind }) {
  if (verdict === "gone") return NO_LONGER;
  if (verdict !== "new" || gates) return verdict;
  return kind === "exact" ? "new, not compared" : "new, as noise";
}
var NO_LONGER = "no longer happens";
function severityOf(metric) {
  const severity = VERDICT_SEVERITIES[metric.verdict];
  return severity === "bad" && !isRegression(metric) ? "dim" : severity;
}
var withSeverity = (content, severity) => severity ? { text: [content], severity } : content;

// src/report/build/explain/amount.ts
function amountWords(key, before, after) {
  const unit = unitOfKey(key);
  const amount = before === null ? formatValue(after, unit) : formatDifference(before, after, unit);
  const noun = nounOf(key);
  const moved = before === null ? after : Math.abs(after - before);
  const one = unit !== "count" || moved === 1 || familyOf(doneKey(key)) === "execve";
  return `${amount} ${one ? noun : plural(2, noun).slice(2)}`;
}
function nounOf(metric) {
  const key = doneKey(metric);
  const [, owner = "", thing = "", part = ""] = key.split("/");
  switch (familyOf(key)) {
    case "execve":
      return thing;
    case "traffic": {
      const messages = `${owner} ${thing}`;
      return part === "bytes" ? `of ${messages}` : `${part.replace(/s$/, "")} of ${messages}`;
    }
    case "rpc":
      return owner === "node" ? `${thing} RPC` : `${thing} call`;
    case "jobfile":
      return thing === "bytes" ? "of job files" : "job-file write";
    case "config":
      return thing === "bytes" ? "of configuration" : "config write";
    case "locks":
      return thing === "bytes" ? "of lock files" : "lock-file write";
    case "heap":
    case "probe":
    case "latency":
      return `${thing} of ${owner}`;
    case "sleep":
      return thing === "seconds" ? "of sleep" : "sleep";
    case "fsync":
      return "fsync";
    case "waiting":
      return thing === "seconds" ? "of abandoned attempts" : "abandoned attempt";
    case "cpu":
      return "of CPU";
    case "wall":
      return key === CONFIG_LOCK ? "of the configuration lock" : "of time";
  }
}

// src/report/build/explain/rate.ts
function rateWords(move, place) {
  const name = targetOf(place);
  if (name === void 0) return "";
  const { before, after } = occurrences(place);
  const unit = unitOfKey(move.key);
  const words = (value) => formatValue(value, unit);
  const many = manyOf(place, name);
  const was = move.before ?? 0;
  if (before > 0 && after > 0 && before !== after) {
    const each2 = evenly(move.after, after, unit);
    const samePace = each2 !== void 0 && evenly(was, before, unit) === each2;
    if (samePace) return `, ${words(each2)} in each of ${after} ${many} instead of ${before}`;
    if (was > 0) {
      return `, ${words(move.after)} in ${after} ${many} instead of ${words(was)} in ${before}`;
    }
  }
  const times = after || before;
  if (times === 1) return `${SERVED.has(place.kind) ? " for" : " in"} ${name}`;
  const each = evenly(Math.abs(move.after - was), times, unit);
  return each === void 0 ? `, over ${times} ${many}` : `, ${words(each)} in each of ${times} ${many}`;
}
var SERVED = /* @__PURE__ */ new Set(["rpc", "request"]);
function targetOf({ kind, name }) {
  switch (kind) {
    case "rpc":
      return name.replace(/^rpc /, "");
    case "request":
      return name.replace(/^(?:luxi|wconfd) /, "");
    case "command":
    case "job":
    case "opcode":
    case "attempt":
      return name;
    case "ssh":
    case "process":
    case "daemon":
    case "background":
    case "unattributed":
      return void 0;
  }
}
var manyOf = ({ kind }, name) => kind === "job" ? name.replace(/^job/, "jobs") : name;
var occurrences = ({ timesBefore, timesAfter }) => ({
  before: timesBefore ?? 0,
  after: timesAfter
});
function evenly(value, times, unit) {
  const each = value / times;
  if (unit === "seconds") {
    const rounded = Math.round(each * 100) / 100;
    return rounded > 0 && Math.abs(rounded * times - value) < 5e-3 ? rounded : void 0;
  }
  return Number.isInteger(each) && each > 0 ? each : void 0;
}

// src/report/build/explain/sentence.ts
function sentenceOf(move) {
  const amount = amountWords(move.key, move.before, move.after);
  const places = move.path.toReversed();
  if (familyOf(move.key) === "heap") {
    return [amount, `largest in ${onBehalf(places).join(", ")}`].join(", ");
  }
  const [self] = places;
  const outer = self && isCounted(move, self) ? places.slice(1) : places;
  const inside = outer.findIndex(({ kind }) => kind !== "process");
  const place = outer[inside];
  const [within] = inside < 0 ? outer : outer.slice(0, inside);
  const what = [
    amount,
    ...askedOf(move, self && outer !== places ? self.nodes : []),
    ...actorOf(move, place),
    ...within ? [`under ${within.name}`] : []
  ];
  if (!place) return what.join(" ");
  const rate = rateWords(move, place);
  return [[...what, ...whereabouts(place)].join(" ") + rate, ...onBehalf(outer.slice(inside + 1))].filter((words) => words !== "").join(", ");
}
function askedOf({ key }, nodes) {
  const [family, channel = ""] = key.split("/");
  if (family !== "rpc") return [];
  if (channel === "node") return nodes.length > 0 ? [`to ${enumeration(nodes)}`] : [];
  return [`to ${channel === "luxi" ? "luxid" : channel}`];
}
function isCounted({ key }, { kind, name }) {
  const [, channel, program] = key.split("/");
  const family = familyOf(key);
  if (family === "execve") return kind === "process" && name.split(" ", 1)[0] === program;
  return family === "rpc" && kind === (channel === "node" ? "rpc" : "request");
}
function actorOf({ key }, place) {
  const [, actor = ""] = key.split("/");
  if (["rpc", "wall"].includes(familyOf(key)) || place && implied(place) === actor) return [];
  return [`by ${actor.replace(/^ganeti-/, "")}`];
}
function implied({ kind, name }) {
  switch (kind) {
    case "rpc":
      return "ganeti-noded";
    case "job":
    case "opcode":
    case "attempt":
      return "job";
    case "ssh":
      return "sshd";
    case "request":
      return name.startsWith("luxi") ? "ganeti-luxid" : "ganeti-wconfd";
    case "command":
    case "process":
    case "daemon":
    case "background":
    case "unattributed":
      return name.split(" ", 1)[0] ?? "";
  }
}
function whereabouts({ kind, name, nodes }) {
  const on = nodes.length > 0 ? ` on ${enumeration(nodes)}` : "";
  switch (kind) {
    case "rpc":
      return [`in noded${on}`];
    case "ssh":
      return [`over ssh${on}`];
    case "request":
      return [name.startsWith("luxi") ? "in luxid" : "in wconfd"];
    case "daemon":
      return [`in ${name}${on}, on its own account`];
    case "background":
      return [`in ${name}${on}, periodically`];
    case "unattributed":
      return ["without a known cause"];
    case "command":
    case "job":
    case "opcode":
    case "attempt":
    case "process":
      return [];
  }
}
function onBehalf(places) {
  return places.filter(({ kind }, i) => kind !== "process" || i === 0).filter(({ kind, name }) => kind !== "request" || !name.startsWith("luxi ")).map(({ kind, name, nodes, timesAfter, timesBefore }) => {
    const on = nodes.length > 0 ? ` on ${enumeration(nodes)}` : "";
    const times = timesAfter || (timesBefore ?? 0);
    if (kind === "job" && times > 1) return `${times} ${name.replace(/^job/, "jobs")}`;
    return `${kind === "rpc" ? name.replace(/^rpc /, "") : name}${on}`;
  });
}

export {
  amountWords,
  sentenceOf,
  isCounted,
  changesOf,
  changesSections,
  beforeAfter,
  baseText,
  verdictWords,
  NO_LONGER,
  severityOf
};
