import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  bandOf,
  bytesPerWrite,
  createBaseline,
  floorOf,
  withEvidence
} from "./chunk-T4ZNNPGP.js";
import {
  FOLLOWS_ATTEMPTS,
  isContended,
  isOutdated,
  natureOf,
  noisyReason,
  standsApart,
  workloadVerdict,
  worstFirst
} from "./chunk-IYCQVKGC.js";
import {
  medianOf
} from "./chunk-KGUNOPRW.js";
import {
  code,
  codeCell,
  figures,
  joinedText,
  level,
  relativeDifference,
  table,
  text
} from "./chunk-SAMDT5C3.js";
import {
  fromLines
} from "./chunk-SOFWC5QX.js";
import {
  INFORMATIVE_FAMILIES,
  configurationOptions,
  familyOf,
  keySegment
} from "./chunk-SHGZJK5N.js";
import {
  enumeration,
  plural
} from "./chunk-OHF2BV36.js";
import {
  maxOf,
  minOf
} from "./chunk-TSNSTRFB.js";
import {
  usageError
} from "./chunk-HSULD6WJ.js";

// src/cause/diff.ts
var LONGEST_PATH = 100;
function movedBranches(before, after, keys) {
  const moved = [];
  for (const branch of merged(before, after)) {
    const old = before && countsOf(branch.before, keys);
    const now = countsOf(branch.after, keys);
    for (const key of /* @__PURE__ */ new Set([...old?.keys() ?? [], ...now.keys()])) {
      const [was, is] = [old && (old.get(key) ?? 0), now.get(key) ?? 0];
      if (!same(was ?? 0, is)) moved.push({ key, path: pathOf(branch), before: was, after: is });
    }
  }
  return moved.sort(biggestFirst);
}
function* merged(before, after) {
  const known = before !== null;
  const open = level2(null, before ?? [], after, known).reverse();
  for (let branch = open.pop(); branch; branch = open.pop()) {
    yield branch;
    const children = (causes) => causes.flatMap((cause) => cause.children);
    const below = level2(branch, children(branch.before), children(branch.after), known);
    for (const child of below.reverse()) open.push(child);
  }
}
function pathOf(branch) {
  const path = [];
  for (let at = branch; at; at = at.parent) {
    if (at === branch || at.depth < LONGEST_PATH - 1) path.push(at.step);
  }
  return path.reverse();
}
function biggestFirst(a, b) {
  const [left, right] = [a, b].map((move) => Math.abs(move.after - (move.before ?? 0)));
  return (right ?? 0) - (left ?? 0);
}
function level2(parent, before, after, known) {
  const sides = /* @__PURE__ */ new Map();
  const add = (cause, side) => {
    const name = `${cause.kind} ${cause.label}`;
    const both = sides.get(name) ?? { before: [], after: [], kind: cause.kind };
    both[side].push(cause);
    sides.set(name, both);
  };
  for (const cause of after) add(cause, "after");
  for (const cause of before) add(cause, "before");
  return [...sides].map(([name, both]) => ({
    parent,
    before: both.before,
    after: both.after,
    step: {
      kind: both.kind,
      label: name.slice(both.kind.length + 1),
      timesBefore: known ? timesOf(both.before) : null,
      timesAfter: timesOf(both.after)
    },
    depth: parent ? parent.depth + 1 : 0
  }));
}
function countsOf(causes, keys) {
  const sums = /* @__PURE__ */ new Map();
  for (const { counts } of causes) {
    for (const [key, count] of Object.entries(counts)) {
      if (keys.has(key)) sums.set(key, (sums.get(key) ?? 0) + count);
    }
  }
  return sums;
}
var timesOf = (causes) => causes.reduce((sum, { times }) => sum + times, 0);
var same = (a, b) => Math.abs(a - b) < 1e-6;

// src/cause/changed.ts
var PER_METRIC = 500;
var PER_WORKLOAD = 5e3;
var STEPS_PER_WORKLOAD = 5e4;
function changedBranches(metrics, before, after) {
  const keys = metrics.filter(hasReason).map(({ key }) => key);
  const peaks = keys.filter((key) => programOfPeak(key) !== void 0);
  const moved = new Map(keys.map((key) => [key, []]));
  const found = [
    ...movedBranches(before, after, new Set(keys)),
    ...largestProcesses(before, after, peaks)
  ];
  for (const branch of found) moved.get(branch.key)?.push(branch);
  return bearable([...moved.values()].flatMap((own) => own.slice(0, PER_METRIC)));
}
function bearable(branches) {
  let steps = 0;
  const end = branches.findIndex(({ path }) => (steps += path.length) > STEPS_PER_WORKLOAD);
  return branches.slice(0, end === -1 ? PER_WORKLOAD : Math.min(end, PER_WORKLOAD));
}
var hasReason = ({ key, verdict, gates }) => verdict !== "same" && !INFORMATIVE_FAMILIES.has(familyOf(key)) && (gates || natureOf(key) !== "waiting");
function largestProcesses(before, after, keys) {
  if (keys.length === 0) return [];
  const programs = /* @__PURE__ */ new Map();
  for (const branch of merged(before, after)) {
    const program = programOf(branch);
    const known = programs.get(program) ?? { before: 0, after: 0, branch };
    const [was, is] = [peakOf(branch.before), peakOf(branch.after)];
    programs.set(program, {
      before: Math.max(known.before, was),
      ...is > known.after ? { after: is, branch } : { after: known.after, branch: known.branch }
    });
  }
  return keys.flatMap((key) => {
    const largest = programs.get(programOfPeak(key) ?? "");
    if (!largest || largest.after === 0) return [];
    const path = pathOf(largest.branch);
    const was = largest.before > 0 ? largest.before : null;
    return [{ key, path, before: was, after: largest.after }];
  });
}
var peakOf = (causes) => causes.reduce((peak, { peakRss }) => Math.max(peak, peakRss ?? 0), 0);
function programOf({ step: { kind, label } }) {
  if (kind === "job" || kind === "opcode") return "job";
  if (kind === "rpc") return "ganeti-noded";
  if (kind === "request") return `ganeti-${label.startsWith("luxi") ? "luxid" : "wconfd"}`;
  return keySegment(label.split(" ", 1)[0] ?? "");
}
var programOfPeak = (key) => /^heap\/([^/]+)\/peak-rss$/.exec(key)?.[1];

// src/baseline/baselineInTurns.ts
var APART = 1.5;
function baselineInTurns(workload, about, known) {
  const learned = createBaseline(workload, about);
  const metrics = new Map(Object.entries(learned.metrics));
  const samples = [...metrics.keys()].some((key) => /^heap\/[a-z]+\/sampled\//.test(key));
  for (const [key, before] of Object.entries(known?.metrics ?? {})) {
    if (before.kind === "exact") continue;
    const now = metrics.get(key) ?? (mayBeNothing(before) ? nothing(key, before.unit) : void 0);
    if (now?.unit !== before.unit || samples && !metrics.has(key) && familyOf(key) === "heap")
      continue;
    metrics.set(key, widened(key, now, before));
  }
  return {
    ...learned,
    metrics: Object.fromEntries(metrics),
    inTurns: true,
    ...workload.heap && { heap: workload.heap },
    ...known && { knownRuns: runsOf(known) }
  };
}
var runsOf = ({ metrics, repeats }) => Math.max(repeats, maxOf(Object.values(metrics).map(({ evidence }) => evidence?.runs ?? 0)));
var mayBeNothing = ({ min }) => min === 0;
function nothing(key, unit) {
  const high = Math.ceil(floorOf(key, unit, 0));
  return { kind: "noisy", unit, value: 0, min: 0, max: 0, low: 0, high };
}
function widened(key, now, known) {
  const { min, max } = known;
  const { unit, value, evidence } = now;
  const own = now.kind === "noisy" ? now : { min: value, max: value, low: value, high: value };
  const width = APART * (max - min);
  const rounded = (round, to) => Number.isInteger(max - min) ? round(to) : to;
  const there = natureOf(key) !== "work" && known.low <= value && value <= known.high;
  const { low, high } = there ? known : own;
  return {
    kind: "noisy",
    unit,
    value,
    min: own.min,
    max: own.max,
    low: Math.max(0, Math.min(own.low, low, rounded(Math.floor, value - width))),
    high: Math.min(
      Math.max(own.high, high, rounded(Math.ceil, value + width)),
      Number.MAX_SAFE_INTEGER
    ),
    ...evidence && { evidence }
  };
}

// src/compare/withBase.ts
function baseReference(baseline, base) {
  const measured = new Map(Object.entries(base.metrics));
  const learned = baselineInTurns(base, baseline);
  const metrics = Object.entries(learned.metrics).map(([key, metric]) => {
    const [known, values] = [baseline.metrics[key], measured.get(key)];
    return [
      key,
      known && values ? levelled(key, metric, known, values, measured) : metric
    ];
  });
  return { ...learned, metrics: Object.fromEntries(metrics) };
}
function levelled(key, learned, known, { unit, values }, all) {
  if (known.kind === "exact" || known.unit !== unit) return learned;
  const value = medianOf(values, unit);
  const own = bandOf(key, unit, values, bytesPerWrite(key, all));
  return {
    kind: "noisy",
    unit,
    value,
    min: minOf(values),
    max: maxOf(values),
    low: Math.max(0, Math.min(own.low, value - (known.value - known.low))),
    high: Math.min(Math.max(own.high, value + (known.high - known.value)), Number.MAX_SAFE_INTEGER)
  };
}
function withBase(comparison, base, inTurns) {
  const verdicts = new Map(inTurns.metrics.map(({ key, verdict }) => [key, verdict]));
  const metrics = comparison.metrics.map((metric) => {
    if (!metric.gates || metric.verdict === "same") return metric;
    const verdict = verdicts.get(metric.key) ?? "same";
    const values = [...base.metrics[metric.key]?.values ?? []];
    return { ...metric, gates: agree(metric.verdict, verdict), base: { values, verdict } };
  });
  const told = new Set(metrics.filter((m) => m.base).map(({ key }) => key));
  const branches = [
    ...(inTurns.branches ?? []).filter(({ key }) => told.has(key)),
    ...(comparison.branches ?? []).filter(({ key }) => !told.has(key))
  ];
  return {
    ...comparison,
    baseRepeats: base.repeat,
    ...base.heap && { heapBefore: base.heap },
    metrics: metrics.toSorted(worstFirst),
    ...comparison.branches && { branches }
  };
}
function agree(byBaseline, byBase) {
  if (byBaseline === "unstable") return byBase !== "same";
  return DIRECTION[byBaseline] === DIRECTION[byBase];
}
var DIRECTION = {
  regression: "worse",
  new: "worse",
  improvement: "better",
  gone: "better",
  unstable: "neither",
  same: "neither"
};

// src/compare/compareMetric.ts
function compareMetric(key, learned, measured, inTurns) {
  const unit = commonUnit(key, learned, measured);
  const values = measured?.values ?? [];
  const after = values.length > 0 ? medianOf(values, unit) : null;
  const shared = { key, unit, after, values: [...values] };
  const mayGate2 = natureOf(key) === "waiting" ? waitingGates(shared, learned, inTurns) : !INFORMATIVE_FAMILIES.has(familyOf(key));
  if (!learned) return { ...shared, ...judgeUnknown(key, unit, values, mayGate2) };
  const { kind, value: before } = learned;
  const band = kind === "noisy" ? { low: learned.low, high: learned.high } : null;
  const verdict = kind === "noisy" ? judgeNoisy(learned, after ?? 0) : judgeExact(before, values);
  const gone = before > 0 && values.every((value) => value === 0) && verdict !== "same";
  return {
    ...shared,
    kind,
    verdict: gone ? "gone" : verdict,
    gates: mayGate2,
    before,
    band,
    ...learned.evidence && { evidence: learned.evidence },
    ...learned.kind === "exact" && learned.growth !== void 0 && { growth: learned.growth }
  };
}
var TURNS = 3;
var LUCK = 1 / 252;
function waitingGates({ key, unit, values }, learned, inTurns) {
  if (inTurns === void 0) return false;
  const { turns, known } = inTurns;
  if (Math.min(turns, values.length) < TURNS) return false;
  if (chanceOfAllAbove(values.length, turns + known) > LUCK) return false;
  const highest = (learned?.kind === "noisy" ? learned.high : learned?.value) ?? floorOf(key, unit, 0);
  return values.every((value) => value > highest);
}
function chanceOfAllAbove(above, below) {
  let chance = 1;
  for (let i = 1; i <= above; i++) chance *= i / (below + i);
  return chance;
}
function judgeExact(before, values) {
  const counted = values.length > 0 ? values : [0];
  if (counted.every((value) => value === before)) return "same";
  if (counted.every((value) => value > before)) return "regression";
  const [first] = counted;
  return counted.every((value) => value === first) ? "improvement" : "unstable";
}
function judgeNoisy({ low, high }, after) {
  if (after > high) return "regression";
  return after < low ? "improvement" : "same";
}
function judgeUnknown(key, unit, values, mayGate2) {
  const noisy = noisyReason(key, unit) !== void 0;
  const kind = noisy ? "noisy" : "exact";
  const more = noisy ? medianOf(values, unit) > floorOf(key, unit, 0) : judgeExact(0, values) === "regression";
  const verdict = values.every((value) => value === 0) ? "same" : more || noisy ? "new" : "unstable";
  return { kind, verdict, gates: mayGate2 && more, before: null, band: null };
}
function commonUnit(key, learned, measured) {
  const unit = (measured ?? learned)?.unit;
  if (!unit) throw new RangeError(`metric '${key}' is on neither side`);
  if (learned && learned.unit !== unit) {
    throw usageError(
      `metric '${key}' is in ${learned.unit} in the baseline and in ${unit} in the measurement. Learn the baseline again: npm run perf -- refresh`
    );
  }
  return unit;
}

// src/compare/compareWorkload.ts
function compareWorkload(baseline, workload, base) {
  const comparison = compareWithBaseline(baseline, workload);
  if (!baseline || !base) return comparison;
  const inTurns = compareWithBaseline(baseReference(baseline, base), workload);
  return withBase(comparison, base, inTurns);
}
function compareWithBaseline(baseline, workload) {
  const derivedFrom = baseline?.derivedFrom;
  const known = baseline && !derivedFrom ? withEvidence(baseline) : baseline;
  const learned = new Map(Object.entries(known?.metrics ?? {}));
  const measured = new Map(Object.entries(workload.metrics));
  const turns = baseline?.inTurns && {
    turns: baseline.repeats,
    known: baseline.knownRuns ?? 0
  };
  const unjudged = new Set(derivedFrom?.unjudged);
  const keys = /* @__PURE__ */ new Set([...measured.keys(), ...learned.keys()]);
  const apart = isSampled(learned) !== isSampled(measured);
  const metrics = [...keys].filter((key) => !unjudged.has(key) && !(apart && FOLLOWS_SAMPLING.test(key))).map((key) => compareMetric(key, learned.get(key), measured.get(key), turns)).map(
    (metric) => mayGate(metric, baseline) && !isDisturbed(metric, workload) ? metric : { ...metric, gates: false }
  ).sort(worstFirst);
  const judgesAny = baseline !== void 0 && derivedFrom?.judged !== 0;
  const counted = probesOf(measured, hasCounted);
  const expected = probesOf(learned, mustCount);
  return {
    name: workload.name,
    status: counted.size === 0 ? "not-measured" : judgesAny ? "compared" : "no-baseline",
    repeat: workload.repeat,
    baselineRepeats: baseline?.repeats ?? 0,
    missing: [...expected].filter((probe) => !counted.has(probe)).sort(),
    ...derivedFrom && { derivedFrom: withCounted(derivedFrom, measured) },
    metrics,
    ...workload.share && { share: workload.share },
    ...workload.heap && { heap: workload.heap },
    ...baseline?.heap && { heapBefore: baseline.heap },
    ...baseline && branchesOf(metrics, derivedFrom ? void 0 : baseline.causes, workload)
  };
}
function withCounted(derivedFrom, measured) {
  const beyond = derivedFrom.beyond?.map((one) => {
    const metric = measured.get(one.key);
    const counted = metric && metric.values.length > 0 ? medianOf(metric.values, metric.unit) : null;
    return { ...one, counted };
  });
  return { ...derivedFrom, ...beyond && { beyond } };
}
var isSampled = (metrics) => [...metrics.keys()].some((key) => /^heap\/[a-z]+\/sampled\//.test(key));
var FOLLOWS_SAMPLING = /^heap\/(?:[a-z]+\/(?:max-live|allocated|sampled\/.*)|ganeti-(?:luxid|wconfd|confd)\/peak-rss)$/;
function branchesOf(metrics, before, { causes }) {
  const after = causes && fromLines(causes);
  if (!after) return {};
  return { branches: changedBranches(metrics, (before && fromLines(before)) ?? null, after) };
}
var mayGate = ({ before }, baseline) => baseline !== void 0 && (baseline.derivedFrom === void 0 || before !== null);
var isDisturbed = ({ key }, workload) => FOLLOWS_ATTEMPTS.has(key) && isContended(workload);
var NEVER_EMPTY = /* @__PURE__ */ new Set(["heap"]);
var hasCounted = (_key, metric) => metric.values.some((value) => value > 0);
var MAY_VANISH = /* @__PURE__ */ new Set(["sleep"]);
var mustCount = (key, metric) => {
  const family = familyOf(key);
  if (metric.value === 0 || MAY_VANISH.has(family)) return false;
  return metric.kind === "exact" || NEVER_EMPTY.has(family);
};
function probesOf(metrics, passes) {
  return new Set(
    [...metrics].filter(([key, metric]) => !INFORMATIVE_FAMILIES.has(familyOf(key)) && passes(key, metric)).map(([key]) => probeOf(key))
  );
}
function probeOf(key) {
  const family = familyOf(key);
  return family === "rpc" ? key.split("/", 2).join("/") : family;
}

// src/report/build/comparison/exactness.ts
function exactnessSection(workloads) {
  const known = workloads.filter(
    ({ status, derivedFrom }) => status === "compared" && !derivedFrom
  );
  if (known.length === 0) return [];
  const metrics = known.flatMap(
    (workload) => workload.metrics.filter((metric) => !standsApart(metric)).map((metric) => ({ workload: workload.name, metric }))
  );
  const exact = metrics.filter(({ metric }) => metric.kind === "exact" && metric.before !== null);
  const hiding = metrics.flatMap(({ workload, metric }) => {
    const hidden = hiddenGrowth(metric);
    return hidden ? [{ workload, metric, hidden }] : [];
  }).sort(
    ({ hidden: { relativeGrowth: a } }, { hidden: { relativeGrowth: b } }) => Number(a < b) - Number(a > b)
  );
  return [
    {
      title: `What is exact, and what is not (${exact.length} exact, ${hiding.length} not)`,
      prominence: "archive",
      blocks: [
        text(
          `${plural(exact.length, "metric")} gave the same number every time (${known.map(learnedFrom).join(", ")}): one more is seen. The others move by themselves: measured from the value that was accepted, a growth up to the last column passes unseen, and any larger one is seen.`
        ),
        ...hiding.length > 0 ? [sensitivityTable(hiding)] : []
      ]
    }
  ];
}
function evidenceWords({ kind, evidence, growth }) {
  const words = [kind];
  if (evidence) {
    const runs = plural(evidence.runs, "run");
    words.push(kind === "exact" ? `${evidence.runs} of ${runs}` : runs);
  }
  if (growth !== void 0) words.push(growth);
  return words.join(", ");
}
function lostExactness(metric) {
  const { kind, before, values, evidence } = metric;
  if (isOutdated(metric)) return false;
  return kind === "exact" && before !== null && evidence?.runs !== 1 && new Set(values).size > 1;
}
function lostExactnessSection(changes) {
  const lost = changes.filter(({ metric }) => lostExactness(metric));
  if (lost.length === 0) return [];
  return [
    {
      title: `No longer exact (${lost.length})`,
      prominence: "headline",
      aside: true,
      blocks: [
        text(
          `No longer exact: ${plural(lost.length, "metric")} that had one value each time, and now are `,
          "left to chance. ",
          { code: "measurement.json" },
          " has the value of each repeat, ",
          { code: "events.jsonl" },
          " what was behind it."
        ),
        table(
          ["Workload", "Metric", figures("Was"), "In", "Now, by repeat"],
          lost.map(({ workload, metric: { key, before, unit, values, evidence } }) => [
            workload,
            codeCell(key),
            level(before ?? 0, unit),
            evidence ? `${evidence.runs} of ${plural(evidence.runs, "run")}` : "",
            { text: repeatsText(values, unit) }
          ])
        )
      ]
    }
  ];
}
function repeatsText(values, unit) {
  const shown = values.slice(0, SHOWN_REPEATS);
  const words = joinedText(
    shown.map((value) => [level(value, unit)]),
    ", "
  );
  return values.length > shown.length ? [...words, ", ..."] : words;
}
var SHOWN_REPEATS = 10;
function hiddenGrowth({ before, band }) {
  if (before === null || band === null) return null;
  const growth = Math.max(0, band.high - before);
  return { growth, relativeGrowth: before === 0 ? Infinity : growth / before };
}
function sensitivityTable(rows) {
  return table(
    [
      "Workload",
      "Metric",
      figures("Runs"),
      figures("Accepted"),
      figures("From"),
      figures("To"),
      figures("May hide")
    ],
    rows.map(({ workload, metric: { key, unit, before, band, evidence }, hidden }) => [
      workload,
      codeCell(key),
      evidence ? level(evidence.runs, "count") : "",
      level(before ?? 0, unit),
      level(band?.low ?? 0, unit),
      level(band?.high ?? 0, unit),
      { text: hiddenText(hidden, unit) }
    ])
  );
}
function hiddenText({ growth, relativeGrowth }, unit) {
  const absolute = ["+", level(growth, unit)];
  return Number.isFinite(relativeGrowth) ? [...absolute, " (", relativeDifference(relativeGrowth), ")"] : absolute;
}
function learnedFrom({ name, baselineRepeats, metrics }) {
  const exact = metrics.filter(({ kind, before }) => kind === "exact" && before !== null);
  const runs = exact.map(({ evidence }) => evidence?.runs ?? baselineRepeats);
  if (runs.length === 0) return `${name}: ${plural(baselineRepeats, "run")}`;
  const [least, most] = [minOf(runs), maxOf(runs)];
  return `${name}: ${least === most ? "" : `${least} to `}${plural(most, "run")}`;
}

// src/report/build/comparison/remedies.ts
var refreshComment = (workloads, { headSha }) => ["/ganeti-perf refresh", headSha, ...workloads].join(" ");
function refreshCommand(workloads, { cluster, ganeti, overlaid, baselines }) {
  const options = [
    ganeti.source === "debian:bookworm" ? [] : ["--ganeti", ganeti.source === "source" ? "source:DIR" : ganeti.source],
    // Which folder it was only its owner knows.
    overlaid ? ["--overlay", "DIR"] : [],
    cluster.nodes === 3 ? [] : ["--nodes", String(cluster.nodes)],
    cluster.instances === 6 ? [] : ["--instances", String(cluster.instances)],
    configurationOptions(cluster),
    baselines === void 0 ? [] : ["--baselines", baselines],
    ...workloads.map((name) => ["--workload", name])
  ];
  return ["npm run perf -- refresh", ...options.flat().map(shellWord)].join(" ");
}
function remedies(comparison, reader = {}) {
  const { asker, baselines, against = false } = reader;
  if (against && comparison.verdict !== "invalid") return [];
  const { ganeti, environment } = comparison.after;
  const overlaid = Object.hasOwn(environment, "overlay");
  const about = { cluster: comparison.cluster, ganeti, overlaid, baselines };
  const groups = REMEDIES.map(({ applies, say }) => {
    const workloads = comparison.workloads.filter(applies);
    if (workloads.length === 0) return [];
    const named = workloads.map(({ name }) => name);
    return [
      text(say(workloads)),
      code(refreshCommand(named, about)),
      ...asker ? [text(OR_COMMENT), code(refreshComment(named, asker))] : []
    ];
  });
  return groups.flat();
}
var OR_COMMENT = "Or, where a workflow of the repository takes it, somebody who may write to it comments here:";
var names = (workloads) => enumeration(workloads.map(({ name }) => name));
var passed = (workload) => workloadVerdict(workload) === "pass";
var has = (workload, ...verdicts) => workload.metrics.some(({ verdict, gates }) => gates && verdicts.includes(verdict));
var REMEDIES = [
  {
    applies: (workload) => workloadVerdict(workload) === "invalid",
    say: (workloads) => `Nothing was counted where the baseline of ${names(workloads)} counts: most likely the tracer did not see it. Run again with --verbose, and read the logs in the results folder. Only if the change really takes all of it away, refresh the baselines:`
  },
  {
    applies: (workload) => workloadVerdict(workload) === "regression",
    say: (workloads) => `To accept what ${names(workloads)} costs now, refresh and commit the baselines:`
  },
  {
    applies: (workload) => workloadVerdict(workload) === "neutral",
    say: (workloads) => `To make the missing baseline of ${names(workloads)} and commit it:`
  },
  {
    applies: (workload) => passed(workload) && workload.metrics.some(lostExactness),
    say: (workloads) => `In ${names(workloads)}, repeats disagree on a count that was exact: look for what became a matter of chance. To live with it:`
  },
  {
    applies: (workload) => passed(workload) && has(workload, "gone"),
    say: (workloads) => `Something of ${names(workloads)} no longer happens: see that nothing needs it. If it is meant to be gone, refresh and commit the baselines:`
  },
  {
    applies: (workload) => passed(workload) && has(workload, "improvement") && !has(workload, "gone"),
    say: (workloads) => `${names(workloads)} got cheaper. To keep the gain, refresh and commit the baselines:`
  },
  {
    applies: (workload) => passed(workload) && workload.derivedFrom !== void 0,
    say: (workloads) => `To compare all of ${names(workloads)} at this size, and not only what formulas cover, make baselines of it:`
  }
];
function shellWord(word) {
  return /^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

export {
  baselineInTurns,
  compareWorkload,
  exactnessSection,
  evidenceWords,
  lostExactness,
  lostExactnessSection,
  refreshComment,
  refreshCommand,
  remedies,
  OR_COMMENT,
  shellWord
};
