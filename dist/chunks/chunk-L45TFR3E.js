import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  environmentSection
} from "./chunk-2QQN34D2.js";
import {
  clusterTitle,
  ganetiTitle
} from "./chunk-CVHPNJED.js";
import {
  codeCell,
  difference,
  figures,
  level,
  percentage,
  table,
  text
} from "./chunk-SAMDT5C3.js";
import {
  plural
} from "./chunk-OHF2BV36.js";
import {
  maxOf,
  sum
} from "./chunk-TSNSTRFB.js";

// src/report/build/costs/costFlames.ts
function costFlames(result, of) {
  const { daemon, workload, ganeti, costs, against } = result;
  const what = of === "ticks" ? "time" : "allocation";
  const tick = costs.seconds / (costs.ticks || 1);
  const valueOf = (cost) => of === "ticks" ? cost.ticks * tick : cost.allocated;
  const before = against && valuesOf(against.costs, valueOf);
  return {
    kind: "flames",
    title: `${daemon} during ${workload}: ${what} by stack of calls, ${ganetiTitle(ganeti)}`,
    unit: of === "ticks" ? "seconds" : "bytes",
    frames: framesOf(costs, valueOf).map(({ path, ...frame }) => ({
      ...frame,
      ...before && { before: before.get(path) ?? 0 }
    })),
    ...against && { before: ganetiTitle(against.ganeti) }
  };
}
function valuesOf(costs, valueOf) {
  const values2 = /* @__PURE__ */ new Map();
  for (const { path, value } of framesOf(costs, valueOf)) {
    values2.set(path, (values2.get(path) ?? 0) + value);
  }
  return values2;
}
function framesOf({ stacks }, valueOf) {
  const roots = [];
  const open = [];
  for (const { depth, name, ...cost } of stacks) {
    open.length = depth;
    const parent = open.at(-1);
    const path = `${parent?.path ?? ""}
${name}`;
    const branch = { depth, name, value: valueOf(cost), path, branches: [] };
    (parent?.branches ?? roots).push(branch);
    open.push(branch);
  }
  const flat = (branches) => branches.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1)).flatMap(({ branches: below, ...frame }) => [frame, ...flat(below)]);
  return flat(roots);
}

// src/report/build/costs/costTables.ts
function costTable(costs, rows) {
  const time = ({ ticks }) => percentage(part(ticks, costs.ticks));
  const allocation = ({ allocated }) => percentage(part(allocated, costs.allocated));
  return table(
    ["Cost centre", ...COLUMNS],
    costs.centres.toSorted((a, b) => b.individual.allocated - a.individual.allocated).slice(0, rows).map(({ name, entries, individual, inherited }) => [
      ...[codeCell(name), time(individual), allocation(individual)],
      ...[time(inherited), allocation(inherited), level(entries, "count")]
    ])
  );
}
var COLUMNS = [
  ...["Time", "Allocation", "Inherited time", "Inherited allocation"].map(figures),
  { ...figures("Entries"), optional: true }
];
var part = (value, whole) => whole === 0 ? 0 : value / whole;
function changedCentres(before, now) {
  const earlier = new Map(before.centres.map((centre) => [centre.name, centre]));
  const later = new Map(now.centres.map((centre) => [centre.name, centre]));
  return [.../* @__PURE__ */ new Set([...later.keys(), ...earlier.keys()])].map((name) => ({
    name,
    before: earlier.get(name) ?? unseen(name),
    now: later.get(name) ?? unseen(name)
  })).filter((one) => own(one) !== 0 || all(one) !== 0).sort((a, b) => Math.abs(own(b)) - Math.abs(own(a)) || Math.abs(all(b)) - Math.abs(all(a)));
}
var unseen = (name) => {
  const nothing = { ticks: 0, allocated: 0 };
  return { name, entries: 0, individual: nothing, inherited: nothing };
};
var own = ({ before, now }) => now.individual.allocated - before.individual.allocated;
var all = ({ before, now }) => now.inherited.allocated - before.inherited.allocated;
var tickOf = ({ seconds, ticks }) => ticks === 0 ? 0 : seconds / ticks;
function differenceTable(before, now, rows) {
  const [tickBefore, tickNow] = [tickOf(before), tickOf(now)];
  return table(
    [
      ...["Cost centre", ...["Before", "Now", "Difference", "Inherited difference"].map(figures)],
      ...["Time difference", "More entries"].map((title) => ({
        ...figures(title),
        optional: true
      }))
    ],
    changedCentres(before, now).slice(0, rows).map((one) => {
      const { individual: from, entries, inherited } = one.before;
      const to = one.now.individual;
      return [
        ...[codeCell(one.name), level(from.allocated, "bytes"), level(to.allocated, "bytes")],
        difference(from.allocated, to.allocated, "bytes"),
        difference(inherited.allocated, one.now.inherited.allocated, "bytes"),
        difference(from.ticks * tickBefore, to.ticks * tickNow, "seconds"),
        difference(entries, one.now.entries, "count")
      ];
    })
  );
}

// src/report/build/costs/costsReport.ts
var IN_SIGHT = 15;
var ALL = 500;
function costsReport(result) {
  const { daemon, workload, ganeti, cluster, costs, environment, against } = result;
  const which = against ? `Now ${ganetiTitle(ganeti)}, before ${ganetiTitle(against.ganeti)}` : ganetiTitle(ganeti);
  return {
    status: "neutral",
    title: "Profiled",
    verdict: [
      `the costs of ${daemon} during ${workload}: `,
      ...against ? movedMost(against.costs, costs) : costsMost(costs)
    ],
    context: [`${which}; ${clusterTitle(cluster, environment.storage)}`],
    sections: [
      ...against ? [differenceSection(against.costs, costs)] : [],
      {
        title: "Cost centres",
        prominence: "headline",
        blocks: [text(...explained(result)), costTable(costs, IN_SIGHT)]
      },
      {
        title: "Allocation by stack of calls",
        prominence: "headline",
        blocks: [text(...flamesExplained(result)), costFlames(result, "allocated")]
      },
      {
        title: "Time by stack of calls",
        prominence: "archive",
        blocks: [costFlames(result, "ticks")]
      },
      ...allOf(result),
      ...environmentSection(environment)
    ]
  };
}
function costsMost({ allocated, seconds, centres }) {
  const most = centres.reduce(
    (a, b) => a && a.individual.allocated >= b.individual.allocated ? a : b,
    void 0
  );
  const amounts2 = [level(allocated, "bytes"), " allocated, ", level(seconds, "seconds")];
  if (!most || allocated === 0) return amounts2;
  const part2 = percentage(most.individual.allocated / allocated);
  return [...amounts2, "; the most by ", { code: most.name }, " (", part2, ")"];
}
function movedMost(before, now) {
  const amounts2 = [
    ...[level(before.allocated, "bytes"), " allocated before, "],
    ...[level(now.allocated, "bytes"), " now"]
  ];
  const [most] = changedCentres(before, now);
  if (!most) return amounts2;
  const [from, to] = [most.before.individual.allocated, most.now.individual.allocated];
  return [
    ...[...amounts2, "; the largest difference is of ", { code: most.name }],
    ...[" (", difference(from, to, "bytes"), ")"]
  ];
}
var explained = ({
  costs: { seconds, allocated },
  processorSeconds
}) => [
  "A part of the ",
  ...[level(seconds, "seconds"), " in which it ran, and of the ", level(allocated, "bytes")],
  " that the daemon allocated from its start to its end: of each function by itself, and inherited, with all that it called. GHC optimizes less where it counts: what a build for use spends is less, and its parts are near these only.",
  ...processorSeconds ? [
    ...[" The daemon took ", level(processorSeconds.profiled, "seconds")],
    ...[
      " of the processor here, and ",
      level(processorSeconds.plain, "seconds"),
      " in a plain build."
    ]
  ] : []
];
var flamesExplained = ({ against }) => [
  "Each stack of calls is as wide as what it allocated with all that it called",
  against ? "; what is red allocated more than before, what is blue less. What is gone has no place here, but one in the table." : "."
];
function differenceSection(before, now) {
  const words = text(
    "Bytes that each function allocated by itself, and the difference with all that it called. What is allocated repeats nearly exactly; time does not."
  );
  const blocks = [words, differenceTable(before, now, IN_SIGHT)];
  return { title: "What differs", prominence: "headline", blocks };
}
function allOf({ costs, against }) {
  const section = (title, block) => ({
    ...{ title, prominence: "archive", blocks: [block] }
  });
  return [
    ...against ? [section("All differences", differenceTable(against.costs, costs, ALL))] : [],
    section("All cost centres", costTable(costs, ALL))
  ];
}

// src/report/build/profile/heapAreas.ts
var LAYERS = 11;
var REST = "all others";
function heapAreas(profile) {
  const { daemon, workload, ganeti, heap, against } = profile;
  const layers = largestTypes(against ? [against.heap, heap] : [heap]);
  return {
    kind: "areas",
    title: `${daemon} during ${workload}: live heap by type of closure`,
    unit: "bytes",
    x: "seconds",
    layers: [...layers, REST],
    panels: [
      ...against ? [panelOf(`before: ${ganetiTitle(against.ganeti)}`, against.heap, layers)] : [],
      panelOf(`${against ? "now: " : ""}${ganetiTitle(ganeti)}`, heap, layers)
    ]
  };
}
function panelOf(name, heap, layers) {
  const places = layers.map((layer) => heap.types.indexOf(layer));
  const points = heap.samples.map(({ seconds, bytes }) => {
    const named = places.map((place) => bytes[place] ?? 0);
    const rest = sum(bytes) - sum(named);
    return { at: seconds, values: [...named, rest] };
  });
  return { name, to: heap.seconds, points };
}
function largestTypes(heaps) {
  const peaks = /* @__PURE__ */ new Map();
  for (const { types, samples } of heaps) {
    for (const [place, type] of types.entries()) {
      const most = Math.max(0, maxOf(samples.map(({ bytes }) => bytes[place] ?? 0)));
      peaks.set(type, Math.max(peaks.get(type) ?? 0, most));
    }
  }
  return [...peaks].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, LAYERS).map(([type]) => type);
}

// src/report/build/profile/profileReport.ts
function profileReport(profile) {
  const { daemon, workload, ganeti, cluster, heap, environment, against } = profile;
  const which = against ? `Now ${ganetiTitle(ganeti)}, before ${ganetiTitle(against.ganeti)}` : ganetiTitle(ganeti);
  const before = against ? [level(against.heap.maxLive, "bytes"), " before, "] : [];
  return {
    status: "neutral",
    title: "Profiled",
    verdict: [
      `the heap of ${daemon} during ${workload}: at most `,
      ...[...before, level(heap.maxLive, "bytes"), against ? " now" : " live"]
    ],
    context: [`${which}; ${clusterTitle(cluster, environment.storage)}`],
    sections: [
      {
        title: "Heap over time",
        prominence: "headline",
        blocks: [heapAreas(profile), amounts(heap, against?.heap)]
      },
      typesSection(heap, against?.heap),
      ...environmentSection(environment)
    ]
  };
}
var AMOUNTS = [
  ["Live at the most", ({ maxLive }) => maxLive],
  ["Live when the workload began", ({ liveBefore }) => liveBefore],
  ["Live when it had ended", ({ liveAfter }) => liveAfter],
  ["Allocated", ({ allocated }) => allocated]
];
function amounts(now, before) {
  return table(
    ["", ...columns(before)],
    AMOUNTS.map(([name, of]) => [name, ...values(of(now), before && of(before))])
  );
}
function typesSection(now, before) {
  const [after, earlier] = [atPeak(now), before && atPeak(before)];
  const names = [.../* @__PURE__ */ new Set([...after.keys(), ...earlier?.keys() ?? []])];
  const rows = names.filter((name) => name !== REST).map((name) => ({ name, now: after.get(name) ?? 0, before: earlier?.get(name) ?? 0 })).sort((a, b) => Math.max(b.now, b.before) - Math.max(a.now, a.before));
  const counted = plural(now.collections, "collection");
  return {
    title: "Types of closures at the peak",
    prominence: "detail",
    blocks: [
      text(
        `Sampled at each of ${counted}, when all of the heap was collected: so what is garbage is not in it. Constructors have their modules before them; a name in capitals is a kind of closure, of which THUNK is work that was put off.`
      ),
      table(
        ["Type", ...columns(before)],
        rows.map((row) => [codeCell(row.name), ...values(row.now, before && row.before)])
      )
    ]
  };
}
var columns = (before) => (before ? ["Before", "Now", "Difference"] : ["Bytes"]).map(figures);
function values(now, before) {
  if (before === void 0) return [level(now, "bytes")];
  return [level(before, "bytes"), level(now, "bytes"), difference(before, now, "bytes")];
}
function atPeak({ types, samples }) {
  const peak = samples.reduce(
    (most, { bytes }) => sum(bytes) > sum(most) ? bytes : most,
    []
  );
  return new Map([...types, REST].map((type, place) => [type, peak[place] ?? 0]));
}

export {
  costFlames,
  costsReport,
  heapAreas,
  profileReport
};
