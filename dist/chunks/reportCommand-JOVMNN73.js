import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  harnessReport
} from "./chunk-LLOMPHQH.js";
import {
  growthReport
} from "./chunk-NIOQXT5J.js";
import {
  readInput
} from "./chunk-JRQNIQNR.js";
import {
  traceReport
} from "./chunk-ES6PP3ZH.js";
import {
  probeReport,
  probeSizesReport
} from "./chunk-HBSR6PJJ.js";
import {
  profileReport
} from "./chunk-MKBNNDRM.js";
import {
  forTerminal,
  renderJson
} from "./chunk-DPXHKXIP.js";
import "./chunk-57UWAAKY.js";
import "./chunk-OHE57BG6.js";
import "./chunk-I53S5TWO.js";
import "./chunk-52SZRDML.js";
import {
  comparisonReport,
  isProbed,
  memorySection,
  plainTotalsTable,
  probesSection,
  waitingSection
} from "./chunk-HUAVST32.js";
import "./chunk-CCOQO3MH.js";
import {
  environmentSection
} from "./chunk-UJV7G4UM.js";
import "./chunk-PT6IDR7E.js";
import "./chunk-XYZIRDX3.js";
import "./chunk-WQ56JGXB.js";
import "./chunk-KJLAGA2M.js";
import {
  parsePublished
} from "./chunk-RH76S456.js";
import "./chunk-4O2NTDYN.js";
import {
  renderMarkdown
} from "./chunk-XBXI5JZW.js";
import "./chunk-I3FLOG7W.js";
import "./chunk-J4BYQ2V6.js";
import "./chunk-26TE6ZOB.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-FDQ44ORG.js";
import {
  isInVain
} from "./chunk-EIF4E76W.js";
import {
  medianOf
} from "./chunk-KGUNOPRW.js";
import "./chunk-3T3VHYIR.js";
import {
  clusterTitle,
  ganetiTitle
} from "./chunk-GB3BGDVR.js";
import {
  codeCell,
  figures,
  level,
  table
} from "./chunk-24JLUGNP.js";
import "./chunk-YUUHRTZJ.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-ZQIFQCMM.js";
import "./chunk-F6DOSCOQ.js";
import {
  EXIT,
  usageError
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import {
  enumeration,
  plural
} from "./chunk-G2KZW3ZY.js";
import "./chunk-OCSF6W6H.js";
import "./chunk-5XWL5JNG.js";

// src/report/build/measurement/measurementReport.ts
function measurementReport(measurement) {
  const { workloads, ganeti, cluster, environment } = measurement;
  const metrics = workloads.reduce((sum, w) => sum + Object.keys(w.metrics).length, 0);
  const measured = workloads.map((w) => ({
    name: w.name,
    metrics: addendsOf(w),
    heap: w.heap
  }));
  const addends = measured.map(
    ({ name, metrics: own }) => [name, own.filter(({ key }) => !isInVain(key) && !isProbed(key))]
  ).filter(([, own]) => own.length > 0);
  return {
    status: metrics > 0 ? "neutral" : "invalid",
    title: metrics > 0 ? "Measured" : "Nothing was measured",
    verdict: [
      `${plural(metrics, "metric")} of ${enumeration(workloads.map(({ name }) => name)) || "no workload"}, not compared with anything`
    ],
    context: [`${ganetiTitle(ganeti)}; ${clusterTitle(cluster)}`],
    sections: [
      ...addends.length > 0 ? [
        {
          title: "Totals",
          prominence: "headline",
          blocks: [plainTotalsTable(addends)]
        }
      ] : [],
      ...probesSection(measured),
      ...memorySection(measured),
      ...waitingSection(measured),
      ...workloads.flatMap(metricsSection),
      ...environmentSection(environment)
    ]
  };
}
function addendsOf({ metrics }) {
  return Object.entries(metrics).map(([key, { unit, values }]) => ({
    key,
    unit,
    before: null,
    after: medianOf(values, unit),
    values
  }));
}
function metricsSection({ name, repeat, metrics }) {
  const entries = Object.entries(metrics).sort(([a], [b]) => a < b ? -1 : 1);
  if (entries.length === 0) return [];
  return [
    {
      title: `${name}: ${plural(entries.length, "metric")}, ${plural(repeat, "repeat")}`,
      prominence: "archive",
      blocks: [
        table(
          ["Metric", figures("Median"), figures("Least"), figures("Most")],
          entries.map(([key, { unit, values }]) => [
            codeCell(key),
            level(medianOf(values, unit), unit),
            level(Math.min(...values), unit),
            level(Math.max(...values), unit)
          ])
        )
      ]
    }
  ];
}

// src/cli/reportCommand.ts
async function report({ file, format }, context) {
  const published = parsePublished(await readInput(file), file);
  if (published.kind === "baseline") {
    throw usageError(`${file} is a baseline; report renders everything else`);
  }
  const { document } = published;
  const sections = reportOf(published);
  const render = {
    markdown: () => renderMarkdown(sections),
    // Only a page needs its library of charts.
    html: async () => (await import("./html-7BE6B53O.js")).renderHtml(sections),
    terminal: () => forTerminal(sections, "with --format html"),
    json: () => renderJson(document)
  };
  context.print(await render[format]());
  return EXIT.ok;
}
function reportOf(published) {
  switch (published.kind) {
    case "comparison":
      return comparisonReport(published.document);
    case "measurement":
      return measurementReport(published.document);
    case "growth":
      return growthReport(published.document);
    case "trace":
      return traceReport(published.document);
    case "probe":
      return probeReport(published.document);
    case "probe-sizes":
      return probeSizesReport(published.document);
    case "profile":
      return profileReport(published.document);
    case "harness":
      return harnessReport(published.document);
  }
}
export {
  report
};
