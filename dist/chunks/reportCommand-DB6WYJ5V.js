import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readInput
} from "./chunk-GGP3ZQU2.js";
import {
  traceReport
} from "./chunk-VINZ6EKJ.js";
import {
  growthReport
} from "./chunk-D5T6OJIQ.js";
import {
  forTerminal,
  renderJson
} from "./chunk-WRSUURJT.js";
import "./chunk-57UWAAKY.js";
import "./chunk-XFB76KZB.js";
import "./chunk-JG4RUSAK.js";
import {
  comparisonReport,
  memorySection,
  plainTotalsTable,
  waitingSection
} from "./chunk-SGQF3VEM.js";
import "./chunk-KSHBMTQI.js";
import {
  environmentSection
} from "./chunk-MUJ2XNYD.js";
import "./chunk-ABNXVHEB.js";
import "./chunk-46AHPF2E.js";
import "./chunk-4FURWST4.js";
import "./chunk-WS7F7YDN.js";
import {
  parsePublished
} from "./chunk-IJ7W6Y6N.js";
import {
  renderMarkdown
} from "./chunk-4JSTCIE2.js";
import "./chunk-X7S3GNGY.js";
import "./chunk-EHLIHZSN.js";
import "./chunk-A3QP4PI5.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-25KDXKWL.js";
import "./chunk-3T3VHYIR.js";
import {
  isInVain,
  medianOf
} from "./chunk-IH27PL5B.js";
import {
  clusterTitle,
  ganetiTitle
} from "./chunk-XNV6JCTA.js";
import {
  codeCell,
  figures,
  level,
  table
} from "./chunk-QNF5IGQ3.js";
import {
  enumeration,
  plural
} from "./chunk-VIV74OAY.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-R6PBMWWY.js";
import "./chunk-RVXCGWXA.js";
import {
  EXIT,
  usageError
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";

// src/report/build/measurement/measurementReport.ts
function measurementReport(measurement) {
  const { workloads, ganeti, cluster, environment } = measurement;
  const metrics = workloads.reduce((sum, w) => sum + Object.keys(w.metrics).length, 0);
  const measured = workloads.map((w) => ({ name: w.name, metrics: addendsOf(w) }));
  const addends = measured.map(
    ({ name, metrics: own }) => [name, own.filter(({ key }) => !isInVain(key))]
  );
  return {
    status: metrics > 0 ? "neutral" : "invalid",
    title: metrics > 0 ? "Measured" : "Nothing was measured",
    verdict: [
      `${plural(metrics, "metric")} of ${enumeration(workloads.map(({ name }) => name)) || "no workload"}, not compared with anything`
    ],
    context: [`${ganetiTitle(ganeti)}; ${clusterTitle(cluster)}`],
    sections: [
      ...metrics > 0 ? [
        {
          title: "Totals",
          prominence: "headline",
          blocks: [plainTotalsTable(addends)]
        }
      ] : [],
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
    after: medianOf(values, unit)
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
    html: async () => (await import("./html-DQHEDB7R.js")).renderHtml(sections),
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
  }
}
export {
  report
};
