import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readInput
} from "./chunk-7UHOEFZU.js";
import {
  traceReport
} from "./chunk-672MABQX.js";
import {
  growthReport
} from "./chunk-W2674ZV4.js";
import {
  forTerminal,
  renderJson
} from "./chunk-27H4IF4Q.js";
import "./chunk-57UWAAKY.js";
import "./chunk-XFB76KZB.js";
import {
  comparisonReport,
  memorySection,
  plainTotalsTable,
  waitingSection
} from "./chunk-324TQAS7.js";
import "./chunk-3TFKVIVG.js";
import "./chunk-7GPNBFQD.js";
import "./chunk-PLPRJCLQ.js";
import {
  environmentSection
} from "./chunk-NU72AUUW.js";
import "./chunk-WVZEETSD.js";
import "./chunk-T73W2HS3.js";
import "./chunk-WJPKD4ZY.js";
import "./chunk-3T3VHYIR.js";
import {
  parsePublished
} from "./chunk-ZW47P2PA.js";
import {
  isInVain,
  medianOf
} from "./chunk-YW5T4O67.js";
import {
  renderMarkdown
} from "./chunk-WSHDVWH6.js";
import "./chunk-DM6JMSMC.js";
import "./chunk-Y5RXFHFG.js";
import {
  clusterTitle,
  ganetiTitle
} from "./chunk-RGJEWX6A.js";
import "./chunk-HP5DRTI5.js";
import {
  codeCell,
  figures,
  table
} from "./chunk-3N62MUP3.js";
import {
  enumeration,
  formatValue,
  plural
} from "./chunk-TRMHDDGF.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-JRCCUOWA.js";
import "./chunk-3J2XX2DR.js";
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
            formatValue(medianOf(values, unit), unit),
            formatValue(Math.min(...values), unit),
            formatValue(Math.max(...values), unit)
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
    html: async () => (await import("./html-Z6MG6FLS.js")).renderHtml(sections),
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
