import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readInput
} from "./chunk-XEZOSJNY.js";
import {
  traceReport
} from "./chunk-L4LX64DK.js";
import {
  probeReport
} from "./chunk-CSJJTCNX.js";
import {
  growthReport
} from "./chunk-MLXTEOWG.js";
import {
  forTerminal,
  renderJson
} from "./chunk-JWD5VQ5Y.js";
import "./chunk-57UWAAKY.js";
import "./chunk-XFB76KZB.js";
import "./chunk-B2BMBAJF.js";
import {
  comparisonReport,
  memorySection,
  plainTotalsTable,
  waitingSection
} from "./chunk-THQ46B62.js";
import "./chunk-SM36YSSG.js";
import {
  environmentSection
} from "./chunk-UJV7G4UM.js";
import "./chunk-BQ4QBGUB.js";
import "./chunk-WQ56JGXB.js";
import "./chunk-FOP6R44Y.js";
import "./chunk-KJLAGA2M.js";
import {
  parsePublished
} from "./chunk-XJDNLKTU.js";
import "./chunk-Y7MEFD6O.js";
import {
  renderMarkdown
} from "./chunk-KJXJPGUJ.js";
import "./chunk-X7S3GNGY.js";
import "./chunk-JHEBFQ3P.js";
import "./chunk-26TE6ZOB.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-MNCHGOTB.js";
import "./chunk-3T3VHYIR.js";
import {
  isInVain,
  medianOf
} from "./chunk-OXJKO5GU.js";
import {
  clusterTitle,
  ganetiTitle
} from "./chunk-GMCW5A7Q.js";
import {
  codeCell,
  figures,
  level,
  table
} from "./chunk-24JLUGNP.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-FCEA6E3H.js";
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
    html: async () => (await import("./html-RLB63QNT.js")).renderHtml(sections),
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
  }
}
export {
  report
};
