import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  environmentChangesSection,
  environmentSection,
  machineWords,
  sentence
} from "./chunk-2QQN34D2.js";
import {
  coverageSection,
  summaryOf,
  sumsOf
} from "./chunk-GGPTUHQK.js";
import {
  causeSections
} from "./chunk-3BBSHLMF.js";
import {
  OR_COMMENT,
  compareWorkload,
  evidenceWords,
  exactnessSection,
  lostExactness,
  lostExactnessSection,
  refreshCommand,
  refreshComment,
  remedies
} from "./chunk-BKOYP7A7.js";
import {
  changedEnvironment
} from "./chunk-DODY6POW.js";
import {
  bandOf,
  createBaseline
} from "./chunk-T4ZNNPGP.js";
import {
  NO_LONGER,
  baseText,
  beforeAfter,
  changesOf,
  changesSections,
  sentenceOf,
  severityOf,
  verdictWords
} from "./chunk-HGN54WNV.js";
import {
  FOLLOWS_ATTEMPTS,
  isInVain,
  isOutdated,
  isRegression,
  isTime,
  isWaiting,
  levelBefore,
  natureOf,
  overallVerdict,
  relativeChange,
  standsApart
} from "./chunk-IYCQVKGC.js";
import {
  medianOf
} from "./chunk-KGUNOPRW.js";
import {
  acrossNodes
} from "./chunk-OKXFYSDW.js";
import {
  COMPARISON_SCHEMA
} from "./chunk-PK3XEFPR.js";
import {
  clusterTitle,
  ganetiTitle,
  totalTitle
} from "./chunk-CVHPNJED.js";
import {
  code,
  codeCell,
  difference,
  figures,
  joinedText,
  level,
  precise,
  relativeDifference,
  table,
  text
} from "./chunk-SAMDT5C3.js";
import {
  CURVE_POINTS
} from "./chunk-SOFWC5QX.js";
import {
  ATTEMPTS,
  FAMILIES,
  configurationOptions,
  doneKey,
  familyOf,
  topologyName,
  waitingKey
} from "./chunk-SHGZJK5N.js";
import {
  enumeration,
  formatValue,
  plural
} from "./chunk-OHF2BV36.js";
import {
  maxOf,
  minOf
} from "./chunk-TSNSTRFB.js";
import {
  usageError
} from "./chunk-HSULD6WJ.js";

// src/compare/environmentChanges.ts
function environmentChanges(before, after) {
  return changedEnvironment(before, after).map(({ key, ...values }) => ({ name: key, ...values }));
}

// src/compare/compareMeasurement.ts
function compareMeasurement(measurement, baselines) {
  const used = measurement.workloads.flatMap(({ name }) => baselines.get(name) ?? []);
  for (const baseline of used) requireSameTopology(baseline, measurement);
  const { base } = measurement;
  const bases = new Map(base?.workloads.map((w) => [w.name, w]));
  const workloads = measurement.workloads.map(
    (w) => compareWorkload(baselines.get(w.name), w, bases.get(w.name))
  );
  const [first] = used;
  return {
    schema: COMPARISON_SCHEMA,
    verdict: overallVerdict(workloads),
    before: first ? { ganeti: first.ganeti, environment: first.environment } : null,
    after: { ganeti: measurement.ganeti, environment: measurement.environment },
    ...base && workloads.some(({ baseRepeats }) => baseRepeats !== void 0) && {
      base: { ganeti: base.ganeti, environment: base.environment }
    },
    cluster: measurement.cluster,
    environmentChanges: distinct(
      used.flatMap(({ environment }) => environmentChanges(environment, measurement.environment))
    ),
    workloads
  };
}
function compareMeasurements(base, head) {
  const learned = base.workloads.map(
    (w) => [w.name, { ...createBaseline(w, base), ...w.heap && { heap: w.heap } }]
  );
  const measured = new Set(head.workloads.map(({ name }) => name));
  const lacking = base.workloads.filter(({ name }) => !measured.has(name));
  const workloads = [...head.workloads, ...lacking.map(nothingOf)];
  return compareMeasurement({ ...withoutBase(head), workloads }, new Map(learned));
}
var nothingOf = ({ name }) => ({
  ...{ name, repeat: 0, metrics: {} }
});
function withoutBase(measurement) {
  const { schema, ganeti, environment, cluster, workloads } = measurement;
  return { schema, ganeti, environment, cluster, workloads };
}
function requireSameTopology(baseline, { cluster }) {
  const [before, after] = [topologyName(baseline.cluster), topologyName(cluster)];
  if (before === after) return;
  throw usageError(
    `the baseline of '${baseline.workload}' is of ${before}, the measurement of ${after}: counts of different clusters do not compare. Measure with ${sizeOptions(baseline.cluster)}, or make a baseline: npm run perf -- refresh ${sizeOptions(cluster)} --workload ${baseline.workload}`
  );
}
function sizeOptions(cluster) {
  const { nodes, instances } = cluster;
  const size = ["--nodes", nodes, "--instances", instances, ...configurationOptions(cluster)];
  return size.join(" ");
}
function distinct(changes) {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

// src/report/build/comparison/derived.ts
function derivedSection(workloads) {
  const derived = workloads.flatMap(
    ({ name, status, derivedFrom }) => derivedFrom && status !== "not-measured" ? [{ name, ...derivedFrom }] : []
  );
  return [...comparedWith(derived.filter(({ judged }) => judged > 0)), ...beyondOf(derived)];
}
function comparedWith(derived) {
  const rows = derived.map(({ name, nodes, instances, judged, exact }) => [
    name,
    `${plural(nodes, "node")}, ${plural(instances, "instance")}`,
    `${judged} of ${plural(exact, "exact metric")}`
  ]);
  if (rows.length === 0) return [];
  return [
    {
      title: "Compared with formulas",
      prominence: "headline",
      aside: true,
      blocks: [
        text(
          "This size of cluster has no baseline, so it was compared with the formulas of the baseline of another one. What they do not cover cannot be compared at this size, nor what that baseline does not know."
        ),
        table(["Workload", "Baseline of", "Compared"], rows)
      ]
    }
  ];
}
function beyondOf(derived) {
  const rows = derived.flatMap(
    ({ name, beyond = [] }) => beyond.map(({ key, growth, over, expected, counted }) => [
      ...[name, codeCell(key), codeCell(growth), codeCell(over)],
      ...[level(expected, "count"), level(counted ?? null, "count")]
    ])
  );
  if (rows.length === 0) return [];
  const columns = ["Workload", "Metric", "Formula", "Measured over"];
  return [
    {
      title: "Formulas of other sizes",
      prominence: "detail",
      blocks: [
        text(
          "These were measured over other sizes of cluster than this one, and decide nothing here: Ganeti has limits that they may not know. Where no k is named, each node was a master candidate. Measuring growth (scale) at such sizes tells what holds."
        ),
        table([...columns, figures("It would give"), figures("Counted")], rows)
      ]
    }
  ];
}

// src/report/build/measurement/probesSection.ts
var COLUMNS = [
  { family: "probe", rest: "allocated", title: "Allocated" },
  { family: "probe", rest: "reply", title: "Reply" },
  { family: "probe", rest: "calls/daemon-receive", title: "Daemon receives" },
  { family: "probe", rest: "calls/daemon-send", title: "Sends" },
  { family: "probe", rest: "calls/client-receive", title: "Client receives" },
  { family: "latency", rest: "raw", title: "p50" },
  { family: "latency", rest: "ganeti", title: "p50, client" }
];
var PROBE = /^(?:probe|latency)\/([^/]+\/[^/]+)\//;
var isProbed = (key) => PROBE.test(key);
function probesSection(workloads) {
  const sets = workloads.map(({ name, metrics }) => ({ name, rows: rowsOf(name, metrics) }));
  const rows = sets.flatMap((set2) => set2.rows);
  if (rows.length === 0) return [];
  const several = sets.filter((set2) => set2.rows.length > 0).length > 1;
  const set = {
    title: "Set",
    align: "left",
    ...!several && { optional: true }
  };
  const columns = [set, "Request", ...COLUMNS.map(({ title }) => figures(title))];
  const note = "The client is Ganeti's own. What else there is was asked for by a bare socket; calls that failed are left out.";
  const blocks = [table(columns, rows), text(note)];
  return [{ title: "What a request costs", prominence: "detail", blocks }];
}
function rowsOf(set, metrics) {
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]));
  const probes = new Set(metrics.flatMap(({ key }) => PROBE.exec(key)?.[1] ?? []));
  return [...probes].toSorted().map((probe) => [
    set,
    probe.replace("/", " "),
    ...COLUMNS.map(({ family, rest }) => {
      const metric = byKey.get(`${family}/${probe}/${rest}`);
      return metric ? precise(metric.after, metric.unit) : "";
    })
  ]);
}

// src/report/build/measurement/heapChart.ts
function heapChart(workload, now, before) {
  const end = Math.max(now.seconds, before?.seconds ?? 0);
  if (end === 0) return [];
  const names = [...new Set([...before?.daemons ?? [], ...now.daemons].map((d) => d.daemon))];
  const charts = before ? names.map((daemon) => ({
    of: `heap of ${daemon}`,
    series: [...curveOf("before", before, daemon, end), ...curveOf("now", now, daemon, end)]
  })) : [
    {
      of: "Haskell heaps of the master",
      series: names.flatMap((daemon) => curveOf(daemon, now, daemon, end))
    }
  ];
  return charts.filter(({ series }) => series.length > 0).map(({ of, series }) => ({
    kind: "chart",
    title: `${workload}, ${of} over time, the most in use after a collection`,
    unit: "bytes",
    x: { title: "seconds", values: steps(end).map(rounded) },
    series,
    ...before && { sameScale: true }
  }));
}
function curveOf(name, curves, daemon, end) {
  const bytes = curves.daemons.find((one) => one.daemon === daemon)?.bytes ?? [];
  const values = steps(end).map((until) => mostWithin(bytes, curves.seconds, until, end));
  return values.some((value) => value !== null) ? [{ name, values }] : [];
}
function mostWithin(bytes, seconds, until, end) {
  const own = seconds / CURVE_POINTS;
  const from = until - end / CURVE_POINTS;
  const shared = bytes.filter(
    (_, k) => own * (k + 1) > from + ROUNDING * end && own * k < until - ROUNDING * end
  );
  const known = shared.filter((value) => value !== null);
  return known.length > 0 ? maxOf(known) : null;
}
var ROUNDING = 1e-9;
var steps = (end) => Array.from({ length: CURVE_POINTS }, (_, k) => end / CURVE_POINTS * (k + 1));
var rounded = (value) => Math.round(value * 1e3) / 1e3;

// src/report/build/measurement/heapSpread.ts
function heapSpread(workloads) {
  const rows = workloads.flatMap(
    ({ name, metrics }) => metrics.filter(({ key, values }) => isJudged(key) && values.length > 1).toSorted((a, b) => a.key < b.key ? -1 : 1).map((metric) => {
      const { key, unit, values } = metric;
      const [least, most] = [minOf(values), maxOf(values)];
      return [
        name,
        codeCell(key),
        level(values.length, "count"),
        level(least, unit),
        level(most, unit),
        least === 0 ? "" : relativeDifference(most / least - 1),
        leastSeen(metric)
      ];
    })
  );
  if (rows.length === 0) return [];
  return [
    text(
      "How far the repeats are apart. The last column is the smallest growth that is a regression: from the accepted value to the top of its band, or, without a baseline, from the median to the top of the band that these repeats would give."
    ),
    table(
      [
        "Workload",
        "Metric",
        ...["Repeats", "Least", "Most", "Most over least", "Smallest growth seen"].map(figures)
      ],
      rows
    )
  ];
}
var isJudged = (key) => familyOf(key) === "heap" && natureOf(key) === "machine";
function leastSeen({ key, unit, values, before, band }) {
  const accepted = before ?? medianOf(values, unit);
  const { high } = band ?? bandOf(key, unit, values);
  const growth = Math.max(0, high - accepted);
  const part = accepted === 0 ? [] : [" (", relativeDifference(growth / accepted), ")"];
  return { text: [level(growth, unit), ...part] };
}

// src/report/build/measurement/memory.ts
var CHARTS = [
  { part: "peak-rss", title: "peak of resident memory, by program" },
  { part: "max-live", title: "most live bytes of the Haskell heap" },
  { part: "allocated", title: "bytes allocated on the Haskell heap" }
];
var BARS = 24;
function memorySection(workloads) {
  const bars = workloads.flatMap(
    ({ name, metrics }) => CHARTS.flatMap(({ part, title }) => chartOf(`${name}, ${title}`, part, metrics) ?? [])
  );
  if (bars.length === 0) return [];
  const worse = bars.some(({ rows }) => rows.some(({ severity }) => severity === "bad"));
  const prominence = worse ? "headline" : "archive";
  const curves = workloads.flatMap(
    ({ name, heap, heapBefore }) => heap ? heapChart(name, heap, heapBefore) : []
  );
  const blocks = [...bars, ...curves, ...heapSpread(workloads)];
  return [{ title: "Memory", prominence, aside: true, blocks }];
}
function chartOf(title, part, metrics) {
  const rows = metrics.filter(({ key }) => key.startsWith("heap/") && key.endsWith(`/${part}`)).map(rowOf).sort((a, b) => Math.max(b.after ?? 0, b.before ?? 0) - Math.max(a.after ?? 0, a.before ?? 0));
  if (rows.length === 0) return void 0;
  const which = rows.length > BARS ? ` (the ${BARS} largest of ${rows.length})` : "";
  return { kind: "bars", title: title + which, unit: "bytes", rows: rows.slice(0, BARS) };
}
function rowOf(metric) {
  const { key, before, after } = metric;
  const compared = "verdict" in metric ? metric : void 0;
  const severity = compared && severityOf(compared);
  return {
    name: key.split("/").slice(1, -1).join("/"),
    before,
    band: compared?.band ?? null,
    after,
    ...severity && { severity }
  };
}

// src/report/build/comparison/outdated.ts
function outdatedSection(comparison, reader = {}) {
  const { base, cluster, verdict, workloads } = comparison;
  const rows = workloads.flatMap(
    ({ name, metrics }) => metrics.filter(isOutdated).map((metric) => ({ workload: name, metric }))
  );
  if (!base || rows.length === 0) return [];
  const named = [...new Set(rows.map(({ workload }) => workload))];
  const { asker, baselines } = reader;
  const overlaid = Object.hasOwn(base.environment, "overlay");
  const about = { cluster, ganeti: base.ganeti, overlaid, baselines };
  return [
    {
      title: `Baselines out of date (${rows.length})`,
      prominence: "headline",
      aside: true,
      blocks: [
        text(
          "On this machine the base, which the change is made on, differs from the baseline as the change does: so the change is not the reason. The baseline is older than the base, or this machine is unlike the one that it was made on."
        ),
        table(
          ["Workload", "Metric", figures("Baseline"), figures("Base, here"), figures("This run")],
          rows.map(({ workload, metric }) => [
            workload,
            codeCell(metric.key),
            metric.before === null ? "unknown" : level(metric.before, metric.unit),
            { text: baseText(metric) },
            level(metric.after ?? 0, metric.unit)
          ])
        ),
        text("Refresh the baselines from the base, or see why they differ:"),
        code(refreshCommand(named, about)),
        // It measures the pull request: with a regression in it, that would be accepted as well.
        ...asker && verdict !== "regression" ? [text(OR_COMMENT), code(refreshComment(named, asker))] : []
      ]
    }
  ];
}

// src/report/build/comparison/times.ts
function timesSection(comparison) {
  const rows = comparison.workloads.flatMap(
    (workload) => timesOf(workload).map((metric) => ({ workload: workload.name, metric }))
  );
  if (rows.length === 0) return [];
  const machine = machineWords(comparison);
  return [
    {
      title: "Times",
      prominence: "detail",
      // Where the environment differs otherwise, too, the section below says it.
      brief: briefly(comparison.workloads, comparison.environmentChanges.length > 0 ? "" : machine),
      blocks: [
        text(
          "Times decide nothing: they are of the machine as much as of Ganeti.",
          ...machine === void 0 ? [] : [` ${sentence(machine)}`]
        ),
        table(
          ["Workload", "Metric", figures("Before"), figures("After"), figures("Change")],
          rows.map(({ workload, metric }) => [
            workload,
            codeCell(metric.key),
            timeCell(metric.key, metric.before),
            timeCell(metric.key, metric.after),
            relativeCell(metric)
          ])
        )
      ]
    }
  ];
}
function timesOf({ metrics }) {
  const longest = ({ before, after }) => Math.max(before ?? 0, after ?? 0);
  return metrics.filter(({ key }) => isTime(key)).sort((a, b) => Number(b.key === "wall") - Number(a.key === "wall") || longest(b) - longest(a));
}
function briefly(workloads, machine = "") {
  const walls = workloads.flatMap(({ name, metrics }) => {
    const wall = metrics.find(({ key }) => key === "wall");
    if (!wall || wall.after === null) return [];
    const took = wall.before === null ? [level(wall.after, wall.unit)] : beforeAfter(wall);
    return [[`${name} `, ...took]];
  });
  const said = [joinedText(walls, ", "), machine === "" ? [] : [machine]].filter(
    (part) => part.length > 0
  );
  return said.length > 0 ? [...joinedText(said, "; "), "."] : ["in report.md."];
}
var timeCell = (key, seconds) => (familyOf(key) === "latency" ? precise : level)(seconds, "seconds");
function relativeCell(metric) {
  const change = metric.after === null ? null : relativeChange(metric);
  return change === null || change === 0 ? "" : relativeDifference(change);
}

// src/report/build/measurement/totals.ts
function totalsTable(workloads) {
  return table(
    [
      "Workload",
      "Total",
      figures("Before"),
      figures("After"),
      figures("Difference"),
      figures("Change")
    ],
    workloads.flatMap(
      ([workload, addends]) => totalsOf(addends).map(({ title, unit, before, after }) => [
        workload,
        title,
        level(before, unit),
        level(after, unit),
        ...differenceCells(before, after, unit)
      ])
    )
  );
}
function plainTotalsTable(workloads) {
  return table(
    ["Workload", "Total", figures("Measured")],
    workloads.flatMap(
      ([workload, addends]) => totalsOf(addends).map(({ title, unit, after }) => [workload, title, level(after, unit)])
    )
  );
}
function totalsOf(addends) {
  const totals = /* @__PURE__ */ new Map();
  for (const { key, unit, before, after } of addends) {
    const title = totalTitle(key);
    const sum = totals.get(`${title} ${unit}`);
    totals.set(`${title} ${unit}`, {
      title,
      unit,
      family: FAMILIES.indexOf(familyOf(key)),
      before: added(sum?.before ?? null, before),
      after: added(sum?.after ?? null, after)
    });
  }
  return [...totals.values()].sort(
    (a, b) => a.family - b.family || (a.title < b.title ? -1 : Number(a.title > b.title))
  );
}
var added = (a, b) => a === null ? b : b === null ? a : a + b;
function differenceCells(before, after, unit) {
  if (before === null) return ["", ""];
  const now = after ?? 0;
  const relative = before === 0 ? "" : relativeDifference((now - before) / before);
  const severity = now === before ? "dim" : unit !== "count" ? null : now > before ? "bad" : "good";
  return [difference(before, now, unit), relative].map(
    (content) => severity ? { text: [content], severity } : content
  );
}

// src/report/build/comparison/verdictLine.ts
function verdictLine(comparison, changes) {
  switch (comparison.verdict) {
    case "invalid":
      return {
        status: "invalid",
        title: "Not a valid measurement",
        verdict: whatIsMissing(comparison)
      };
    case "regression":
      return {
        status: "bad",
        title: "Regression",
        verdict: [...whatIsWorse(changes), ...outdatedWords(comparison)]
      };
    case "neutral":
      return { status: "neutral", title: "No baseline", verdict: whatIsUnknown(comparison) };
    case "pass":
      return {
        status: "good",
        title: "No regression",
        verdict: [...whatIsSame(comparison, changes), ...outdatedWords(comparison)]
      };
  }
}
function whatIsMissing({ workloads }) {
  const missing = workloads.flatMap(({ name, status, missing: probes }) => {
    if (status === "not-measured") return [`nothing was counted in ${name}`];
    return probes.length > 0 ? [`no ${enumeration(probes)} in ${name}`] : [];
  });
  return [missing.length > 0 ? missing.join("; ") : "no workload was measured"];
}
function whatIsWorse(changes) {
  const worse = changes.filter(({ metric: metric2 }) => isRegression(metric2));
  const workloads = [...new Set(worse.map(({ workload }) => workload))];
  const [worst] = worse;
  const scope = `${plural(worse.length, "metric")} of ${enumeration(workloads)}`;
  if (!worst) return [scope];
  const { metric } = worst;
  const change = relativeChange(metric);
  const lead = worse.length > 1 ? `${scope}; worst ` : `${scope}: `;
  return [
    lead,
    { code: metric.key },
    " ",
    ...beforeAfter(metric),
    " (",
    difference(metric.before ?? 0, metric.after ?? 0, metric.unit),
    ...change === null ? [] : [", ", relativeDifference(change)],
    ")",
    ...noLongerThere(changes),
    ...noLongerExact(changes)
  ];
}
function whatIsUnknown({ workloads }) {
  const unknown = workloads.filter(({ status }) => status === "no-baseline");
  const known = workloads.length - unknown.length;
  const others = known > 0 ? `; no regression in ${plural(known, "other workload")}` : "";
  return [`nothing to compare ${enumeration(unknown.map(({ name }) => name))} with${others}`];
}
function whatIsSame({ workloads }, changes) {
  const metrics = workloads.flatMap((workload) => workload.metrics).filter((m) => !standsApart(m));
  const better = changes.filter(
    ({ metric }) => metric.gates && metric.verdict === "improvement"
  ).length;
  const notes = [
    ...better > 0 ? [`${plural(better, "metric")} better, to be kept by a refresh`] : [],
    ...workloads.some(({ derivedFrom }) => derivedFrom && derivedFrom.judged > 0) ? ["compared with formulas in part"] : []
  ];
  const names = enumeration(workloads.map(({ name }) => name));
  const same = [`${plural(metrics.length, "metric")} of ${names}`, ...notes].join("; ");
  return [same, ...noLongerThere(changes), ...noLongerExact(changes)];
}
function noLongerThere(changes) {
  const gone = changes.filter(({ metric: metric2 }) => metric2.gates && metric2.verdict === "gone");
  const [first, ...others] = gone;
  if (!first) return [];
  const { metric } = first;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return [
    `; ${NO_LONGER}: `,
    { code: metric.key },
    " (",
    level(levelBefore(metric) ?? 0, metric.unit),
    ` before)${more}`
  ];
}
function outdatedWords({ workloads }) {
  const outdated = workloads.flatMap(({ metrics }) => metrics.filter(isOutdated)).length;
  return outdated === 0 ? [] : [`; ${plural(outdated, "value")} of the baselines out of date`];
}
function noLongerExact(changes) {
  const [first, ...others] = changes.filter(({ metric }) => lostExactness(metric));
  if (!first) return [];
  const more = others.length > 0 ? [` and ${others.length} more`] : [];
  return ["; no longer exact: ", { code: first.metric.key }, ...more];
}

// src/report/build/measurement/trafficSection.ts
var isTraffic = (key) => familyOf(key) === "traffic";
var BYTES = /^traffic\/([^/]+)\/(requests|replies)\/bytes$/;
function trafficSection(workloads) {
  const rows = workloads.flatMap(({ name, metrics }) => rowsOf2(name, metrics));
  if (rows.length === 0) return [];
  const columns = [
    ...["Workload", "Messages"],
    ...["Count", "Before", "After", "Difference", "A message", "Sends", "Receives"].map(figures)
  ];
  const note = "A message takes one request and one reply; sends and receives are system calls for each of them. What is asked again until something is ready is part of it, and a reader gets what is there: so it follows the machine, and decides only between two that were measured in turns.";
  return [
    {
      title: "What goes over the sockets of the daemons",
      prominence: "archive",
      blocks: [table(columns, rows), text(note)]
    }
  ];
}
function rowsOf2(workload, metrics) {
  const after = (key) => metrics.find((m) => m.key === key)?.after ?? 0;
  return metrics.flatMap((metric) => {
    const [, channel, messages] = BYTES.exec(metric.key) ?? [];
    if (channel === void 0 || messages === void 0) return [];
    const count = askedOver(channel, metrics);
    const each = (value, unit) => count === 0 ? "" : precise(value / count, unit);
    const of = (name) => after(`traffic/${channel}/${messages}/${name}`);
    const bytes = metric.after ?? 0;
    return [
      [
        ...[workload, `${channel} ${messages}`, precise(count, "count")],
        level(metric.before, "bytes"),
        level(metric.after, "bytes"),
        metric.before === null ? "" : difference(metric.before, bytes, "bytes"),
        ...[each(bytes, "bytes"), each(of("sends"), "count"), each(of("receives"), "count")]
      ]
    ];
  });
}
function askedOver(channel, metrics) {
  const own = metrics.filter(({ key }) => doneKey(key).startsWith(`rpc/${channel}/`));
  return own.reduce((sum, metric) => sum + (metric.after ?? 0), 0);
}

// src/report/build/measurement/waitingSection.ts
function waitingSection(workloads) {
  const waited = workloads.flatMap(({ name, metrics }) => {
    const disturbed = attemptsOf(metrics) > 0 ? FOLLOWS_ATTEMPTS : /* @__PURE__ */ new Set();
    const own = metrics.filter(({ key }) => isWaiting(key) && !isTraffic(key) || disturbed.has(key)).sort(attemptsFirst);
    return own.some(hasCounted) ? [{ name, metrics: own }] : [];
  });
  if (waited.length === 0) return [];
  const sentenceOf2 = ({ name, metrics }) => `${name}: ${waitedFor(metrics)}.`;
  const gaveUp = waited.filter(({ metrics }) => attemptsOf(metrics) > 0);
  return [
    {
      title: "Waiting",
      prominence: "detail",
      brief: [gaveUp.length > 0 ? gaveUp.map(sentenceOf2).join(" ") : `${NONE_GAVE_UP}.`],
      blocks: [
        ...waited.map((workload) => text(sentenceOf2(workload))),
        text(
          "All of this follows how fast the machine is: what was done only because something else was not ready, and writes that are put together when they come close to each other. It decides only between two that were measured in turns on one machine."
        ),
        table(
          ["Workload", "Metric", figures("Before"), figures("After"), figures("Difference")],
          waited.flatMap(({ name, metrics }) => metrics.map((metric) => rowOf2(name, metric)))
        )
      ]
    }
  ];
}
function waitedFor(metrics) {
  const attempts = attemptsOf(metrics);
  const polls = valueOf(metrics, LONG_POLL);
  const gaveUp = attempts === 0 ? NONE_GAVE_UP : `${plural(attempts, "opcode")} gave up waiting for ${attempts === 1 ? "its" : "their"} locks and began anew (${formatValue(valueOf(metrics, ATTEMPTS.seconds), "seconds")})`;
  const done = summaryOf(sumsOf(new Map(metrics.flatMap(doneForNothing))));
  return [
    gaveUp,
    ...done.length > 0 ? [`done for nothing: ${done.join(", ")}`] : [],
    ...polls > 0 ? [`asked ${plural(polls, "time")} whether a job had changed`] : []
  ].join("; ");
}
var NONE_GAVE_UP = "no opcode gave up waiting for its locks";
var LONG_POLL = waitingKey("rpc/luxi/WaitForJobChange");
var attemptsOf = (metrics) => valueOf(metrics, ATTEMPTS.count);
var valueOf = (metrics, key) => metrics.find((metric) => metric.key === key)?.after ?? 0;
function doneForNothing({ key, after }) {
  const done = doneKey(key);
  return done === key || key === LONG_POLL || after === null ? [] : [[done, after]];
}
function rowOf2(workload, { key, unit, before, after }) {
  const moved = before === null ? "" : difference(before, after ?? 0, unit);
  return [workload, codeCell(key), level(before, unit), level(after, unit), moved];
}
var hasCounted = ({ before, after }) => (before ?? 0) > 0 || (after ?? 0) > 0;
var attemptsFirst = (a, b) => orderOf(a.key) - orderOf(b.key) || (a.key < b.key ? -1 : Number(a.key > b.key));
var orderOf = (key) => {
  const done = doneKey(key);
  if (done !== key) return FAMILIES.indexOf(familyOf(done));
  return isInVain(key) ? -1 : FAMILIES.length + FAMILIES.indexOf(familyOf(key));
};

// src/report/build/comparison/worst.ts
var SHOWN = 5;
function worstLines({ workloads }, changes) {
  return changes.slice(0, SHOWN).map(({ workload, metric }) => {
    const branches = workloads.find(({ name }) => name === workload)?.branches ?? [];
    const of = (key) => branches.filter((branch) => branch.key === key);
    const why = whyOf(of(metric.key)) || whyOf(of(metric.key.replace(/\/bytes$/, "/writes")), WRITTEN);
    return [
      { code: metric.key },
      " ",
      ...beforeAfter(metric),
      ` in ${workload} (${verdictWords(metric)})${why}`
    ];
  });
}
var WRITTEN = "the writes of it: ";
function whyOf(branches, lead = "") {
  const [first, ...others] = acrossNodes(branches);
  if (!first) return "";
  const more = others.length === 0 ? "" : `; ${plural(others.length, "other place")}`;
  return `: ${lead}${sentenceOf(first)}${more}`;
}

// src/report/build/comparison/comparisonReport.ts
function comparisonReport(comparison, reader) {
  const changes = changesOf(comparison);
  const [first, ...lesser] = changesSections(changes, unchangedCount(comparison));
  return {
    ...verdictLine(comparison, changes),
    context: [contextOf(comparison)],
    worst: worstLines(comparison, changes),
    sections: [
      ...first ? [first] : [],
      ...outdatedSection(comparison, reader),
      ...lostExactnessSection(changes),
      ...derivedSection(comparison.workloads),
      ...causeSections(comparison.workloads),
      ...remediesSection(comparison, first !== void 0, reader),
      ...memorySection(comparison.workloads),
      ...probesSection(comparison.workloads),
      ...unknownTotalsSection(comparison),
      ...trafficSection(comparison.workloads),
      ...waitingSection(comparison.workloads),
      ...timesSection(comparison),
      ...environmentChangesSection(comparison),
      ...lesser,
      ...totalsSections(comparison),
      ...exactnessSection(comparison.workloads),
      ...coverageSection(comparison.workloads),
      ...environmentSection(comparison.after.environment),
      ...comparison.workloads.flatMap(unchangedSection)
    ].filter((section) => section.blocks.length > 0)
  };
}
function contextOf({ before, after, base, cluster, workloads }) {
  const isCompared = workloads.some(({ status }) => status !== "no-baseline");
  const [old, now] = [before && isCompared ? measuredTitle(before) : null, measuredTitle(after)];
  const against = old === null ? "" : old === now ? ", as before" : ` against ${old}`;
  const judges = base ? `; what moved was compared with its base too, ${measuredTitle(base)}, measured in turns on this machine` : "";
  return `${now}${against}; ${clusterTitle(cluster, after.environment.storage)}${judges}`;
}
function measuredTitle({ ganeti, environment }) {
  const { overlay } = environment;
  return `${ganetiTitle(ganeti)}${overlay === void 0 ? "" : ` with overlay ${overlay}`}`;
}
function remediesSection(comparison, hasChanges, reader) {
  const prominence = hasChanges && comparison.verdict !== "invalid" ? "detail" : "headline";
  return [{ title: "What to do", prominence, blocks: remedies(comparison, reader) }];
}
function totalsSections({ workloads }) {
  const addends = workloads.filter(({ baselineRepeats, derivedFrom }) => baselineRepeats > 0 && !derivedFrom).map(({ name, metrics }) => [name, added2(metrics)]).filter(([, metrics]) => metrics.length > 0);
  if (addends.length === 0) return [];
  return [{ title: "Totals", prominence: "archive", blocks: [totalsTable(addends)] }];
}
var added2 = (metrics) => metrics.filter(({ key }) => !isTime(key) && !isInVain(key) && !isProbed(key));
function unknownTotalsSection({ workloads }) {
  const addends = workloads.filter(({ status }) => status === "no-baseline").map(({ name, metrics }) => [name, added2(metrics)]).filter(([, metrics]) => metrics.length > 0);
  if (addends.length === 0) return [];
  return [
    {
      title: "Measured for the first time",
      prominence: "detail",
      blocks: [plainTotalsTable(addends)]
    }
  ];
}
function unchangedCount({ workloads }) {
  const metrics = workloads.flatMap((workload) => workload.metrics);
  return metrics.filter((metric) => metric.verdict === "same" && !standsApart(metric)).length;
}
function unchangedSection({ name, metrics }) {
  const same = metrics.filter((metric) => metric.verdict === "same" && !standsApart(metric));
  if (same.length === 0) return [];
  return [
    {
      title: `${name}: ${plural(same.length, "metric")} unchanged`,
      prominence: "archive",
      blocks: [
        table(
          ["Metric", figures("Before"), figures("After"), figures("Change"), ""],
          same.map((metric) => {
            const change = relativeChange(metric);
            return [
              codeCell(metric.key),
              level(metric.before ?? 0, metric.unit),
              level(metric.after ?? 0, metric.unit),
              change === null || change === 0 ? "" : relativeDifference(change),
              evidenceWords(metric)
            ];
          }),
          same.map(({ verdict }) => verdict)
        )
      ]
    }
  ];
}

export {
  compareMeasurement,
  compareMeasurements,
  isProbed,
  probesSection,
  memorySection,
  plainTotalsTable,
  trafficSection,
  waitingSection,
  comparisonReport
};
