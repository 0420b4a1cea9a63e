import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ganetiSource,
  ganetiText
} from "./chunk-L3PENX4O.js";
import {
  CHANNELS,
  HARNESS_NAME,
  MAX_CONCURRENCY,
  MAX_REQUESTS,
  MAX_SAMPLES2 as MAX_SAMPLES,
  METHOD_PATTERN,
  PROFILED_DAEMONS,
  WorkloadNameSchema,
  isProportional
} from "./chunk-SOFWC5QX.js";
import {
  DISK_TEMPLATES,
  MAX_CONFIG_INSTANCES,
  MAX_CONFIG_NODES,
  NEVER,
  STORAGES,
  USUAL_POOL,
  _enum,
  array,
  boolean,
  json,
  object,
  string,
  union
} from "./chunk-SHGZJK5N.js";
import {
  maxOf,
  minOf
} from "./chunk-TSNSTRFB.js";
import {
  usageError
} from "./chunk-HSULD6WJ.js";

// src/settings/canonical.ts
var CANONICAL = ["instance-restart", "cluster-verify", "mass-migrate"];

// src/settings/defaults.ts
var DEFAULTS = {
  ganeti: "debian:bookworm",
  nodes: "3",
  instances: "6",
  workloads: CANONICAL,
  repeat: "1",
  refreshRepeat: "5",
  out: "perf-results",
  traceOut: "perf-results/trace",
  probeOut: "perf-results/probe",
  probeArgs: "[]",
  concurrency: "1",
  daemon: "luxid",
  profileWorkload: "instance-restart",
  profileOut: "perf-results/profile",
  samples: "20",
  harnessOut: "perf-results/harness",
  defectsOut: "perf-results/defects",
  scaleNodes: "3,4,5,6",
  scaleInstances: "6",
  scaleOut: "perf-results/scale",
  mergeOut: "perf-results/merged",
  format: "terminal"
};

// src/settings/values.ts
var wholeNumber = (min, max) => string().transform((text, context) => {
  const value = /^[+-]?\d{1,15}$/.test(text.trim()) ? Number(text) : void 0;
  if (value !== void 0 && value >= min && value <= max) return value;
  const wanted = value === void 0 ? "a whole number " : "";
  const got = value === void 0 ? `'${text}'` : String(value);
  const message = `must be ${wanted}between ${String(min)} and ${String(max)}, got ${got}`;
  context.addIssue({ code: "custom", message });
  return NEVER;
});
var MAX_LIST = 12;
var sizeList = (min, max) => string().transform((text, context) => {
  const words = text.split(",").map((word) => word.trim());
  const values = words.map((word) => /^\d{1,15}$/.test(word) ? Number(word) : NaN);
  const wrong = words.find((_, k) => !isWithin(values[k] ?? NaN, min, max));
  const rises = values.every((value, k) => k === 0 || value > (values[k - 1] ?? 0));
  const message = wrong !== void 0 ? `must be whole numbers between ${String(min)} and ${String(max)} with commas, got '${wrong}'` : !rises ? `must rise, got '${text}'` : values.length > MAX_LIST ? `must be at most ${String(MAX_LIST)} sizes, got ${String(values.length)}` : void 0;
  if (message === void 0) return values;
  context.addIssue({ code: "custom", message });
  return NEVER;
});
var growthSizes = (min, max) => sizeList(min, max).refine((values) => values.length !== 2, {
  error: ({ input }) => `must be one size, or three at least: two say nothing of growth, got '${String(input)}'`
});
var isWithin = (value, min, max) => value >= min && value <= max;
var path = string().refine((text) => text.trim() !== "", { message: "must name a path, got an empty text" });
var jsonList = string().transform((text, context) => {
  if (text.length > LONGEST_LIST) {
    const longest = `must be at most ${LONGEST_LIST} characters, got ${text.length}`;
    context.addIssue({ code: "custom", message: longest });
    return NEVER;
  }
  const read = ListSchema.safeParse(parsedOrUndefined(text));
  if (read.success) return read.data;
  const message = `must be a list as JSON, e.g. '[[],["name"],false]', got '${text.slice(0, 200)}'`;
  context.addIssue({ code: "custom", message });
  return NEVER;
});
var ListSchema = array(json());
var LONGEST_LIST = 1e5;
function parsedOrUndefined(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var flag = union([boolean(), string()]).transform((given, context) => {
  if (typeof given === "boolean") return given;
  const text = given.trim().toLowerCase();
  if (text === "true" || text === "false") return text === "true";
  context.addIssue({ code: "custom", message: `must be true or false, got '${given}'` });
  return NEVER;
});
var workloadNames = array(string()).transform((texts, context) => {
  const words = texts.flatMap((text) => text.split(/[,\s]+/)).filter((word) => word !== "");
  if (words.length === 0) {
    context.addIssue({ code: "custom", message: "must name a workload, got an empty text" });
  }
  const bad = words.find((word) => !WorkloadNameSchema.safeParse(word).success);
  if (bad !== void 0) {
    const message = `must be a name as in workloads/ (lower-case words joined by hyphens), got '${bad}'`;
    context.addIssue({ code: "custom", message });
  }
  return [...new Set(words)];
});
var workloadName = string().refine((name) => WorkloadNameSchema.safeParse(name).success, {
  error: ({ input }) => `must be a name as in workloads/ (lower-case words joined by hyphens), got '${String(input)}'`
});

// src/settings/configuration.ts
var configurationShape = {
  configInstances: wholeNumber(0, MAX_CONFIG_INSTANCES).optional(),
  /** They have neither disks nor NICs. */
  configBare: flag.optional(),
  configNodes: wholeNumber(0, MAX_CONFIG_NODES).optional()
};
var isBareOfSome = ({ configInstances = 0, configBare = false }) => configInstances > 0 || !configBare;
var isBareOfAny = ({
  configInstances = [],
  configBare = false
}) => configInstances.some(Boolean) || !configBare;
var BARE_OF_NONE = {
  message: "is about the instances that --config-instances adds: say how many these are",
  path: ["configBare"]
};

// src/settings/storage.ts
var storage = _enum(STORAGES, {
  error: ({ input }) => `must be one of ${STORAGES.join(", ")}, got '${String(input)}'`
}).optional();
function checkStorage({ diskTemplate: diskTemplate2, storage: asked }, context) {
  if (asked !== "real" || diskTemplate2 === "plain") return;
  const message = diskTemplate2 === "drbd" ? "must not be real with disks of drbd: all nodes share this machine's kernel, which has one list of DRBD's minors, and a disk has volumes of the same names on both of its nodes; leave this out, which emulates DRBD, or take disks of plain" : "must not be real but with disks of plain (--disk-template): others stand on no volumes";
  context.addIssue({ code: "custom", path: ["storage"], message });
}

// src/settings/clusterShape.ts
var verbose = flag.default(false);
var json2 = flag.default(false);
var diskTemplate = _enum(DISK_TEMPLATES, {
  error: ({ input }) => `must be one of ${DISK_TEMPLATES.join(", ")}, got '${String(input)}'`
}).optional();
var candidatePool = wholeNumber(1, 100).optional();
var nodeGroups = wholeNumber(1, 100).optional();
function checkNodes({ nodes, nodeGroups: groups = 1, ...disks }, context) {
  const least = minOf([nodes].flat());
  const refuse = (path2, message) => {
    context.addIssue({ code: "custom", path: [path2], message });
  };
  if (least < groups) {
    refuse(
      "nodeGroups",
      `must be at most the nodes, as each group has one, got ${groups} for ${least}`
    );
  } else if (disks.diskTemplate === "drbd" && least < 2 * groups) {
    const what = groups === 1 ? "a cluster" : "a node group";
    refuse("diskTemplate", `must not be drbd where ${what} has one node: each disk is on two`);
  }
  checkStorage(disks, context);
}
var clusterShape = {
  ganeti: ganetiSource.prefault(DEFAULTS.ganeti),
  /** Where compiled Haskell programs are kept, besides on this machine. */
  buildCache: path.optional(),
  /** A folder whose content is copied over `/` of every node. */
  overlay: path.optional(),
  nodes: wholeNumber(1, 100).prefault(DEFAULTS.nodes),
  instances: wholeNumber(0, 1e3).prefault(DEFAULTS.instances),
  diskTemplate,
  storage,
  candidatePool,
  nodeGroups,
  ...configurationShape,
  verbose
};

// src/settings/fileSettings.ts
var MAX_MATRIX_JOBS = 256;
var FORMATS = ["markdown", "html", "terminal", "json"];
var files = array(path).min(1).max(MAX_MATRIX_JOBS, {
  error: ({ input }) => `must be at most ${String(MAX_MATRIX_JOBS)}, got ${String(input.length)}`
});
var LearnSettingsSchema = object({
  files,
  /** Undefined: the `baselines/` of this project. */
  baselines: path.optional(),
  json: json2,
  verbose
});
var MergeSettingsSchema = object({
  files,
  /** Undefined: the `baselines/` of this project. */
  baselines: path.optional(),
  out: path.prefault(DEFAULTS.mergeOut),
  /** The comparison as JSON on stdout, in place of the text. */
  json: json2,
  verbose
});
var CompareSettingsSchema = object({
  /** A measurement file, or a folder of baselines. */
  base: path,
  head: path,
  json: json2,
  verbose
});
var ReportSettingsSchema = object({
  file: path,
  format: _enum(FORMATS, {
    error: ({ input }) => `must be one of ${FORMATS.join(", ")}, got '${String(input)}'`
  }).default(DEFAULTS.format),
  verbose
});

// src/settings/costSettings.ts
var ProbeSettingsSchema = object({
  ...clusterShape,
  /** One cluster for each of these with each of those; undefined: none. */
  configInstances: sizeList(0, MAX_CONFIG_INSTANCES).optional(),
  configNodes: sizeList(0, MAX_CONFIG_NODES).optional(),
  channel: _enum(CHANNELS, {
    error: ({ input }) => `must be one of ${CHANNELS.join(", ")}, got '${String(input)}'`
  }),
  method: string().regex(METHOD_PATTERN, {
    error: ({ input }) => `must be the name of a request, e.g. ReadConfig, got '${String(input)}'`
  }),
  args: jsonList.prefault(DEFAULTS.probeArgs),
  /** A second Ganeti, which the same is sent to in turns with the first. */
  against: ganetiSource.optional(),
  /** Undefined: until it is known how long a request takes. */
  repeat: wholeNumber(1, MAX_REQUESTS).optional(),
  /** How many requests are sent at once. */
  concurrency: wholeNumber(1, MAX_CONCURRENCY).prefault(DEFAULTS.concurrency),
  out: path.prefault(DEFAULTS.probeOut),
  json: json2
}).refine(isBareOfAny, BARE_OF_NONE).superRefine(checkNodes);
var UNPROFILED = {
  message: "must be source:DIR (or image:REF of such a build): the programs of Debian's packages refuse to sample their heaps"
};
var UNCOMPILED = {
  message: "must be source:DIR with --cost-centres: a daemon that counts its costs is compiled for that, and packages and images have no sources"
};
var ProfileSettingsSchema = object({
  ...clusterShape,
  daemon: _enum(PROFILED_DAEMONS, {
    error: ({ input }) => `must be one of ${PROFILED_DAEMONS.join(", ")}, got '${String(input)}'`
  }).default(DEFAULTS.daemon),
  workload: workloadName.default(DEFAULTS.profileWorkload),
  /** A second Ganeti, under the same workload. */
  against: ganetiSource.optional(),
  /** What functions cost, in place of what the heap holds. */
  costCentres: flag.default(false),
  out: path.prefault(DEFAULTS.profileOut),
  json: json2
}).refine(isBareOfSome, BARE_OF_NONE).refine(({ ganeti, costCentres }) => !costCentres || ganeti.kind === "source", {
  ...{ ...UNCOMPILED, path: ["ganeti"], abort: true }
}).refine(({ against, costCentres }) => !costCentres || !against || against.kind === "source", {
  ...{ ...UNCOMPILED, path: ["against"], abort: true }
}).superRefine(checkNodes).refine(({ ganeti }) => ganeti.kind !== "debian", { ...UNPROFILED, path: ["ganeti"] }).refine(({ against }) => against?.kind !== "debian", { ...UNPROFILED, path: ["against"] });
var checkoutSource = ganetiSource.transform((source, context) => {
  if (source.kind === "source") return source;
  const message = `must be source:DIR, as a harness is linked against the modules of a checkout, got '${ganetiText(source)}'`;
  context.addIssue({ code: "custom", message });
  return NEVER;
});
var HarnessSettingsSchema = object({
  ...clusterShape,
  name: string().regex(HARNESS_NAME, {
    error: ({ input }) => `must be the name of a harness, e.g. getInstance, got '${String(input)}'`
  }),
  ganeti: checkoutSource,
  /** A second Ganeti, whose function is called in turns with that of the first. */
  against: checkoutSource.optional(),
  /** How many samples are taken, each of many calls. */
  repeat: wholeNumber(1, MAX_SAMPLES / 2).prefault(DEFAULTS.samples),
  out: path.prefault(DEFAULTS.harnessOut),
  json: json2
}).refine(isBareOfSome, BARE_OF_NONE).superRefine(checkNodes);

// src/settings/defectsSettings.ts
var names = array(
  string().refine((name) => WorkloadNameSchema.safeParse(name).success, {
    error: ({ input }) => `must be as in defects/ (lower-case words joined by hyphens), got '${String(input)}'`
  })
).default([]);
var DefectsListSettingsSchema = object({ json: json2, verbose });
var DefectsSettingsSchema = object({
  names,
  ganeti: clusterShape.ganeti,
  buildCache: clusterShape.buildCache,
  out: path.prefault(DEFAULTS.defectsOut),
  json: json2,
  verbose
});

// src/settings/scaleGroups.ts
function checkGroupSizes(settings, context) {
  const { diskTemplate: diskTemplate2, nodes, nodeGroups: nodeGroups2 = [1] } = settings;
  const wrong = wrongGroups(settings, nodeGroups2);
  if (wrong !== void 0) {
    context.addIssue({ code: "custom", path: ["nodeGroups"], message: wrong });
    return;
  }
  for (const groups of nodeGroups2) {
    const own = nodes.filter((n) => n % groups === 0);
    checkNodes({ diskTemplate: diskTemplate2, nodes: own, nodeGroups: groups }, context);
  }
}
function wrongGroups(settings, nodeGroups2) {
  const { nodes, instances, candidatePool: candidatePool2 = [], configInstances = [], configNodes = [] } = settings;
  const odd = nodeGroups2.find((groups) => nodes.every((n) => n % groups !== 0));
  if (odd !== void 0) {
    return `must divide a number of nodes, as all groups have as many, got ${odd} for ${nodes.join()}`;
  }
  if (nodeGroups2.length === 1) return void 0;
  const others = [instances, configInstances, configNodes];
  if (candidatePool2.length > 0 || others.some(({ length }) => length > 1)) {
    return "must be one number where anything but the nodes has several sizes: growth with groups takes one of all else";
  }
  if (settings.accept && nodeGroups2.includes(1)) {
    return "must be several in each cluster with --accept: the baselines of one group keep their formulas, and those of several have their own";
  }
  return void 0;
}

// src/settings/totalSizes.ts
var MOST = 12;
var totalSizes = string().transform((text, context) => {
  const words = text.split(",").map((word) => word.trim());
  const sizes = words.flatMap((word) => sizeOf(word) ?? []);
  const message = sizes.length < words.length ? `must be sizes as 20x300, nodes by instances, with commas, got '${text}'` : wrongWith(sizes, text);
  if (message === void 0) return sizes;
  context.addIssue({ code: "custom", message });
  return NEVER;
});
function sizeOf(word) {
  const [, nodes, instances] = /^(\d{1,5})x(\d{1,6})$/.exec(word) ?? [];
  return nodes === void 0 ? void 0 : { nodes: Number(nodes), instances: Number(instances) };
}
function wrongWith(sizes, text) {
  if (sizes.length < 3 || sizes.length > MOST) {
    return `must be three sizes at least, and ${MOST} at most, got '${text}'`;
  }
  if (sizes.some(({ nodes }, k) => k > 0 && nodes <= (sizes[k - 1]?.nodes ?? 0))) {
    return `must rise, got '${text}'`;
  }
  const [first] = sizes;
  const off = first && sizes.find((size) => !isProportional([first, size]));
  if (!off) return void 0;
  return `must have as many instances for each node everywhere, got ${first.nodes}x${first.instances} and ${off.nodes}x${off.instances}; --config-nodes and --config-instances as lists take each with each`;
}

// src/settings/scaleSettings.ts
var shape = {
  ganeti: clusterShape.ganeti,
  buildCache: clusterShape.buildCache,
  overlay: clusterShape.overlay,
  diskTemplate: clusterShape.diskTemplate,
  storage: clusterShape.storage,
  /** The sizes of the cluster: each number of nodes with each number of instances. */
  nodes: growthSizes(1, 100).optional(),
  instances: growthSizes(0, 1e3).prefault(DEFAULTS.scaleInstances),
  /** Pools of master candidates: the usual one takes all these sizes, each other one a few. */
  candidatePool: sizeList(1, 100).optional(),
  /** Numbers of node groups: each takes the sizes at which all groups have as many nodes. */
  nodeGroups: sizeList(1, 100).optional(),
  /** And each size of the configuration. */
  configInstances: growthSizes(0, MAX_CONFIG_INSTANCES).optional(),
  configBare: configurationShape.configBare,
  configNodes: growthSizes(0, MAX_CONFIG_NODES).optional(),
  /** What the configuration holds in all, in place of these two. */
  totals: totalSizes.optional(),
  workloads: workloadNames.prefault([...DEFAULTS.workloads]),
  /** A second Ganeti, measured in turns with the first at each size, which its growth is held against. */
  against: ganetiSource.optional(),
  repeat: wholeNumber(1, 100).prefault(DEFAULTS.repeat),
  baselines: path.optional(),
  out: path.prefault(DEFAULTS.scaleOut),
  /** Write the formulas into the baselines. */
  accept: flag.default(false),
  json: json2,
  verbose
};
var Given = object(shape);
var ScaleSettingsSchema = Given.transform(
  ({ nodes, totals, ...settings }, context) => {
    const driven = nodes ?? growthSizes(1, 100).parse(totals ? DEFAULTS.nodes : DEFAULTS.scaleNodes);
    if (!totals) return { ...settings, nodes: driven };
    const message = misfitOf(totals, { ...settings, nodes: driven });
    if (message !== void 0) {
      context.addIssue({ code: "custom", message, path: ["totals"] });
      return NEVER;
    }
    const [[n = 0], [i = 0]] = [driven, settings.instances];
    return {
      ...settings,
      nodes: driven,
      configNodes: totals.map((total) => total.nodes - n),
      configInstances: totals.map((total) => total.instances - i),
      together: true
    };
  }
).refine(isBareOfAny, BARE_OF_NONE).refine(
  ({ nodes, candidatePool: candidatePool2 = [] }) => {
    const most = Math.min(maxOf(nodes), USUAL_POOL);
    return candidatePool2.every((pool) => pool < most || pool === USUAL_POOL);
  },
  {
    message: `must be fewer than the nodes and than ${USUAL_POOL}, or ${USUAL_POOL} for the usual pool, which has room for that many`,
    path: ["candidatePool"]
  }
).refine(
  ({ candidatePool: candidatePool2 = [], configInstances = [], configNodes = [] }) => candidatePool2.length === 0 || Math.max(configInstances.length, configNodes.length) < 2,
  {
    message: "must be left out where the configuration has several sizes: growth is in one or the other",
    path: ["candidatePool"]
  }
).superRefine(checkGroupSizes).superRefine(checkStorage).refine(
  ({ nodes, instances, candidatePool: candidatePool2 = [], nodeGroups: nodeGroups2 = [], ...more }) => {
    const { configInstances = [], configNodes = [] } = more;
    const all = [nodes, instances, candidatePool2, nodeGroups2, configInstances, configNodes];
    return all.some(({ length }) => length > 1);
  },
  {
    message: "must be three sizes at least when --instances and --config-instances are one size: growth takes several",
    path: ["nodes"]
  }
).refine(
  ({ instances, configInstances = [] }) => instances.length === 1 || configInstances.length < 2,
  {
    message: "must be one size where --instances are several: what grows with which of the two would take all of both",
    path: ["configInstances"]
  }
).refine(({ nodes, configNodes = [] }) => nodes.length === 1 || configNodes.length < 2, {
  message: "must be one size where --nodes are several: what grows with which of the two would take all of both",
  path: ["configNodes"]
}).refine(
  ({ accept, configInstances = [], configNodes = [] }) => !accept || Math.max(configInstances.length, configNodes.length) < 2,
  {
    message: "must be one size with --accept, as must --config-nodes: baselines are kept for each, and have no formula in it",
    path: ["configInstances"]
  }
).refine(({ against, baselines, accept }) => against === void 0 || !(accept || baselines), {
  message: "is compared with in place of baselines: leave out --accept and --baselines, or this",
  path: ["against"]
});
function misfitOf(totals, { nodes, instances, configNodes, configInstances }) {
  const [n = 0, ...moreNodes] = nodes;
  const [i = 0, ...moreInstances] = instances;
  if (moreNodes.length + moreInstances.length > 0 || configNodes || configInstances) {
    return "say how large the configuration is in all: leave out --config-nodes and --config-instances, and name one size of --nodes and of --instances";
  }
  const small = totals.find((total) => total.nodes < n || total.instances < i);
  if (small) {
    const size = `${small.nodes}x${small.instances}`;
    return `must hold the ${n} nodes and ${i} instances that are driven, got ${size}`;
  }
  const large = totals.find(
    (total) => total.nodes - n > MAX_CONFIG_NODES || total.instances - i > MAX_CONFIG_INSTANCES
  );
  return large && `must be at most ${MAX_CONFIG_NODES} nodes and ${MAX_CONFIG_INSTANCES} instances more`;
}

// src/settings/settings.ts
var ClusterSettingsSchema = object(clusterShape).refine(isBareOfSome, BARE_OF_NONE).superRefine(checkNodes);
var RunSettingsSchema = object({
  ...clusterShape,
  workloads: workloadNames.prefault([...DEFAULTS.workloads]),
  /** A second Ganeti, measured alternately with the first and its judge in place of the baselines. */
  against: ganetiSource.optional(),
  /** What the change is made on: what differs from the baselines has to differ from it too. */
  base: ganetiSource.optional(),
  /** How often each workload is measured. */
  repeat: wholeNumber(1, 100).prefault(DEFAULTS.repeat),
  /** Undefined: the `baselines/` of this project. */
  baselines: path.optional(),
  /** Where the files of a run go. */
  out: path.prefault(DEFAULTS.out),
  /** The comparison as JSON on stdout, in place of the text. */
  json: json2,
  /** Leave the cluster running afterwards. */
  keep: flag.default(false)
}).refine(isBareOfSome, BARE_OF_NONE).superRefine(checkNodes).refine(({ against, baselines }) => against === void 0 || baselines === void 0, {
  message: "is compared with in place of baselines: leave out this one or the other",
  path: ["against"]
}).refine(({ against, base }) => against === void 0 || base === void 0, {
  message: "confirms what differs from baselines, and has nothing to confirm where another Ganeti stands in for them ('against'): leave out this one or the other",
  path: ["base"]
});
var TraceSettingsSchema = object({
  ...clusterShape,
  command: array(string().max(2e3)).min(1).max(100).refine(([program = ""]) => /^gnt-[a-z]+$/.test(program), {
    error: ({ input }) => `must be one of Ganeti's commands, gnt-..., got '${String(input[0])}'; e.g. ganeti-perf trace -- gnt-instance reboot inst1`
  }),
  out: path.prefault(DEFAULTS.traceOut),
  json: json2
}).refine(isBareOfSome, BARE_OF_NONE).superRefine(checkNodes);
var PlanSettingsSchema = object({
  ganeti: clusterShape.ganeti,
  /** The sizes of the cluster: each number of nodes with each number of instances. */
  nodes: sizeList(1, 100).prefault(DEFAULTS.nodes),
  instances: sizeList(0, 1e3).prefault(DEFAULTS.instances),
  /** The same at each size. */
  ...configurationShape,
  diskTemplate: clusterShape.diskTemplate,
  candidatePool: clusterShape.candidatePool,
  nodeGroups: clusterShape.nodeGroups,
  workloads: workloadNames.prefault([...DEFAULTS.workloads]),
  repeat: wholeNumber(1, 100).prefault(DEFAULTS.repeat),
  /** The most legs for each size; undefined: one for each workload. */
  shards: wholeNumber(1, MAX_MATRIX_JOBS).optional(),
  verbose
}).refine(isBareOfSome, BARE_OF_NONE).superRefine(checkNodes);
var StatusSettingsSchema = object({ json: json2, verbose });
var ShellSettingsSchema = object({
  /** Which node, from 1, the master. */
  node: wholeNumber(1, 100).prefault("1"),
  verbose
});
var DownSettingsSchema = object({ verbose });
var CleanSettingsSchema = object({
  images: flag.default(false),
  allUsers: flag.default(false),
  verbose
});
var readSettings = {
  cluster: reader(ClusterSettingsSchema),
  run: reader(RunSettingsSchema),
  trace: reader(TraceSettingsSchema),
  probe: reader(ProbeSettingsSchema),
  profile: reader(ProfileSettingsSchema),
  harness: reader(HarnessSettingsSchema),
  defects: reader(DefectsSettingsSchema),
  defectsList: reader(DefectsListSettingsSchema),
  scale: reader(ScaleSettingsSchema),
  plan: reader(PlanSettingsSchema),
  learn: reader(LearnSettingsSchema),
  merge: reader(MergeSettingsSchema),
  compare: reader(CompareSettingsSchema),
  report: reader(ReportSettingsSchema),
  status: reader(StatusSettingsSchema),
  shell: reader(ShellSettingsSchema),
  down: reader(DownSettingsSchema),
  clean: reader(CleanSettingsSchema)
};
function reader(schema) {
  return (raw, label) => {
    const result = schema.safeParse(raw);
    if (result.success) return frozen(result.data);
    const [issue] = result.error.issues;
    throw usageError(`${label(String(issue?.path[0] ?? ""))} ${issue?.message ?? "is not valid"}`);
  };
}
function frozen(value) {
  if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}

export {
  wholeNumber,
  path,
  flag,
  workloadNames,
  configurationShape,
  isBareOfSome,
  BARE_OF_NONE,
  DEFAULTS,
  checkNodes,
  clusterShape,
  MAX_MATRIX_JOBS,
  FORMATS,
  readSettings,
  reader
};
