import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  FAMILY_TITLES
} from "./chunk-CVHPNJED.js";
import {
  coverage,
  figures,
  level,
  table,
  text,
  wordsOf
} from "./chunk-SAMDT5C3.js";
import {
  ATTEMPTS,
  doneKey,
  familyOf
} from "./chunk-SHGZJK5N.js";
import {
  formatValue,
  plural
} from "./chunk-OHF2BV36.js";
import {
  sum
} from "./chunk-TSNSTRFB.js";

// src/report/build/explain/coverageSection.ts
function coverageTable(all) {
  const isNamed = all.some(({ name }) => name !== "");
  return table(
    [
      ...isNamed ? ["Workload"] : [],
      "Events",
      figures("Seen"),
      figures("Below a command"),
      figures("A daemon's own"),
      figures("Periodic"),
      figures("No cause"),
      figures("With a cause")
    ],
    all.flatMap(
      ({ name, share }) => share.map(({ family, events, attributed, daemon, background, unattributed }) => [
        ...isNamed ? [name] : [],
        FAMILY_TITLES[family],
        ...[events, attributed, daemon, background].map((count) => level(count, "count")),
        {
          text: [level(unattributed, "count")],
          ...unattributed > 0 && { severity: "warn" }
        },
        coverage(attributed, events - background)
      ])
    )
  );
}
function coverageSection(workloads) {
  const known = workloads.flatMap(
    ({ name, share }) => share && share.length > 0 ? [{ name, share }] : []
  );
  if (known.length === 0) return [];
  const all = known.flatMap(({ share }) => share);
  const sum2 = (of) => all.reduce((n, each) => n + of(each), 0);
  const found = coverage(
    sum2(({ attributed }) => attributed),
    sum2(({ events, background }) => events - background)
  );
  return [
    {
      title: `Causes found (${wordsOf([found])})`,
      prominence: "archive",
      blocks: [
        text(found, " of the events that are not periodic hang below a command line."),
        coverageTable(known)
      ]
    }
  ];
}

// src/report/build/explain/summary.ts
function totalOf(all) {
  const total = /* @__PURE__ */ new Map();
  for (const counts of all) {
    for (const [metric, count] of counts) {
      const key = doneKey(metric);
      total.set(key, (total.get(key) ?? 0) + count);
    }
  }
  return total;
}
function channelOf(key) {
  return familyOf(key) === "rpc" ? key.split("/")[1] : void 0;
}
var SECONDS = "asleep";
var TOTALS = [
  { holds: (key) => familyOf(key) === "execve", noun: "command", short: "command" },
  { holds: (key) => channelOf(key) === "node", noun: "node RPC", short: "RPC" },
  { holds: (key) => channelOf(key) === "wconfd", noun: "wconfd call", short: "wconfd call" },
  { holds: (key) => isWrite(key, "jobfile"), noun: "job-file write", short: "job write" },
  { holds: isSecondsAsleep, noun: SECONDS, short: SECONDS },
  { holds: (key) => isWrite(key, "config"), noun: "config write", short: "config write" },
  { holds: (key) => familyOf(key) === "fsync", noun: "fsync", short: "fsync" },
  { holds: (key) => isWrite(key, "locks"), noun: "lock-file write", short: "lock write" },
  { holds: (key) => channelOf(key) === "luxi", noun: "luxi request", short: "luxi call" },
  { holds: (key) => key === ATTEMPTS.count, noun: "abandoned attempt", short: "abandoned attempt" },
  {
    holds: (key) => !["node", "wconfd", "luxi", void 0].includes(channelOf(key)),
    noun: "other request",
    short: "other call"
  }
];
var VERDICT_TOTALS = 5;
function isSecondsAsleep(key) {
  return familyOf(key) === "sleep" && key.endsWith("/seconds");
}
function sumsOf(counts) {
  const sums = TOTALS.map(() => 0);
  for (const [key, count] of counts) {
    TOTALS.forEach(({ holds }, k) => {
      if (holds(key)) sums[k] = (sums[k] ?? 0) + count;
    });
  }
  return sums;
}
var addSums = (all) => TOTALS.map((_, k) => sum(all.map((sums) => sums[k] ?? 0)));
function summaryOf(sums) {
  return TOTALS.flatMap(({ short }, k) => {
    const all = sums[k] ?? 0;
    return all > 0 ? [totalWords(short, all)] : [];
  });
}
function verdictSummary(sums) {
  return TOTALS.slice(0, VERDICT_TOTALS).map(({ noun }, k) => totalWords(noun, sums[k] ?? 0));
}
var isWrite = (key, family) => familyOf(key) === family && key.endsWith("/writes");
var totalWords = (noun, all) => noun === SECONDS ? `${formatValue(all, "seconds")} ${noun}` : plural(all, noun);

export {
  coverageTable,
  coverageSection,
  totalOf,
  channelOf,
  sumsOf,
  addSums,
  summaryOf,
  verdictSummary
};
