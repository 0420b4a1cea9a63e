import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  harnessReport
} from "./chunk-RJ6QXIYZ.js";
import {
  defectsReport
} from "./chunk-FP75E5FW.js";
import {
  growthReport
} from "./chunk-EPQC6D35.js";
import {
  readInput
} from "./chunk-4EXHH6Q3.js";
import {
  traceReport
} from "./chunk-IKCVI7VU.js";
import {
  probeReport,
  probeSizesReport
} from "./chunk-YIY3PLB3.js";
import {
  costsReport,
  profileReport
} from "./chunk-GBSDYG6B.js";
import {
  forTerminal,
  renderJson
} from "./chunk-PGU7FKKT.js";
import "./chunk-57UWAAKY.js";
import "./chunk-TQE2RDX4.js";
import "./chunk-EPUXCURR.js";
import "./chunk-FGACXSAX.js";
import {
  comparisonReport,
  isProbed,
  memorySection,
  plainTotalsTable,
  probesSection,
  trafficSection,
  waitingSection
} from "./chunk-YEU7KGYT.js";
import "./chunk-O35SQTFW.js";
import {
  environmentSection
} from "./chunk-XGD4M6VY.js";
import "./chunk-ZA6P6QDU.js";
import "./chunk-5TUNWMID.js";
import "./chunk-VLO2PPJI.js";
import "./chunk-7G3ZZQUA.js";
import "./chunk-DDU5Q433.js";
import {
  renderMarkdown
} from "./chunk-ICKVFAQE.js";
import "./chunk-4VL4X2MK.js";
import {
  parsePublished
} from "./chunk-KFIXOD6R.js";
import "./chunk-TAHKJNCT.js";
import "./chunk-GL5E6AMI.js";
import "./chunk-KTZ7JAJU.js";
import {
  isInVain
} from "./chunk-VWNRHXPV.js";
import {
  medianOf
} from "./chunk-KGUNOPRW.js";
import "./chunk-W7UWJNTH.js";
import "./chunk-UMFG6ZND.js";
import {
  clusterTitle,
  ganetiTitle
} from "./chunk-GLOQKCYA.js";
import {
  codeCell,
  figures,
  level,
  table
} from "./chunk-SAMDT5C3.js";
import "./chunk-VPN5A5YR.js";
import "./chunk-PS4LRULL.js";
import "./chunk-P5PA3TYE.js";
import {
  EXIT,
  usageError
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-RZGKQOWJ.js";
import {
  enumeration,
  plural
} from "./chunk-OHF2BV36.js";
import {
  maxOf,
  minOf
} from "./chunk-TSNSTRFB.js";
import "./chunk-YKIAVSG6.js";
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
      ...trafficSection(measured),
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
            level(minOf(values), unit),
            level(maxOf(values), unit)
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
    html: async () => (await import("./html-GWND6EVU.js")).renderHtml(sections),
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
