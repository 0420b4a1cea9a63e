import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  environmentSection
} from "./chunk-BYV4SAQP.js";
import {
  clusterTitle,
  ganetiTitle
} from "./chunk-366KZEUV.js";
import {
  codeCell,
  difference,
  figures,
  level,
  table,
  text
} from "./chunk-SAMDT5C3.js";
import {
  plural
} from "./chunk-OHF2BV36.js";
import {
  sum
} from "./chunk-OCSF6W6H.js";

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
      const most = Math.max(0, ...samples.map(({ bytes }) => bytes[place] ?? 0));
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
    context: [`${which}; ${clusterTitle(cluster)}`],
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
  heapAreas,
  profileReport
};
