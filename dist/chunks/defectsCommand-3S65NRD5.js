import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  defectsReport
} from "./chunk-E4363FWJ.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-75V6EXLZ.js";
import "./chunk-57UWAAKY.js";
import {
  run
} from "./chunk-OMPH6PEB.js";
import "./chunk-KDW4XQTX.js";
import "./chunk-I4COBKEW.js";
import "./chunk-C3LAMR4P.js";
import "./chunk-GSLCWZCF.js";
import {
  applyOverlay,
  literalPattern
} from "./chunk-THMOR72H.js";
import "./chunk-FAXXC353.js";
import "./chunk-CKIKNP4S.js";
import "./chunk-JQ64J7FM.js";
import "./chunk-BRIZUE6C.js";
import "./chunk-R4NMOF6K.js";
import "./chunk-V3NDJQFK.js";
import {
  openResults
} from "./chunk-OEKFHLQH.js";
import "./chunk-Y3XO2ACU.js";
import "./chunk-XQURPLCB.js";
import "./chunk-2QQN34D2.js";
import "./chunk-GGPTUHQK.js";
import "./chunk-AVMGVZHM.js";
import "./chunk-3BBSHLMF.js";
import "./chunk-BKOYP7A7.js";
import "./chunk-AXLRMFYY.js";
import "./chunk-DODY6POW.js";
import "./chunk-T4ZNNPGP.js";
import "./chunk-H3G7KOFV.js";
import "./chunk-4VL4X2MK.js";
import {
  DEFECTS_SCHEMA,
  serialize
} from "./chunk-XW5CLFQN.js";
import "./chunk-OQH6SHCG.js";
import "./chunk-J572PHDR.js";
import "./chunk-LFXBMTSD.js";
import "./chunk-RXPND74W.js";
import {
  parseFile
} from "./chunk-NLPLDUTU.js";
import "./chunk-HGN54WNV.js";
import {
  isRegression
} from "./chunk-IYCQVKGC.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-OKXFYSDW.js";
import {
  FormulaSchema
} from "./chunk-PK3XEFPR.js";
import "./chunk-CVHPNJED.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-L3PENX4O.js";
import "./chunk-4XPSXIGN.js";
import "./chunk-LAUIYLMP.js";
import {
  WorkloadNameSchema,
  evaluateFormula,
  parseFormula
} from "./chunk-SOFWC5QX.js";
import {
  DISK_TEMPLATES,
  MAX_CONFIG_INSTANCES,
  MAX_CONFIG_NODES,
  MetricKeySchema,
  _enum,
  array,
  int,
  literal,
  number,
  record,
  strictObject,
  string,
  union
} from "./chunk-SHGZJK5N.js";
import "./chunk-RZGKQOWJ.js";
import "./chunk-OHF2BV36.js";
import {
  maxOf
} from "./chunk-TSNSTRFB.js";
import {
  EXIT,
  PerfError,
  usageError
} from "./chunk-HSULD6WJ.js";
import {
  projectRoot
} from "./chunk-6MX2ZWUR.js";
import "./chunk-YKIAVSG6.js";
import "./chunk-5XWL5JNG.js";

// src/usecases/defects/load.ts
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

// src/defects/schema.ts
var DEFECT_SCHEMA = "ganeti-perf/defect/1";
var ModuleSchema = string().regex(/^ganeti(?:\.[a-z_][a-z0-9_]*){1,6}$/, {
  error: "expected a module of Ganeti's, e.g. ganeti.backend"
});
var FileSchema = string().max(200).regex(/^(?!.*(?:^|\/)\.)[A-Za-z0-9_./-]+$/, { error: "expected a path in a checkout" });
var Name = string().regex(/^[a-z_][A-Za-z0-9_']{0,99}$/, {
  error: "expected the name of a function"
});
var EditSchema = union([
  strictObject({ file: FileSchema, definition: Name, put: string().min(1).max(1e4) }),
  strictObject({
    file: FileSchema,
    in: Name.optional(),
    find: string().min(1).max(200),
    put: string().max(1e4)
  })
]);
var SizeSchema = strictObject({
  nodes: int().min(1).max(100),
  instances: int().min(0).max(1e3),
  nodeGroups: int().min(2).max(100).optional()
});
var WorseSchema = strictObject({
  metric: MetricKeySchema,
  /** Of an exact metric: how many more, in nodes n, node groups g and instances i, e.g. `2 i`. */
  more: FormulaSchema.optional(),
  /** Of what varies: to so many times as much, at least. */
  times: number().gt(1).max(1e3).optional(),
  /** Words of the steps on the way to where it is counted, in their order: `job OP_CLUSTER_VERIFY_CONFIG`. */
  under: array(string().min(1).max(200)).min(1).max(20).optional()
});
var DefectSchema = strictObject({
  schema: literal(DEFECT_SCHEMA),
  name: WorkloadNameSchema,
  title: string().min(1).max(100),
  /** What it does to a cluster, and why that hurts. */
  why: string().min(1).max(2e3),
  /** `talk`: named in the talk; `history`: mended in Ganeti at some time; `like`: of a kind that happens. */
  origin: _enum(["talk", "history", "like", "none"]),
  /** The commits of Ganeti that mended it. */
  mended: array(string().regex(/^[0-9a-f]{7,40}$/)).max(10).optional(),
  workload: WorkloadNameSchema,
  cluster: strictObject({
    ...SizeSchema.shape,
    configInstances: int().min(1).max(MAX_CONFIG_INSTANCES).optional(),
    configNodes: int().min(1).max(MAX_CONFIG_NODES).optional(),
    diskTemplate: _enum(DISK_TEMPLATES)
  }).partial().optional(),
  /** So often the workload is measured, in turns with the same Ganeti without the defect; 0: baselines judge. */
  turns: int().min(0).max(20).default(0),
  change: strictObject({
    /** Put at the end of a module of Ganeti, as Python is started on a node. */
    python: record(ModuleSchema, string().min(1).max(2e4)).optional(),
    /** Needs a build. */
    source: array(EditSchema).min(1).max(20).optional()
  }).refine((change) => Object.keys(change).length === 1, {
    error: "expected either python or source"
  }),
  expect: union([
    strictObject({ silent: literal(true) }),
    strictObject({
      worse: array(WorseSchema).min(1).max(20),
      /** Other sizes of cluster, at which `more` must hold too. */
      sizes: array(SizeSchema).min(1).max(5).optional()
    })
  ])
}).refine(({ expect, origin }) => "silent" in expect === (origin === "none"), {
  error: "a change with the origin none, and no other, must be silent",
  path: ["origin"]
});
function moreAt({ more }, size) {
  const formula = more === void 0 ? void 0 : parseFormula(more);
  return formula && evaluateFormula(formula, size);
}

// src/usecases/defects/load.ts
var parseDefect = (text, file) => parseFile(text, `defect ${file}`, {
  id: DEFECT_SCHEMA,
  schema: DefectSchema,
  published: "defect"
});
async function loadDefects(names) {
  const folder = join(projectRoot(), "defects");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".yaml")).toSorted();
  const known = files.map((file) => file.slice(0, -".yaml".length));
  const strange = names.find((name) => !known.includes(name));
  if (strange !== void 0) {
    throw usageError(`there is no defect '${strange}'; there are: ${known.join(", ")}`);
  }
  const wanted = names.length === 0 ? known : [...new Set(names)];
  return Promise.all(
    wanted.map(async (name) => {
      const file = `${name}.yaml`;
      const defect = parseDefect(await readFile(join(folder, file), "utf8"), file);
      if (defect.name === name) return defect;
      throw usageError(`defect ${file} calls itself '${defect.name}'; name it '${name}'`);
    })
  );
}

// src/usecases/defects/runDefects.ts
import { join as join3 } from "node:path";

// src/defects/judge.ts
function judgeTried({ expect }, comparison) {
  const { cluster, workloads } = comparison;
  const [workload] = workloads;
  const worse = "worse" in expect ? expect.worse : [];
  const said = new Set(worse.map(({ metric }) => metric));
  const regressions = (workload?.metrics ?? []).filter(isRegression);
  return {
    cluster,
    found: worse.map((one) => found(one, workload, cluster)),
    others: regressions.map(({ key }) => key).filter((key) => !said.has(key))
  };
}
function outcomeOf({ expect }, tried) {
  const isRed = ({ found: metrics, others }) => others.length > 0 || metrics.some(({ faults }) => !faults.includes(NO_REGRESSION));
  if ("silent" in expect) return tried.some(isRed) ? "alarm" : "silent";
  if (!tried.some(isRed)) return "missed";
  return tried.every(({ found: metrics }) => metrics.every(({ faults }) => faults.length === 0)) ? "caught" : "otherwise";
}
var NO_REGRESSION = "no regression";
function found(worse, workload, size) {
  const { metric: key, more } = worse;
  const metric = workload?.metrics.find((one) => one.key === key);
  const faults = metric ? [
    ...isRegression(metric) ? [] : [NO_REGRESSION],
    ...amountFaults(worse, metric, size),
    ...causeFaults(worse, workload?.branches ?? [])
  ] : [NO_REGRESSION, "not counted"];
  return {
    metric: key,
    unit: metric?.unit ?? null,
    before: metric?.before ?? null,
    after: metric?.after ?? null,
    ...more !== void 0 && { more },
    faults
  };
}
function amountFaults(worse, { before, after }, size) {
  const [from, to] = [before ?? 0, after ?? 0];
  const expected = moreAt(worse, size);
  const wrong = worse.more !== void 0 && to - from !== expected ? [`${signed(to - from)} where ${signed(expected ?? 0)} was expected`] : [];
  const { times: times2 = 0 } = worse;
  const little = times2 > 0 && to < times2 * from ? [`${(to / from).toFixed(2)} times as much where ${times2} were expected`] : [];
  return [...wrong, ...little];
}
function causeFaults({ metric, under }, branches) {
  if (under === void 0) return [];
  const more = branches.filter((one) => one.key === metric && one.after > (one.before ?? 0));
  if (more.some(({ path }) => isOnTheWay(under, path))) return [];
  const seen = more[0]?.path.map(({ label }) => label).join(" \u2192 ");
  return [`another cause: ${seen ?? "none"}`];
}
function isOnTheWay(words, path) {
  let at = 0;
  for (const { label } of path) {
    while (at < words.length && label.includes(words[at] ?? "")) at++;
  }
  return at === words.length;
}
var signed = (value) => value < 0 ? String(value) : `+${value}`;

// src/usecases/defects/changed.ts
import { cp, mkdir, mkdtemp, readFile as readFile2, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join as join2, resolve } from "node:path";

// src/defects/editSource.ts
function editSource(text, edit) {
  if ("definition" in edit) {
    const { start: start2, end: end2 } = definitionOf(text, edit.definition, edit.file);
    return `${text.slice(0, start2)}${edit.put.trimEnd()}
${text.slice(end2)}`;
  }
  const whole = { start: 0, end: text.length };
  const { start, end } = edit.in === void 0 ? whole : definitionOf(text, edit.in, edit.file);
  const parts = text.slice(start, end).split(wordPattern(edit.find));
  if (parts.length !== 2) {
    const place = edit.in === void 0 ? edit.file : `${edit.in} of ${edit.file}`;
    throw notThere(`'${edit.find}' is ${times(parts.length - 1)} in ${place}`);
  }
  return text.slice(0, start) + parts.join(edit.put) + text.slice(end);
}
function wordPattern(text) {
  const [before, after] = [
    /^\w/.test(text) ? "(?<![\\w'])" : "",
    /[\w']$/.test(text) ? "(?![\\w'])" : ""
  ];
  return new RegExp(before + literalPattern(text) + after);
}
function definitionOf(text, name, file) {
  const lines = text.split("\n");
  const isEquation = (line) => line.startsWith(name) && /^\s+(?!::)/.test(`${line.slice(name.length)} `);
  const first = lines.findIndex(isEquation);
  if (first === -1) throw notThere(`no function ${name} is defined in ${file}`);
  let end = first + 1;
  for (let k = end; k < lines.length; k++) {
    const line = lines[k] ?? "";
    if (isEquation(line) || /^\s+\S/.test(line)) end = k + 1;
    else if (line.trim() !== "") break;
  }
  if (lines.slice(end).some(isEquation)) throw notThere(`${name} is defined twice in ${file}`);
  const before = (k) => lines.slice(0, k).reduce((sum, l) => sum + l.length + 1, 0);
  return { start: before(first), end: Math.min(before(end), text.length) };
}
var times = (count) => count === 0 ? "not" : `${count} times`;
var notThere = (what) => usageError(
  `${what}, where it is looked for once: this Ganeti is another one than the defect was written for`
);

// src/defects/pythonOverlay.ts
var PACKAGES = "usr/lib/python3/dist-packages";
var MODULE = "ganeti_perf_defect";
function pythonOverlay(changes) {
  return /* @__PURE__ */ new Map([
    [`${PACKAGES}/${MODULE}.pth`, `import ${MODULE}
`],
    // JSON of texts is Python too.
    [`${PACKAGES}/${MODULE}.py`, `CHANGES = ${JSON.stringify(changes, null, 2)}
${LOADER}`]
  ]);
}
var LOADER = `
import importlib.abc
import importlib.machinery
import sys


class Finder(importlib.abc.MetaPathFinder):
    """Finds the modules of CHANGES as usual, and changes each once it has been executed."""

    def find_spec(self, name, path, target=None):
        if name not in CHANGES:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None:
            execute = spec.loader.exec_module

            def exec_module(module):
                execute(module)
                exec(compile(CHANGES[name], "ganeti-perf: " + name, "exec"), module.__dict__)

            spec.loader.exec_module = exec_module
        return spec


sys.meta_path.insert(0, Finder())
`;

// src/usecases/defects/changed.ts
async function withDefect({ change }, ganeti, work) {
  const folder = await mkdtemp(join2(tmpdir(), "ganeti-perf-defect-"));
  try {
    if (change.source) {
      return await work({ ganeti: await changedSource(change.source, ganeti, folder) });
    }
    for (const [path, content] of pythonOverlay(change.python ?? {})) {
      await mkdir(join2(folder, dirname(path)), { recursive: true });
      await writeFile(join2(folder, path), content);
    }
    const onRestored = async ({ plan, isBeside }, signal) => {
      if (!isBeside) await applyOverlay(plan, folder, signal);
    };
    return await work({ ganeti, onRestored });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
async function changedSource(edits, ganeti, folder) {
  if (ganeti.kind !== "source") throw usageError(NEEDS_SOURCE);
  const from = resolve(ganeti.folder);
  const tree = join2(folder, "ganeti");
  const texts = /* @__PURE__ */ new Map();
  for (const edit of edits) {
    const text = texts.get(edit.file) ?? await contentOf(join2(from, edit.file), edit.file);
    texts.set(edit.file, editSource(text, edit));
  }
  await cp(from, tree, {
    recursive: true,
    filter: (path) => basename(path) !== ".git",
    verbatimSymlinks: true
  });
  for (const [file, text] of texts) await writeFile(join2(tree, file), text);
  return { kind: "source", folder: tree };
}
var NEEDS_SOURCE = "changes the Haskell of Ganeti, which takes a checkout: --ganeti source:DIR";
async function contentOf(path, file) {
  return readFile2(path, "utf8").catch((error) => {
    throw usageError(`this Ganeti has no ${file} that can be read`, { cause: error });
  });
}

// src/usecases/defects/runDefects.ts
async function runDefects(defects2, settings, context, run2) {
  const { log } = context;
  const results = await openResults(settings.out, { events: false });
  let result = {
    ...{ schema: DEFECTS_SCHEMA, ganeti: null, environment: null },
    defects: []
  };
  for (const [k, defect] of defects2.entries()) {
    log.info(`${defect.name} (${k + 1} of ${defects2.length}): ${defect.title}`);
    const { comparison, ...done } = await tryDefect(defect, settings, context, run2);
    log.info(
      `${defect.name}: ${done.outcome}${done.reason === void 0 ? "" : `, ${done.reason}`}`
    );
    result = {
      ...result,
      ...comparison && {
        ganeti: comparison.after.ganeti,
        environment: comparison.after.environment
      },
      defects: [...result.defects, done]
    };
    await results.writeDefects(result);
  }
  const report = defectsReport(result);
  await results.writeReport(report);
  return { exitCode: exitCodeOf(result), result, report, files: results.files };
}
async function tryDefect(defect, settings, context, run2) {
  const { name, title, origin, workload, change } = defect;
  const began = Date.now();
  const tried = [];
  let comparison;
  const end = (outcome, reason) => ({
    ...{ name, title, origin, workload, outcome, tried, comparison },
    ...reason !== void 0 && { reason: reason.slice(0, 2e3) },
    seconds: Math.round((Date.now() - began) / 1e3)
  });
  if (change.source && settings.ganeti.kind !== "source")
    return end("not-applicable", NEEDS_SOURCE);
  try {
    await withDefect(defect, settings.ganeti, async ({ ganeti, onRestored }) => {
      for (const [k, wanted] of runsOf(defect, settings).entries()) {
        const out = join3(
          settings.out,
          k === 0 ? name : `${name}-${wanted.nodes}-${wanted.instances}`
        );
        const outcome = await run2({ ...wanted, ganeti, out }, { ...context, onRestored });
        ({ comparison } = outcome);
        if (comparison.verdict === "invalid" || comparison.verdict === "neutral") {
          throw new PerfError(
            EXIT.invalid,
            `the comparison is ${comparison.verdict}: see ${out}/report.md`
          );
        }
        tried.push(judgeTried(defect, comparison));
      }
    });
    return end(outcomeOf(defect, tried));
  } catch (error) {
    if (context.signal?.aborted || isEverywhere(error)) throw error;
    return end("not-measured", error instanceof Error ? error.message : String(error));
  }
}
var isEverywhere = (error) => !(error instanceof PerfError) || error.exitCode === EXIT.environment;
function runsOf({ workload, cluster, turns, change, expect }, settings) {
  const { ganeti, buildCache, verbose } = settings;
  const inTurns = turns > 0 || ganeti.kind !== "debian" || change.source !== void 0;
  const first = {
    ...{
      ganeti,
      buildCache,
      verbose,
      workloads: [workload],
      json: false,
      keep: false,
      out: settings.out
    },
    ...{ nodes: cluster?.nodes ?? 3, instances: cluster?.instances ?? 6 },
    nodeGroups: cluster?.nodeGroups,
    configInstances: cluster?.configInstances,
    configNodes: cluster?.configNodes,
    diskTemplate: cluster?.diskTemplate,
    repeat: Math.max(turns, 1),
    ...inTurns && { against: ganeti }
  };
  const sizes = ("sizes" in expect ? expect.sizes : void 0) ?? [];
  return [first, ...sizes.map((size) => ({ ...first, ...size, against: ganeti }))];
}
function exitCodeOf({ defects: defects2 }) {
  const outcomes = new Set(defects2.map(({ outcome }) => outcome));
  const isNothing = defects2.every(({ outcome }) => outcome === "not-applicable");
  if (isNothing || outcomes.has("not-measured")) return EXIT.invalid;
  return ["otherwise", "missed", "alarm"].some((bad) => outcomes.has(bad)) ? EXIT.regression : EXIT.ok;
}

// src/cli/defectsCommand.ts
async function defects(command, context) {
  if (command.name === "defects list") {
    context.print(command.settings.json ? await listJson() : await listText());
    return EXIT.ok;
  }
  const { settings } = command;
  const { exitCode, result, report, files } = await runDefects(
    await loadDefects(settings.names),
    settings,
    context,
    run
  );
  context.print(settings.json ? renderJson(result) : `
${forTerminal(report)}
`);
  context.log.info(`written: ${shortPath(files.report)}, and of each a folder beside it`);
  return exitCode;
}
var listJson = async () => serialize(
  (await loadDefects([])).map(({ name, title, origin, mended, workload, change }) => ({
    ...{ name, title, origin, mended: mended ?? [], workload },
    needs: change.source ? "source" : "any"
  }))
);
async function listText() {
  const all = await loadDefects([]);
  const width = maxOf(all.map(({ name }) => name.length));
  return all.map(
    ({ name, title, mended, change }) => `${name.padEnd(width)}  ${title}${mended ? ` (mended by ${mended.join(", ")})` : ""}${change.source ? "; needs source:DIR" : ""}
`
  ).join("");
}
export {
  defects
};
