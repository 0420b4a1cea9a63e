import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  growthReport
} from "./chunk-G2ATKRMO.js";
import {
  readInput
} from "./chunk-L3VACQMA.js";
import {
  traceReport
} from "./chunk-L64IYL7O.js";
import {
  forTerminal,
  renderJson
} from "./chunk-5H4Y5DZS.js";
import "./chunk-S2DA46DO.js";
import {
  comparisonReport,
  memorySection,
  plainTotalsTable,
  waitingSection
} from "./chunk-XIRQFPY3.js";
import {
  environmentSection
} from "./chunk-3GTX4TMC.js";
import "./chunk-4BSSVIHF.js";
import "./chunk-VZB2KQCR.js";
import "./chunk-XOSMOWYC.js";
import "./chunk-ZXPJHBLO.js";
import "./chunk-42EP362F.js";
import {
  parsePublished
} from "./chunk-BCPURNDR.js";
import "./chunk-JXO6NNPS.js";
import {
  isInVain,
  medianOf
} from "./chunk-FSCN2NQB.js";
import {
  renderMarkdown
} from "./chunk-QF2FWGQL.js";
import "./chunk-EFZY4FG5.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-YFSIEZNQ.js";
import {
  clusterTitle,
  ganetiTitle
} from "./chunk-AKXYMCQU.js";
import "./chunk-IYWTEJWL.js";
import {
  codeCell,
  figures,
  table
} from "./chunk-3D7PVHWS.js";
import {
  enumeration,
  formatValue,
  plural
} from "./chunk-SFCUFVPB.js";
import "./chunk-XFB76KZB.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-MVWLFD5R.js";
import "./chunk-LJOYK5Z6.js";
import "./chunk-RVXCGWXA.js";
import {
  EXIT,
  usageError
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";

// src/report/measurementReport.ts
function measurementReport(measurement) {
  const { workloads, ganeti, cluster, environment } = measurement;
  const metrics = workloads.reduce((sum, w) => sum + Object.keys(w.metrics).length, 0);
  const measured = workloads.map((w) => ({ name: w.name, metrics: addendsOf(w) }));
  const addends = measured.map(
    ({ name, metrics: own }) => [name, own.filter(({ key }) => !isInVain(key))]
  );
  return {
    mark: metrics > 0 ? "neutral" : "invalid",
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

// src/commands/report.ts
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
    html: async () => (await import("./html-WQKGSYRM.js")).renderHtml(sections),
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
