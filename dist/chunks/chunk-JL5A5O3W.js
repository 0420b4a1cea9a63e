import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  onSettled,
  sparsely
} from "./chunk-DQTLCR26.js";
import {
  baseText,
  beforeAfter,
  changesOf,
  isCounted,
  sentenceOf,
  verdictWords
} from "./chunk-HGN54WNV.js";
import {
  isOutdated,
  isRegression
} from "./chunk-IYCQVKGC.js";
import {
  acrossNodes,
  splitLabel
} from "./chunk-OKXFYSDW.js";
import {
  terminalText
} from "./chunk-PK3XEFPR.js";
import {
  wordsOf
} from "./chunk-SAMDT5C3.js";
import {
  framed,
  logText
} from "./chunk-RCRVUZUP.js";
import {
  enumeration,
  formatValue,
  plural
} from "./chunk-OHF2BV36.js";
import {
  debug,
  endGroup,
  error,
  info,
  notice,
  setFailed,
  setOutput,
  startGroup,
  summary,
  warning
} from "./chunk-FKADNPDV.js";

// src/github/annotations/ganetiFiles.ts
var PYTHON = ["cli", "job", "noded", "rapi", "tools", "watcher"];
var HASKELL = ["luxid", "wconfd", "confd", "metad", "mond", "htools"];
var ANY = [...PYTHON, ...HASKELL];
var DAEMONS = {
  "ganeti-noded": "noded",
  "ganeti-rapi": "rapi",
  "ganeti-watcher": "watcher",
  "ganeti-luxid": "luxid",
  "ganeti-wconfd": "wconfd",
  "ganeti-confd": "confd",
  "ganeti-metad": "metad",
  "ganeti-mond": "mond"
};
function partsOfStep({ kind, label }) {
  const [program = ""] = label.split(" ", 1);
  switch (kind) {
    case "command":
      return ["cli", `command ${program}`];
    case "request":
      return [label.startsWith("luxi ") ? "luxid" : "wconfd"];
    case "job":
    case "opcode":
    case "attempt":
      return ["job", ...(label.match(/\bOP_[A-Z_]+/g) ?? []).map((id) => `opcode ${id}`)];
    case "rpc":
      return ["noded"];
    case "ssh":
      return ["tools"];
    case "daemon":
    case "background":
      return DAEMONS[program] ? [DAEMONS[program]] : [];
    case "process":
      return /^(?:h[a-z]+|htools)$/.test(program) ? ["htools"] : [];
    case "unattributed":
      return [];
  }
}
function runsIn(file, parts) {
  const [, runs] = RULES.find(([pattern]) => pattern.test(file)) ?? [];
  return (runs ?? []).some(
    (part) => part instanceof RegExp ? some(part, parts) : parts.has(part)
  );
}
var some = (pattern, parts) => [...parts].some((part) => pattern.test(part));
var opcodes = (names) => new RegExp(`^opcode OP_(?:${names})`);
var RULES = [
  ...clients(),
  [/^lib\/(?:client\/|cli(?:_opts)?\.py$|bootstrap\.py$)/, ["cli"]],
  [/^lib\/luxi\.py$/, ["cli", "rapi", "watcher"]],
  // Logical units of one kind of opcode. What several kinds use is below, with the jobs.
  [/^lib\/cmdlib\/cluster\/verify\.py$/, [opcodes("CLUSTER_VERIFY")]],
  // Asked by LUQuery too, and by the start of every job.
  [/^lib\/cmdlib\/cluster\//, ["job", "cli"]],
  [/^lib\/cmdlib\/backup\.py$/, [opcodes("BACKUP")]],
  [/^lib\/cmdlib\/group\.py$/, [opcodes("GROUP")]],
  [/^lib\/cmdlib\/instance\.py$/, [opcodes("INSTANCE_(?:RENAME|REMOVE|MOVE|MULTI|CHANGE)")]],
  [/^lib\/cmdlib\/instance_create\.py$/, [opcodes("INSTANCE_CREATE")]],
  [/^lib\/cmdlib\/instance_migration\.py$/, [opcodes("INSTANCE_(?:FAILOVER|MIGRATE)")]],
  [
    /^lib\/cmdlib\/instance_operation\.py$/,
    [opcodes("INSTANCE_(?:STARTUP|SHUTDOWN|REINSTALL|REBOOT|CONSOLE)")]
  ],
  [/^lib\/cmdlib\/instance_query\.py$/, [opcodes("INSTANCE_QUERY")]],
  [/^lib\/cmdlib\/instance_set_params\.py$/, [opcodes("INSTANCE_SET_PARAMS")]],
  [/^lib\/cmdlib\/network\.py$/, [opcodes("NETWORK")]],
  [/^lib\/cmdlib\/node\.py$/, [opcodes("NODE|REPAIR_NODE")]],
  [/^lib\/cmdlib\/query\.py$/, [opcodes("QUERY")]],
  [/^lib\/cmdlib\/tags\.py$/, [opcodes("TAGS")]],
  [/^lib\/cmdlib\/test\.py$/, [opcodes("TEST")]],
  [/^lib\/(?:cmdlib|jqueue|masterd|config)\//, ["job"]],
  [/^lib\/(?:mcpu|locking|hooksmaster|wconfd)\.py$/, ["job"]],
  [/^lib\/server\/masterd\.py$/, ["job"]],
  [/^lib\/(?:rpc\/|rpc_defs\.py$)/, ["job", "cli"]],
  [/^lib\/(?:server\/noded|backend)\.py$|^lib\/impexpd\//, ["noded"]],
  // Jobs look up in them what a hypervisor or a disk can do.
  [/^lib\/(?:hypervisor|storage)\//, ["noded", "job", "watcher"]],
  [/^lib\/(?:rapi\/|server\/rapi\.py$)/, ["rapi"]],
  [/^lib\/watcher\//, ["watcher"]],
  [/^lib\/tools\//, ["tools"]],
  [/^lib\/build\//, []],
  [/^lib\/.*\.(?:py|in|in_before|in_after)$/, PYTHON],
  // Python's constants and opcodes are made of these.
  [/^src\/Ganeti\/(?:Constants|ConstantUtils|OpCodes|OpParams|Types)\.hs$/, ANY],
  [/^src\/Ganeti\/Hs2Py\//, PYTHON],
  [/^src\/Ganeti\/(?:Query|JQScheduler|JQueue)\//, ["luxid", "wconfd"]],
  [/^src\/Ganeti\/(?:JQScheduler|JQueue|Jobs|Luxi)\.hs$/, ["luxid", "wconfd", "htools"]],
  [/^src\/Ganeti\/(?:WConfd|Locking)\//, ["wconfd", "luxid"]],
  [/^src\/Ganeti\/Confd\//, ["confd", "mond"]],
  [/^src\/Ganeti\/Metad\//, ["metad"]],
  [/^src\/Ganeti\/Monitoring\//, ["mond"]],
  [/^src\/Ganeti\/DataCollectors(?:\/|\.hs$)/, ["mond", "confd", "htools"]],
  [/^src\/Ganeti\/HTools\//, ["htools", "luxid", "wconfd"]],
  [/^(?:src|app)\/(?:hluxid|ganeti-luxid)\.hs$/, ["luxid"]],
  [/^(?:src|app)\/ganeti-wconfd\.hs$/, ["wconfd"]],
  [/^(?:src|app)\/(?:hconfd|ganeti-confd)\.hs$/, ["confd"]],
  [/^(?:src|app)\/ganeti-metad\.hs$/, ["metad"]],
  [/^(?:src|app)\/(?:ganeti-mond|mon-collector)\.hs$/, ["mond"]],
  [/^(?:src|app)\/htools\.hs$/, ["htools"]],
  [/^src\/.*\.(?:hs|hsc|in)$/, HASKELL],
  [/^(?:daemons|tools|scripts)\//, ANY]
];
function clients() {
  const names = ["backup", "cluster", "debug", "filter", "group", "instance", "job", "network"];
  return [...names, "node", "os", "storage"].map((name) => [
    new RegExp(`^lib/client/gnt_${name}\\.py$`),
    [`command gnt-${name}`]
  ]);
}

// src/github/annotations/suspects.ts
function suspectsOf(branches, changed) {
  const rising = branches.filter(({ before, after }) => after > (before ?? 0));
  const parts = new Set(rising.flatMap(callersOf).flatMap(partsOfStep));
  return changed.filter((file) => runsIn(file, parts));
}
function callersOf({ key, path }) {
  const last = path.at(-1);
  if (!last || !key.startsWith("rpc/")) return path;
  const { name } = splitLabel(last.label);
  return isCounted({ key }, { kind: last.kind, name }) ? path.slice(0, -1) : path;
}

// src/github/annotations/annotations.ts
var ERRORS = 9;
var NOTICES = 10;
var WARNINGS = 9;
var SENTENCES = 2;
function annotationsOf(comparison, changed) {
  const changes = changesOf(comparison);
  const worse = changes.filter(({ metric }) => isRegression(metric));
  const better = changes.filter(
    ({ metric }) => metric.gates && ["improvement", "gone"].includes(metric.verdict)
  );
  const one = (level, files) => (change) => annotationOf(level, change, comparison, files);
  return [
    ...worse.slice(0, ERRORS).map(one("error", changed)),
    ...outdatedWarnings(comparison),
    // A gain needs no culprit.
    ...better.slice(0, NOTICES).map(one("notice", []))
  ];
}
function outdatedWarnings({ workloads }) {
  const all = workloads.flatMap(
    ({ name, metrics }) => metrics.filter(isOutdated).map((metric) => ({ name, metric }))
  );
  const rest = all.length - WARNINGS;
  const warnings = all.slice(0, WARNINGS).map(({ name, metric }) => {
    const { key, before, unit } = metric;
    const says = before === null ? "does not know it" : `says ${formatValue(before, unit)}`;
    const message2 = `the baseline ${says}, this machine's base ${wordsOf(baseText(metric))}: refresh it, or see why`;
    return {
      level: "warning",
      title: terminalText([`baseline out of date in ${name}: ${key}`]),
      message: terminalText([`${key}: ${message2}.`])
    };
  });
  if (rest <= 0) return warnings;
  const message = `${plural(rest, "more value")} of the baselines out of date: see the job summary.`;
  return [...warnings, { level: "warning", title: "baselines out of date", message }];
}
function annotationOf(level, { workload, metric }, { workloads }, changed) {
  const { branches = [] } = workloads.find(({ name }) => name === workload) ?? {};
  const own = branches.filter(({ key }) => key === metric.key);
  const suspects = suspectsOf(own, changed);
  const [only] = suspects;
  const moves = acrossNodes(own);
  const why = moves.slice(0, SENTENCES).map(sentenceOf);
  const rest = moves.length > why.length ? [`${moves.length - why.length} more places`] : [];
  const numbers = `${metric.key} ${wordsOf(beforeAfter(metric))}`;
  const sentences = [
    why.length > 0 ? `${numbers}: ${[...why, ...rest].join("; ")}.` : `${numbers}.`,
    ...suspects.length > 1 ? [`Changed, and on the way there: ${enumeration(suspects, 10)}.`] : []
  ];
  return {
    level,
    title: terminalText([`${verdictWords(metric)} in ${workload}: ${metric.key}`]),
    message: terminalText([sentences.join(" ")]),
    ...only !== void 0 && suspects.length === 1 && { file: only }
  };
}

// src/action/outputs.ts
async function reportOutcome({ exitCode, verdict, comparison, files, markdown }, changed) {
  setOutput("measurement", files.measurement);
  setOutput("comparison", files.comparison);
  setOutput("report", files.report);
  setOutput("page", files.page);
  reportVerdict(comparison);
  for (const { level, message, title, file } of annotationsOf(comparison, changed)) {
    ANNOTATE[level](message, { title, ...file !== void 0 && { file } });
  }
  await addSummary(markdown);
  if (exitCode !== 0) setFailed(FAILURES[verdict]);
}
function reportVerdict(comparison) {
  const changes = changesOf(comparison);
  const worse = changes.filter(({ metric }) => isRegression(metric));
  const better = changes.filter(({ metric }) => ["improvement", "gone"].includes(metric.verdict));
  const metrics = comparison.workloads.flatMap((workload) => workload.metrics);
  setOutput("verdict", comparison.verdict);
  setOutput("regressions", worse.length);
  setOutput("improvements", better.length);
  setOutput("outdated", metrics.filter(isOutdated).length);
  setOutput("metrics", metrics.length);
}
async function addSummary(markdown) {
  const room = SUMMARY_LIMIT - summarised;
  const text = Buffer.byteLength(markdown) <= room ? markdown : TOO_LONG;
  summarised += Buffer.byteLength(text);
  await summary.addRaw(text, true).write();
}
var SUMMARY_LIMIT = 1024 * 1024 - 4096;
var summarised = 0;
var TOO_LONG = "There is more to say than fits here: it is in the files of the results.";
var ANNOTATE = { error, warning, notice };
var FAILURES = {
  regression: "ganeti-perf found a regression; the job summary says which counts moved, and why.",
  invalid: "The measurement is not valid; the job summary says what it lacks.",
  neutral: "There was nothing to compare with; the job summary says how to make a baseline.",
  pass: "The run ended with an error although no count moved."
};

// src/platform/log/actionsLog.ts
function actionsLog({
  verbose,
  now = () => performance.now()
}) {
  let depth = 0;
  return {
    info: (message) => info(framed(logText(message))),
    debug: (message) => {
      if (verbose) info(framed(logText(message)));
      else debug(logText(message));
    },
    // These two are commands, whose data the toolkit escapes.
    warn: (message) => warning(logText(message)),
    error: (message) => error(logText(message)),
    async phase(name, work) {
      const title = oneLine(logText(name));
      const since = now();
      const outermost = depth++ === 0;
      if (outermost) startGroup(title);
      else info(framed(`\u2026 ${title}`));
      const progress = sparsely(now, since, (step, after) => {
        info(framed(`\u2026 ${title}: ${step} (${(after / 1e3).toFixed(0)} s)`));
      });
      return onSettled(
        () => work(progress),
        (succeeded) => {
          depth--;
          const time = ((now() - since) / 1e3).toFixed(1);
          info(framed(`${succeeded ? "\u2714" : "\u2718"} ${title} (${time} s)`));
          if (outermost) endGroup();
        }
      );
    }
  };
}
var oneLine = (text) => text.replace(/\s+/g, " ");

export {
  reportOutcome,
  reportVerdict,
  addSummary,
  actionsLog
};
