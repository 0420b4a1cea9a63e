import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  degreesOf,
  growthClass,
  growthReport,
  growthVerdict,
  judgeGrowth
} from "./chunk-MLXTEOWG.js";
import {
  forTerminal,
  renderJson
} from "./chunk-JWD5VQ5Y.js";
import "./chunk-57UWAAKY.js";
import {
  baselinesOf,
  measureConfirmed,
  referenceOf
} from "./chunk-I7MSA5XA.js";
import {
  startSession
} from "./chunk-CL3HLL4J.js";
import "./chunk-5CORYAOY.js";
import {
  containerTestbeds,
  withTestbed
} from "./chunk-X4TSJBDH.js";
import "./chunk-QCN47WKD.js";
import "./chunk-ZKCXORBD.js";
import {
  ProcessError
} from "./chunk-GLGAEHXX.js";
import {
  fullGrid,
  sizesOf
} from "./chunk-XFB76KZB.js";
import "./chunk-V3NDJQFK.js";
import {
  openFolder,
  openResults,
  writeReportFiles
} from "./chunk-ER3G2XHN.js";
import "./chunk-OBXTH5V2.js";
import "./chunk-UJV7G4UM.js";
import {
  refreshCommand
} from "./chunk-FOP6R44Y.js";
import {
  baselinesFolder,
  readAcceptedBaselines,
  readBaselines,
  selectorOf,
  writeBaseline
} from "./chunk-XJDNLKTU.js";
import "./chunk-Y7MEFD6O.js";
import "./chunk-KJXJPGUJ.js";
import "./chunk-X7S3GNGY.js";
import {
  serialize
} from "./chunk-JHEBFQ3P.js";
import "./chunk-26TE6ZOB.js";
import "./chunk-WBLOP3OH.js";
import {
  loadWorkloads
} from "./chunk-AYJCC6NW.js";
import {
  checkNeeds
} from "./chunk-URRM4JQ2.js";
import {
  GROWTH_SCHEMA,
  MAX_DEGREE,
  ONE,
  ZERO,
  add,
  divide,
  evaluateFormula,
  exitCodeOf,
  formatFormula,
  formula,
  isZero,
  multiply,
  negate,
  noisyReason,
  parseFormula,
  subtract,
  whole,
  workloadVerdict
} from "./chunk-OXJKO5GU.js";
import {
  terminalText
} from "./chunk-GMCW5A7Q.js";
import "./chunk-24JLUGNP.js";
import "./chunk-H5B6HATQ.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-FCEA6E3H.js";
import {
  configurationOf,
  topologyName
} from "./chunk-F6DOSCOQ.js";
import {
  EXIT,
  PerfError,
  invalidError,
  usageError
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import {
  plural
} from "./chunk-G2KZW3ZY.js";
import "./chunk-5XWL5JNG.js";

// src/cli/scaleCommand.ts
import { relative } from "node:path";

// src/growth/accept.ts
function acceptGrowth(baseline, { metrics }) {
  const learned = new Map(Object.entries(baseline.metrics));
  const accepted = [];
  for (const [key, metric] of Object.entries(metrics)) {
    const before = learned.get(key);
    if (before?.kind === "noisy" || metric.kind === "noisy") continue;
    const after = acceptedMetric(metric, before, baseline.cluster);
    if (after) learned.set(key, after);
    const [was, now] = [before?.growth ?? null, after?.growth ?? null];
    if (was !== now) accepted.push({ key, before: was, after: now });
  }
  return { baseline: { ...baseline, metrics: Object.fromEntries(learned) }, accepted };
}
function acceptedMetric(metric, before, own) {
  const known = before?.growth === void 0 ? void 0 : parseFormula(before.growth);
  const stillHolds = known !== void 0 && holds(known, metric);
  const found = metric.growth.kind === "formula" ? metric.growth.formula : void 0;
  const formula2 = found === void 0 ? void 0 : parseFormula(found);
  if (before && stillHolds && (!formula2 || !known.fixed)) return before;
  const value = formula2 && evaluateFormula(formula2, own);
  if (found !== void 0 && isCount(value)) {
    if (before?.value === value) return { ...before, growth: found };
    const runs = Math.max(...metric.points.map(({ values }) => values.length));
    return { kind: "exact", unit: metric.unit, value, evidence: { runs }, growth: found };
  }
  if (!before) return void 0;
  return known && !stillHolds ? { ...before, growth: void 0 } : before;
}
function holds(formula2, { points }) {
  const known = points.flatMap(({ values, ...size }) => {
    const expected = evaluateFormula(formula2, size);
    return expected === void 0 ? [] : [values.every((value) => value === expected)];
  });
  return known.length > 0 && known.every(Boolean);
}
var isCount = (value) => value !== void 0 && Number.isSafeInteger(value) && value >= 0;

// src/usecases/scale/scaleBaselines.ts
async function scaleBaselines(folder, facts, sizes, workloads) {
  const selector = selectorOf(facts);
  const found = /* @__PURE__ */ new Map();
  for (const size of sizes) {
    const others2 = workloads.filter((name) => !found.has(name));
    const at = { ...selector, cluster: { ...selector.cluster, ...size } };
    for (const [name, baseline] of await readAcceptedBaselines(folder, at, others2)) {
      found.set(name, baseline);
    }
  }
  const others = workloads.filter((name) => !found.has(name));
  for (const [name, derived] of await readBaselines(folder, selector, others)) {
    found.set(name, derived);
  }
  return found;
}
function requireBaselines(baselines, workloads, facts) {
  const missing = workloads.filter(
    (name) => baselines.get(name)?.derivedFrom !== void 0 || !baselines.has(name)
  );
  if (missing.length === 0) return;
  const about = {
    cluster: facts.cluster,
    ganeti: facts.ganeti,
    overlaid: Object.hasOwn(facts.environment, "overlay")
  };
  throw usageError(
    `--accept writes formulas into baselines, and ${missing.join(", ")} has none at any of these sizes; make it first: ${refreshCommand(missing, about)}`
  );
}
async function writeFormulas(folder, { workloads }, baselines) {
  const written = [];
  for (const workload of workloads) {
    const before = baselines.get(workload.name);
    if (!before || before.derivedFrom) continue;
    const { baseline, accepted: formulas } = acceptGrowth(before, workload);
    const path = await writeBaseline(folder, baseline);
    written.push({ workload: workload.name, path, formulas, baseline });
  }
  return written;
}

// src/usecases/scale/scaleResults.ts
import { readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
async function openScaleResults(out) {
  const folder = resolve(out);
  const files = {
    growth: join(folder, "growth.json"),
    report: join(folder, "report.md"),
    page: join(folder, "report.html")
  };
  await openFolder(out, files, async () => {
    for (const size of await sizeFolders(folder)) await rm(size, { recursive: true });
    await writeFile(files.report, "");
  });
  return {
    files,
    openSize: (cluster) => openResults(join(folder, topologyName(cluster))),
    writeGrowth: (growth) => writeFile(files.growth, serialize(growth)),
    writeReport: (report) => writeReportFiles(files, report)
  };
}
async function sizeFolders(folder) {
  const names = (await readdir(folder)).filter((name) => /^\d+-nodes-\d+-instances-/.test(name));
  const ours = await Promise.all(
    names.map(async (name) => {
      const files = await readdir(join(folder, name)).catch(() => []);
      return files.includes("events.jsonl") ? [join(folder, name)] : [];
    })
  );
  return ours.flat();
}

// src/usecases/scale/measureSize.ts
async function measureSize(size, work, context, testbeds = containerTestbeds) {
  const { settings } = work;
  await withTestbed(testbeds, { ...settings, ...size }, context, async (testbed) => {
    await work.prepare(testbed.facts);
    const results = await work.results.openSize(testbed.facts.cluster);
    const session = startSession(testbed, results, context);
    const reference = referenceOf(await baselinesOf(settings, testbed));
    const done = [];
    for (const workload of work.workloads) {
      done.push(await measured(workload, settings.repeat, { session, reference }, context));
      work.keep({ ...session.measurement(), workloads: [...done] });
    }
  });
}
async function measured(workload, repeat, measuring, context) {
  const { name } = workload;
  const { measured: measured2, comparison } = await measureConfirmed(workload, repeat, measuring, context);
  if (workloadVerdict(comparison) === "invalid") {
    const missing = comparison.missing.join(", ") || "anything";
    throw invalidError(`in ${name}, nothing was counted of ${missing}`);
  }
  return measured2;
}

// src/growth/newton.ts
function interpolate({ nodes, instances, values }) {
  const columns = instances.map(
    (_, k) => dividedDifferences(
      nodes,
      values.map((row) => whole(row[k] ?? 0))
    )
  );
  const coefficients = nodes.map(
    (_, p) => dividedDifferences(
      instances,
      columns.map((column) => column[p] ?? ZERO)
    )
  );
  const [inNodes, inInstances] = [newtonBasis(nodes), newtonBasis(instances)];
  const terms = coefficients.flatMap(
    (row, p) => row.flatMap(
      (coefficient, q) => isZero(coefficient) ? [] : product(inNodes[p] ?? [], inInstances[q] ?? []).map((term) => ({
        ...term,
        coefficient: multiply(coefficient, term.coefficient)
      }))
    )
  );
  return formula(terms);
}
function dividedDifferences(places, values) {
  let level = [...values];
  const found = [];
  for (let order = 1; level[0]; order++) {
    found.push(level[0]);
    level = level.slice(1).map((value, i) => {
      const distance = (places[i + order] ?? 0) - (places[i] ?? 0);
      return divide(subtract(value, level[i] ?? ZERO), whole(distance));
    });
  }
  return found;
}
function newtonBasis(places) {
  const basis = [];
  let current = [ONE];
  for (const place of places) {
    basis.push(current);
    const shift = negate(whole(place));
    current = [ZERO, ...current].map(
      (coefficient, i) => add(coefficient, multiply(shift, current[i] ?? ZERO))
    );
  }
  return basis;
}
function product(inNodes, inInstances) {
  return inNodes.flatMap(
    (a, nodes) => inInstances.map((b, instances) => ({ nodes, instances, coefficient: multiply(a, b) }))
  );
}

// src/growth/fit.ts
var SPARE_SIZES = 2;
var DECIDING_SIZES = 5;
function fitExact(points) {
  const grid = fullGrid(points);
  const varied = ["nodes", "instances"].filter((v) => grid[v].length > 1);
  if (varied.length === 0) return notDecided("one size of the cluster says nothing of growth");
  const through = interpolate(grid);
  const degrees = degreesOf(through);
  const doubtful = varied.filter((v) => degrees[v] > grid[v].length - 1 - SPARE_SIZES);
  const refuted = doubtful.find((v) => grid[v].length >= DECIDING_SIZES);
  if (refuted) {
    const sizes = grid[refuted].length;
    return noFormula(
      `no polynomial of degree ${sizes - 1 - SPARE_SIZES} or less gives the values at ${sizes} sizes of ${refuted}`
    );
  }
  if (doubtful.length > 0) {
    return notDecided(doubtful.map((v) => lacking(v, grid[v].length, degrees[v])).join("; "));
  }
  return checked({ ...through, ...fixedOf(grid) }, grid);
}
function checked(found, { rest }) {
  const text = formatFormula(found);
  const { nodes, instances } = degreesOf(found);
  if (Math.max(nodes, instances) > MAX_DEGREE || !parseFormula(text)) {
    return noFormula("the polynomial that fits has too many digits to mean anything");
  }
  const outlier = rest.find((point) => {
    const value = evaluateFormula(found, point);
    return value !== void 0 && value !== point.value;
  });
  if (outlier) {
    return noFormula(
      `${text} holds at most sizes, but at ${outlier.nodes} nodes and ${outlier.instances} instances it is ${outlier.value}`
    );
  }
  return { kind: "formula", formula: found };
}
function fixedOf(grid) {
  for (const variable of ["nodes", "instances"]) {
    const [size, ...others] = grid[variable];
    if (size !== void 0 && others.length === 0) return { fixed: { variable, size } };
  }
  return {};
}
var lacking = (variable, sizes, degree) => `degree ${degree} in ${variable} takes ${degree + 1 + SPARE_SIZES} sizes to be sure of, and ${sizes} were measured`;
var notDecided = (reason) => ({ kind: "not-decided", reason });
var noFormula = (reason) => ({ kind: "no-formula", reason });

// src/growth/linear.ts
function fitLinear(points) {
  const [n, i, v] = [
    centred(points.map(({ nodes }) => nodes)),
    centred(points.map(({ instances }) => instances)),
    centred(points.map(({ value }) => value))
  ];
  const [nn, ii, ni] = [dot(n.off, n.off), dot(i.off, i.off), dot(n.off, i.off)];
  const [nv, iv] = [dot(n.off, v.off), dot(i.off, v.off)];
  const determinant = nn * ii - ni * ni;
  const apart = determinant > 1e-9 * nn * ii;
  const perNode = apart ? (nv * ii - iv * ni) / determinant : nn > 0 ? nv / nn : null;
  const perInstance = apart ? (iv * nn - nv * ni) / determinant : nn > 0 || ii === 0 ? null : iv / ii;
  const base = v.mean - (perNode ?? 0) * n.mean - (perInstance ?? 0) * i.mean;
  const squares = points.map(
    ({ nodes, instances, value }) => (value - base - (perNode ?? 0) * nodes - (perInstance ?? 0) * instances) ** 2
  );
  const rms = Math.sqrt(mean(squares));
  return { base, perNode, perInstance, rms, relative: v.mean === 0 ? null : rms / v.mean };
}
function centred(values) {
  const middle = mean(values);
  return { mean: middle, off: values.map((value) => value - middle) };
}
var mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
var dot = (a, b) => a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);

// src/growth/growthOfMetrics.ts
function growthOfMetrics(measured2, learned = {}) {
  const known = new Map(Object.entries(learned));
  const exact = [...known].filter(([, { kind }]) => kind === "exact");
  const seen = measured2.flatMap(({ workload }) => Object.entries(workload.metrics));
  const units = new Map([...exact, ...seen].map(([key, { unit }]) => [key, unit]));
  const metrics = [...units].map(([key, unit]) => {
    const points = measured2.map(({ cluster: { nodes, instances }, workload }) => ({
      nodes,
      instances,
      values: new Map(Object.entries(workload.metrics)).get(key)?.values ?? zeros(workload)
    }));
    return [key, growthOfMetric(key, unit, points, known.get(key)?.kind === "noisy")];
  });
  return Object.fromEntries(metrics);
}
function growthOfMetric(key, unit, points, isNoisy = false) {
  const exact = !isNoisy && noisyReason(key, unit) === void 0 && points.every(agrees);
  return {
    unit,
    kind: exact ? "exact" : "noisy",
    points: [...points],
    growth: exact ? exactGrowth(points) : { kind: "fit", ...fitLinear(points.flatMap(each)) }
  };
}
function exactGrowth(points) {
  const fit = fitExact(points.map(({ values: [value = 0], ...size }) => ({ ...size, value })));
  if (fit.kind !== "formula") return fit;
  return { kind: "formula", formula: formatFormula(fit.formula), class: growthClass(fit.formula) };
}
var agrees = ({ values: [first, ...others] }) => Number.isSafeInteger(first) && others.every((value) => value === first);
var each = ({ values, ...size }) => values.map((value) => ({ ...size, value }));
var zeros = ({ repeat }) => Array.from({ length: repeat }, () => 0);

// src/growth/growthDocument.ts
function growthDocument({ grid, failures, measurements }, baselines) {
  const [first] = measurements;
  if (!first) throw new RangeError("nothing was measured, so nothing is known of growth");
  const names = new Set(measurements.flatMap(({ workloads }) => workloads.map(({ name }) => name)));
  return {
    schema: GROWTH_SCHEMA,
    ganeti: first.ganeti,
    environment: first.environment,
    grid,
    failures,
    workloads: [...names].map((name) => {
      const measured2 = measurements.flatMap(
        ({ cluster, workloads }) => workloads.filter((w) => w.name === name).map((workload) => ({ cluster, workload }))
      );
      const baseline = baselines.get(name);
      const metrics = growthOfMetrics(measured2, baseline?.metrics);
      return { name, metrics, ...judgeGrowth(metrics, baseline) };
    })
  };
}

// src/usecases/scale/survey.ts
function startSurvey({ nodes, instances }) {
  const measurements = /* @__PURE__ */ new Map();
  const failures = [];
  let failed;
  return {
    keep: (measurement) => {
      const { cluster } = measurement;
      measurements.set(`${cluster.nodes} ${cluster.instances}`, measurement);
    },
    hasMeasured: () => measurements.size > 0,
    growth(baselines) {
      const [first] = measurements.values();
      if (!first) throw failed;
      const { diskTemplate } = first.cluster;
      const grid = {
        nodes: [...nodes],
        instances: [...instances],
        diskTemplate,
        ...configurationOf(first.cluster)
      };
      const survey = { grid, failures, measurements: [...measurements.values()] };
      return growthDocument(survey, baselines ?? /* @__PURE__ */ new Map());
    },
    outlive(error, size, { signal }) {
      failed ??= error;
      if (signal?.aborted || isEverywhere(error, measurements.size === 0)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      failures.push({ ...size, reason: reason.slice(0, 2e3) });
      return reason;
    }
  };
}
function isEverywhere(error, isFirst) {
  if (error instanceof ProcessError) return false;
  if (!(error instanceof PerfError)) return true;
  return error.exitCode === EXIT.usage || isFirst && error.exitCode === EXIT.environment;
}

// src/usecases/scale/scale.ts
async function scale(settings, context) {
  const { log } = context;
  const workloads = await loadWorkloads(settings.workloads);
  const sizes = sizesOf(settings);
  const [smallest] = sizes;
  if (smallest)
    for (const workload of workloads) checkNeeds(workload, { ...settings, ...smallest });
  const results = await openScaleResults(settings.out);
  const folder = baselinesFolder(settings.baselines);
  const survey = startSurvey(settings);
  let baselines;
  const prepare = async (facts) => {
    baselines ??= await scaleBaselines(folder, facts, sizes, settings.workloads);
    if (settings.accept) requireBaselines(baselines, settings.workloads, facts);
  };
  for (const [index, size] of sizes.entries()) {
    const { nodes, instances } = size;
    const place = `${index + 1} of ${sizes.length}`;
    log.info(`${plural(nodes, "node")}, ${plural(instances, "instance")} (${place})`);
    try {
      const { keep } = survey;
      await measureSize(size, { settings, workloads, results, prepare, keep }, context);
    } catch (error) {
      const reason = survey.outlive(error, size, context);
      log.error(`not measured at this size: ${reason}`);
    }
    if (survey.hasMeasured()) await results.writeGrowth(survey.growth(baselines));
  }
  const growth = survey.growth(baselines);
  const report = growthReport(growth);
  await results.writeReport(report);
  const mayAccept = settings.accept && growth.failures.length === 0;
  const accepted = mayAccept ? await writeFormulas(folder, growth, baselines ?? /* @__PURE__ */ new Map()) : [];
  const now = accepted.map(({ workload, baseline }) => [workload, baseline]);
  const rest = mayAccept ? survey.growth(new Map(now)) : growth;
  const exitCode = exitCodeOf({ verdict: growthVerdict(rest) });
  return { exitCode, files: results.files, growth, report, accepted };
}

// src/cli/scaleCommand.ts
async function scaleWorkloads(settings, context) {
  const { exitCode, growth, report, files, accepted } = await scale(settings, context);
  context.print(settings.json ? renderJson(growth) : `
${forTerminal(report)}
`);
  for (const { workload, path, formulas } of accepted) {
    context.log.info(
      `${workload}: ${plural(formulas.length, "formula")} changed in ${relative(".", path)}`
    );
    for (const { key, before, after } of formulas) {
      context.log.debug(terminalText([`${key}: ${before ?? "none"} -> ${after ?? "none"}`]));
    }
  }
  if (settings.accept && growth.failures.length > 0) {
    context.log.warn("nothing was accepted, as a size could not be measured");
  }
  context.log.info(`written: ${relative(".", files.report)}, and beside it what was measured`);
  return exitCode;
}
export {
  scaleWorkloads
};
