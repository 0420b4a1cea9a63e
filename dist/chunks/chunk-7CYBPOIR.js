import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  changedEntries,
  changedEnvironment
} from "./chunk-DODY6POW.js";
import {
  addEvidence,
  bandOf,
  bytesPerWrite,
  createBaseline,
  createMetric,
  evidenceFor,
  evidenceOf,
  keptGrowth
} from "./chunk-T4ZNNPGP.js";
import {
  calmMetrics
} from "./chunk-IYCQVKGC.js";
import {
  medianOf
} from "./chunk-KGUNOPRW.js";
import {
  terminalText
} from "./chunk-PK3XEFPR.js";
import {
  code,
  text
} from "./chunk-SAMDT5C3.js";
import {
  INFORMATIVE_FAMILIES,
  familyOf
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

// src/baseline/baselineChanges.ts
function baselineChanges(before, after) {
  return {
    metrics: changedEntries(before?.metrics ?? {}, after.metrics),
    environment: changedEnvironment(before?.environment ?? {}, after.environment),
    ganeti: changedEntries(before?.ganeti ?? {}, after.ganeti)
  };
}
function changeKind({ before, after }) {
  if (!before) return "new";
  if (!after) return "gone";
  if (before.kind === "exact" || after.kind === "exact") {
    if (before.kind !== after.kind) {
      return after.kind === "noisy" ? "lost-exactness" : "became-exact";
    }
    return before.value === after.value && before.unit === after.unit ? "confirmed" : "value";
  }
  if (after.value < before.low || after.value > before.high) return "value";
  const same = ["unit", "value", "low", "high"].every((f) => before[f] === after[f]);
  return same ? "confirmed" : "band";
}
function droppedGrowth({ before, after }) {
  if (before?.kind !== "exact" || !after) return void 0;
  return after.kind === "exact" && after.growth === before.growth ? void 0 : before.growth;
}
function changesSomething({ metrics }) {
  return metrics.some(
    (change) => !INFORMATIVE_FAMILIES.has(familyOf(change.key)) && (changeKind(change) !== "confirmed" || droppedGrowth(change) !== void 0)
  );
}

// src/report/build/baseline/describeChanges.ts
function describeChanges(changes) {
  const { metrics, environment, ganeti } = changes;
  if (isNewFile(changes)) return [`all ${plural(metrics.length, "metric")} are new`];
  const of = (...kinds) => metrics.filter((change) => kinds.includes(changeKind(change)));
  const lost = of("lost-exactness");
  const others = of("new", "gone", "became-exact", "value");
  const [bands, confirmed] = [of("band").length, of("confirmed").length];
  const lines = [
    ...lost.sort(worstFirst).map(describeMetric),
    ...lost.length > 0 ? [HOW_TO_LOOK] : [],
    ...others.sort(worstFirst).map(describeMetric),
    ...metrics.flatMap(describeDropped),
    ...bands > 0 ? [`${plural(bands, "band")} wider, or made anew`] : [],
    ...confirmed > 0 ? [`${plural(confirmed, "metric")} confirmed`] : [],
    ...surroundings("Ganeti", ganeti),
    ...surroundings("environment", environment)
  ];
  return lines.length > 0 ? lines.map((line) => terminalText([line])) : ["nothing differs"];
}
var HOW_TO_LOOK = "look at what is left to chance before you commit this: measurement.json in the results folder has the value of each repeat, events.jsonl what was behind it";
function describeDropped(change) {
  const growth = droppedGrowth(change);
  return growth === void 0 ? [] : [`${change.key}: the formula ${growth} does not hold any more and is dropped`];
}
function isNewFile({ ganeti }) {
  return ganeti.some(({ key, before }) => key === "version" && before === null);
}
function describeMetric(change) {
  const { key, before, after } = change;
  if (!before || !after) {
    const known = before ?? after;
    const value = known ? formatValue(known.value, known.unit) : "";
    return before ? `${key} is gone: it was ${value}` : `${key} is new: ${value}`;
  }
  const [was, now] = [formatValue(before.value, before.unit), formatValue(after.value, after.unit)];
  if (before.kind === "exact" && after.kind === "noisy") {
    const range = [after.min, after.max].map((value) => formatValue(value, after.unit));
    const runs = before.evidence ? ` in ${plural(before.evidence.runs, "run")}` : "";
    return `no longer exact: ${key} was ${was}${runs}, now ${range.join(" to ")}`;
  }
  const exactNow = before.kind === "noisy" && after.kind === "exact" ? ", exact now" : "";
  if (before.unit !== after.unit) {
    return `accepted: ${key} ${was} (${before.unit}) -> ${now} (${after.unit})${exactNow}`;
  }
  const difference = formatDifference(before.value, after.value, after.unit);
  return difference === "0" ? `${key} is exact now: ${now}` : `accepted: ${key} ${was} -> ${now} (${difference})${exactNow}`;
}
function surroundings(title, changes) {
  if (changes.length === 0) return [];
  const parts = changes.map(
    ({ key, before, after }) => [key, before ?? "none", "->", after ?? "none"].join(" ")
  );
  return [`${title}: ${parts.join(", ")}`];
}
function worstFirst(a, b) {
  return rankOf(a) - rankOf(b) || Math.sign(relativeSizeOf(b) - relativeSizeOf(a)) || (a.key < b.key ? -1 : 1);
}
function rankOf(change) {
  if (INFORMATIVE_FAMILIES.has(familyOf(change.key))) return 3;
  const kind = changeKind(change);
  if (kind === "new") return 1;
  return kind !== "gone" && valueOf(change.after) > valueOf(change.before) ? 0 : 2;
}
function relativeSizeOf({ before, after }) {
  const [was, now] = [valueOf(before), valueOf(after)];
  if (was === 0) return now === 0 ? 0 : Number.MAX_VALUE;
  return Math.abs(now - was) / was;
}
var valueOf = (metric) => metric?.value ?? 0;

// src/report/build/baseline/baselineUpdateReport.ts
function baselineUpdate({ workload, repeats, metrics }, changes) {
  const all = Object.values(metrics);
  const exact = all.filter(({ kind }) => kind === "exact").length;
  return { workload, exact, noisy: all.length - exact, repeats, changes };
}
var LINES = 100;
function baselineUpdateReport(learned, context = [], sections = []) {
  const changed = learned.filter(({ changes }) => changesSomething(changes));
  const confirmed = learned.filter((one) => !changed.includes(one));
  const names = enumeration(
    changed.map(({ workload }) => workload),
    5
  );
  return {
    status: changed.length > 0 ? "neutral" : "good",
    title: changed.length > 0 ? "New baselines" : "Nothing to accept",
    verdict: [changed.length > 0 ? `of ${names}` : "the baselines stand as they are"],
    context: context.length > 0 ? context : [plural(learned.length, "workload")],
    sections: [
      ...changed.map((one) => sectionOf(one, "headline")),
      ...sections,
      ...confirmed.map((one) => sectionOf(one, "detail"))
    ]
  };
}
function baselineUpdateLines(learned) {
  const lines = learned.flatMap(({ workload, path, exact, noisy, changes }) => [
    `${workload}: ${exact} exact and ${noisy} noisy metrics, in ${path}`,
    ...describeChanges(changes).map((line) => `  ${line}`)
  ]);
  return `${lines.join("\n")}
`;
}
function sectionOf(one, prominence) {
  const lines = describeChanges(one.changes);
  const more = lines.length - LINES;
  const shown = more > 0 ? [...lines.slice(0, LINES), `and ${more} more`] : lines;
  const blocks = [
    text({ code: one.workload }, `: ${evidenceWords(one)}. Worst first:`),
    code(shown.join("\n"))
  ];
  return { title: one.workload, prominence, blocks };
}
function evidenceWords({ repeats, exact, noisy }) {
  const all = exact + noisy;
  if (repeats === 1)
    return `measured once, so that nothing says which of its ${all} metrics repeat`;
  return `measured ${repeats} times; ${exact} of its ${all} metrics were equal each time and are exact, ${noisy} have a band`;
}

// src/baseline/updateBaseline.ts
function updateBaseline(previous, workload, about) {
  const fresh = createBaseline(workload, about);
  if (!previous) return fresh;
  const before = new Map(Object.entries(previous.metrics));
  const measured = calmMetrics(workload);
  const learned = [...measured].map(([key, metric]) => {
    const known = before.get(key);
    const write = bytesPerWrite(key, measured);
    const now = updateMetric(key, known, metric, { repeats: previous.repeats, write });
    return [key, keptGrowth(now, known, about.cluster)];
  });
  const rare = [...before].flatMap(([key, known]) => {
    const kept = measured.has(key) ? void 0 : keptAtNothing(key, known, workload.repeat, previous);
    return kept ? [[key, keptGrowth(kept, known, about.cluster)]] : [];
  });
  return { ...fresh, metrics: Object.fromEntries([...learned, ...rare]) };
}
function updateMetric(key, previous, metric, { repeats, write = 0 }) {
  const fresh = createMetric(key, metric, write);
  if (previous?.unit !== fresh.unit) return fresh;
  const evidence = addEvidence(evidenceFor(previous, repeats), evidenceOf(metric.values));
  if (previous.kind === "exact") {
    if (fresh.value !== previous.value) return fresh;
    return fresh.kind === "exact" ? { ...fresh, evidence: { runs: evidence.runs } } : { ...fresh, evidence };
  }
  if (fresh.value < previous.low || fresh.value > previous.high) return fresh;
  if (fresh.kind === "exact" && !isLuck(fresh.value, metric.values.length, previous)) return fresh;
  return {
    ...widened(key, previous, metric, write),
    min: Math.min(previous.min, minOf(metric.values)),
    max: Math.max(previous.max, maxOf(metric.values)),
    evidence
  };
}
function widened(key, accepted, { unit, values }, write) {
  if (values.every((value) => accepted.low <= value && value <= accepted.high)) return accepted;
  const shift = accepted.value - medianOf(values, unit);
  const centred = values.map((value) => Math.max(0, value + shift));
  const { low, high } = bandOf(key, unit, centred, write);
  return { ...accepted, low: Math.min(accepted.low, low), high: Math.max(accepted.high, high) };
}
var SURPRISE = 0.05;
function isLuck(value, times, { evidence }) {
  if (!evidence?.seen) return false;
  return ((evidence.seen[value] ?? 0) / evidence.runs) ** times > SURPRISE;
}
function keptAtNothing(key, known, times, { repeats }) {
  const nothing = { unit: known.unit, values: Array.from({ length: times }, () => 0) };
  const now = updateMetric(key, known, nothing, { repeats });
  return now.kind === known.kind && now.value === known.value ? now : void 0;
}

export {
  baselineChanges,
  changesSomething,
  describeChanges,
  baselineUpdate,
  baselineUpdateReport,
  baselineUpdateLines,
  evidenceWords,
  updateBaseline
};
