import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  quantile
} from "./chunk-CKIKNP4S.js";
import {
  environmentSection
} from "./chunk-2QQN34D2.js";
import {
  median
} from "./chunk-KGUNOPRW.js";
import {
  clusterTitle,
  ganetiTitle
} from "./chunk-CVHPNJED.js";
import {
  figures,
  level,
  precise,
  relativeDifference,
  table,
  text
} from "./chunk-SAMDT5C3.js";
import {
  maxOf,
  minOf
} from "./chunk-TSNSTRFB.js";

// src/report/build/harness/harnessReport.ts
function harnessReport(harness) {
  const { name, ganeti, cluster, against, environment } = harness;
  const which = against ? `Now ${ganetiTitle(ganeti)}, before ${ganetiTitle(against.ganeti)}, in turns` : ganetiTitle(ganeti);
  const { seconds, bytes } = perCall(harness);
  return {
    status: "neutral",
    title: "Called",
    verdict: [
      { code: name },
      ": a median of ",
      precise(median(seconds), "seconds"),
      " and ",
      precise(median(bytes), "bytes"),
      " allocated for a call"
    ],
    context: [`${which}; ${clusterTitle(cluster, environment.storage)}`],
    sections: [
      ...against ? [changesSection(against, harness)] : [],
      callsSection(harness),
      ...environmentSection(environment)
    ]
  };
}
var perCall = ({ samples }) => ({
  seconds: samples.map(({ calls, nanoseconds }) => nanoseconds / calls / 1e9),
  bytes: samples.map(({ calls, allocated }) => allocated / calls)
});
function changesSection(before, now) {
  const [old, new_] = [perCall(before), perCall(now)];
  const row = (what, a, b, unit) => {
    const [from, to] = [median(a), median(b)];
    const change = from === 0 ? level(null, "count") : relativeDifference(to / from - 1);
    return [what, precise(from, unit), precise(to, unit), change];
  };
  const rows = [
    row("median processor time of a call", old.seconds, new_.seconds, "seconds"),
    row("allocated for a call", old.bytes, new_.bytes, "bytes"),
    row("size of config.data", [before.configBytes], [now.configBytes], "bytes")
  ];
  const note = "Nothing of this decides anything: the exit status is 0. Both were called in turns on the same machine.";
  return {
    title: "What differs",
    prominence: "headline",
    blocks: [table(["", ...["Before", "Now", "Change"].map(figures)], rows), text(note)]
  };
}
function callsSection({ against, ...now }) {
  const builds = against ? [["before", against], ["now", now]] : [["", now]];
  const rows = builds.flatMap(([name, called]) => {
    const { seconds, bytes } = perCall(called);
    const sorted = seconds.toSorted((a, b) => a - b);
    return [
      [
        ...against ? [name] : [],
        level(called.samples.length, "count"),
        level(called.samples[0]?.calls ?? 0, "count"),
        precise(quantile(sorted, 0), "seconds"),
        precise(median(seconds), "seconds"),
        precise(quantile(sorted, 0.95), "seconds"),
        precise(median(bytes), "bytes"),
        precise(maxOf(bytes) - minOf(bytes), "bytes"),
        precise(called.configBytes, "bytes")
      ]
    ];
  });
  const columns = [
    "Samples",
    "Calls in each",
    "Least time",
    "Median",
    "p95",
    "Allocated",
    "Its range",
    "config.data"
  ];
  const titles = columns.map(figures);
  return {
    title: "A call",
    prominence: "headline",
    blocks: [table(against ? ["", ...titles] : titles, rows)]
  };
}

export {
  harnessReport
};
