import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  probeReport,
  probeSizesReport
} from "./chunk-JYWL7KYK.js";
import {
  costsReport,
  profileReport
} from "./chunk-L45TFR3E.js";
import {
  harnessReport
} from "./chunk-ST6ZBEBS.js";
import {
  defectsReport
} from "./chunk-E4363FWJ.js";
import {
  growthReport
} from "./chunk-GVDJYS3M.js";
import "./chunk-L75I5VKV.js";
import {
  readInput
} from "./chunk-AVUOSTOY.js";
import {
  traceReport
} from "./chunk-2FXCTLUE.js";
import {
  forTerminal,
  renderJson
} from "./chunk-75V6EXLZ.js";
import "./chunk-57UWAAKY.js";
import "./chunk-CKIKNP4S.js";
import "./chunk-7JBQ3LT3.js";
import {
  failureReport
} from "./chunk-NRK72JU6.js";
import "./chunk-N35OCFWC.js";
import {
  comparisonReport,
  isProbed,
  memorySection,
  plainTotalsTable,
  probesSection,
  trafficSection,
  waitingSection
} from "./chunk-XQURPLCB.js";
import {
  environmentSection
} from "./chunk-2QQN34D2.js";
import "./chunk-GGPTUHQK.js";
import "./chunk-3BBSHLMF.js";
import "./chunk-BKOYP7A7.js";
import "./chunk-AXLRMFYY.js";
import "./chunk-DODY6POW.js";
import "./chunk-T4ZNNPGP.js";
import {
  renderMarkdown
} from "./chunk-H3G7KOFV.js";
import "./chunk-4VL4X2MK.js";
import {
  parsePublished
} from "./chunk-XW5CLFQN.js";
import "./chunk-OQH6SHCG.js";
import "./chunk-J572PHDR.js";
import "./chunk-HGN54WNV.js";
import {
  isInVain
} from "./chunk-IYCQVKGC.js";
import {
  medianOf
} from "./chunk-KGUNOPRW.js";
import "./chunk-OKXFYSDW.js";
import "./chunk-PK3XEFPR.js";
import {
  clusterTitle,
  ganetiTitle
} from "./chunk-CVHPNJED.js";
import {
  codeCell,
  figures,
  level,
  table
} from "./chunk-SAMDT5C3.js";
import "./chunk-LAUIYLMP.js";
import "./chunk-SOFWC5QX.js";
import "./chunk-SHGZJK5N.js";
import "./chunk-RZGKQOWJ.js";
import {
  enumeration,
  plural
} from "./chunk-OHF2BV36.js";
import {
  maxOf,
  minOf
} from "./chunk-TSNSTRFB.js";
import {
  EXIT,
  usageError
} from "./chunk-HSULD6WJ.js";
import "./chunk-6MX2ZWUR.js";
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
    context: [`${ganetiTitle(ganeti)}; ${clusterTitle(cluster, environment.storage)}`],
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
    html: async () => (await import("./html-U4JXLL73.js")).renderHtml(sections),
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
    case "failure":
      return failureReport(published.document);
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
