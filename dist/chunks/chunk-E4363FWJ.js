import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  environmentSection
} from "./chunk-2QQN34D2.js";
import {
  ganetiTitle
} from "./chunk-CVHPNJED.js";
import {
  codeCell,
  figures,
  level,
  table,
  text
} from "./chunk-SAMDT5C3.js";

// src/report/build/defects/defectsReport.ts
function defectsReport({ ganeti, environment, defects }) {
  const count = (...outcomes) => defects.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const planted = defects.filter(({ origin }) => origin !== "none");
  const tried = planted.filter(({ outcome }) => isTried(outcome)).length;
  const nulls = count("silent", "alarm");
  const bad = count("missed", "otherwise", "alarm", "not-measured") > 0;
  return {
    status: tried + nulls === 0 ? "invalid" : bad ? "bad" : "good",
    title: "Defects brought back",
    verdict: [
      level(count("caught"), "count"),
      ` of ${tried} caught as was said beforehand`,
      ...count("otherwise") > 0 ? [`, ${count("otherwise")} otherwise`] : [],
      ...count("missed") > 0 ? [`, ${count("missed")} missed`] : [],
      `; ${count("alarm")} alarms by ${nulls} changes that cost nothing`
    ],
    context: [ganeti ? ganetiTitle(ganeti) : "nothing was measured"],
    sections: [
      ...ORIGINS.flatMap(
        ({ origin, title }) => section(
          title,
          defects.filter((one) => one.origin === origin)
        )
      ),
      ...notTried(defects),
      ...environment ? environmentSection(environment) : []
    ]
  };
}
var isTried = (outcome) => outcome !== "not-applicable" && outcome !== "not-measured";
var ORIGINS = [
  { origin: "talk", title: "Named in the talk" },
  { origin: "history", title: "From Ganeti's history" },
  { origin: "like", title: "Of a kind that happens" },
  { origin: "none", title: "Changes that cost nothing" }
];
function section(title, all) {
  const defects = all.filter(({ outcome }) => isTried(outcome));
  if (defects.length === 0) return [];
  const columns = [
    "Workload",
    "Outcome",
    "Nodes \xD7 instances",
    "Metric",
    figures("Before"),
    figures("After"),
    "Said"
  ];
  const rows = defects.flatMap(rowsOf);
  return [
    {
      title: `${title} (${defects.length})`,
      prominence: "headline",
      blocks: [table([title, ...columns], rows)]
    }
  ];
}
function rowsOf({ title, workload, outcome, tried }) {
  const head = [title, codeCell(workload), outcomeCell(outcome)];
  const rows = tried.flatMap(({ cluster, found, others }) => {
    const size = `${cluster.nodes} \xD7 ${cluster.instances}`;
    if (found.length === 0) return [[size, others.join(", "), "", "", ""]];
    return found.map((one) => [
      size,
      codeCell(one.metric),
      valueOf(one, one.before),
      valueOf(one, one.after),
      one.faults.length > 0 ? one.faults.join("; ") : one.more === void 0 ? "" : `${one.more} more`
    ]);
  });
  return rows.map((row, k) => [...k === 0 ? head : ["", "", ""], ...row]);
}
var valueOf = ({ unit }, value) => level(value, unit ?? "count");
var SEVERITIES = {
  caught: "good",
  silent: "good",
  otherwise: "warn",
  missed: "bad",
  alarm: "bad",
  "not-measured": "bad",
  "not-applicable": "dim"
};
var outcomeCell = (outcome) => ({
  text: [outcome],
  severity: SEVERITIES[outcome]
});
function notTried(all) {
  const defects = all.filter(({ outcome }) => !isTried(outcome));
  if (defects.length === 0) return [];
  const rows = defects.map(({ title, outcome, reason = "" }) => [
    title,
    outcomeCell(outcome),
    reason
  ]);
  const note = "Neither caught nor missed: they are in no figure above.";
  return [
    {
      title: `Not tried (${defects.length})`,
      prominence: "headline",
      blocks: [text(note), table(["Defect", "", "Why"], rows)]
    }
  ];
}

export {
  defectsReport
};
