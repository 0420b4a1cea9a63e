import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  harnessReport
} from "./chunk-EWDBW7VY.js";
import {
  defectsReport
} from "./chunk-FFEFLKSL.js";
import {
  growthReport
} from "./chunk-C5FC6ODP.js";
import {
  readInput
} from "./chunk-HFABG7GH.js";
import {
  traceReport
} from "./chunk-WTZCEO76.js";
import {
  probeReport,
  probeSizesReport
} from "./chunk-YMWN64I6.js";
import {
  costsReport,
  profileReport
} from "./chunk-XX62V42F.js";
import {
  forTerminal,
  renderJson
} from "./chunk-QPZHDSJF.js";
import "./chunk-57UWAAKY.js";
import "./chunk-MM224Z3P.js";
import "./chunk-FEIU34F3.js";
import "./chunk-WD4V44VR.js";
import {
  comparisonReport,
  isProbed,
  memorySection,
  plainTotalsTable,
  probesSection,
  waitingSection
} from "./chunk-52WB22YQ.js";
import "./chunk-477IZNHI.js";
import {
  environmentSection
} from "./chunk-FPOGN6GI.js";
import "./chunk-4MCCKDQS.js";
import "./chunk-CHJUVM66.js";
import "./chunk-JXVECS64.js";
import "./chunk-NJZIQNOW.js";
import {
  parsePublished
} from "./chunk-A2YLTDHI.js";
import "./chunk-QHCBQYXV.js";
import {
  renderMarkdown
} from "./chunk-GI5OQAQC.js";
import "./chunk-O5FRELDM.js";
import "./chunk-V6QA6T7Y.js";
import "./chunk-JSGERO53.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-QUSMYMNX.js";
import {
  isInVain
} from "./chunk-QH47MABX.js";
import {
  medianOf
} from "./chunk-KGUNOPRW.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-2LMAZ52R.js";
import {
  clusterTitle,
  ganetiTitle
} from "./chunk-FH2PKCAA.js";
import {
  codeCell,
  figures,
  level,
  table
} from "./chunk-SAMDT5C3.js";
import "./chunk-3CJGGXZ7.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-IQUKULMR.js";
import "./chunk-VUCNCSIX.js";
import {
  EXIT,
  usageError
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-FOCAHIEL.js";
import "./chunk-OCSF6W6H.js";
import {
  enumeration,
  plural
} from "./chunk-OHF2BV36.js";
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
    html: async () => (await import("./html-SYPQL7WO.js")).renderHtml(sections),
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
    case "cost-centres":
      return costsReport(published.document);
    case "harness":
      return harnessReport(published.document);
    case "defects":
      return defectsReport(published.document);
  }
}
export {
  report
};
