import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  framed,
  logText
} from "./chunk-RCRVUZUP.js";
import {
  BARE_OF_NONE,
  DEFAULTS,
  checkNodes,
  clusterShape,
  configurationShape,
  flag,
  isBareOfSome,
  path,
  readSettings,
  reader,
  wholeNumber,
  workloadNames
} from "./chunk-3KH6EGV4.js";
import {
  ProcessError
} from "./chunk-4XPSXIGN.js";
import {
  object,
  string
} from "./chunk-SHGZJK5N.js";
import {
  plainLine
} from "./chunk-RZGKQOWJ.js";
import {
  enumeration
} from "./chunk-OHF2BV36.js";
import {
  PerfError,
  usageError
} from "./chunk-HSULD6WJ.js";
import {
  getInput,
  info,
  setFailed
} from "./chunk-FKADNPDV.js";
import {
  __commonJS,
  __toESM
} from "./chunk-5XWL5JNG.js";

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.distance = exports.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m / 32);
      for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)];
          var pb = phc[i / 32 | 0] >>> i & 1;
          var mb = mhc[i / 32 | 0] >>> i & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv_1 = mh | ~(xv | ph);
          mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      var mv = 0;
      var pv = -1;
      var start = j * 32;
      var vlen = Math.min(32, m - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m;
      for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = phc[i / 32 | 0] >>> i & 1;
        var mb = mhc[i / 32 | 0] >>> i & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    var distance2 = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
    exports.distance = distance2;
    var closest2 = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i = 0; i < arr.length; i++) {
        var dist = distance2(str, arr[i]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i;
        }
      }
      return arr[min_index];
    };
    exports.closest = closest2;
  }
});

// src/settings/actionSettings.ts
var verbose = flag.default(false);
var token = string().prefault("").refine((text) => text.trim() !== "", {
  message: "must be a token of the job, got an empty text"
});
var CommentSettingsSchema = object({
  /** The measurement of the pull request's run, which is untrusted. */
  measurement: path,
  token,
  /** Undefined: the `baselines/` of this project. */
  baselines: path.optional(),
  verbose
});
var AuthorizeSettingsSchema = object({ token, verbose });
var ProposeSettingsSchema = object({
  /** What was measured to learn from, which is untrusted. */
  measurement: path,
  token,
  /** In the checkout and in the repository alike. */
  baselines: path.refine(isPlainPath, {
    error: ({ input }) => `must be a folder within the repository, as baselines or .perf/baselines, got '${String(input)}'`
  }),
  /** The one that asked for it; undefined where none did. */
  pullRequest: wholeNumber(1, 1e9).optional(),
  /** The commit that was measured. */
  headSha: string().regex(/^[0-9a-f]{40}$/, {
    error: ({ input }) => `must be a whole commit, 40 hexadecimal digits, got '${String(input)}'`
  }).optional(),
  /** Whether the commit has a `Signed-off-by` of who asked for it. */
  signOff: flag.default(false),
  // What was asked to be measured, and nothing else is taken.
  ganeti: clusterShape.ganeti,
  nodes: clusterShape.nodes,
  instances: clusterShape.instances,
  ...configurationShape,
  diskTemplate: clusterShape.diskTemplate,
  candidatePool: clusterShape.candidatePool,
  nodeGroups: clusterShape.nodeGroups,
  workloads: workloadNames.prefault([...DEFAULTS.workloads]),
  repeat: wholeNumber(1, 100).prefault(DEFAULTS.refreshRepeat),
  /** Of Ganeti; undefined: that of the package, or of the checkout. */
  series: string().regex(/^\d{1,3}\.\d{1,3}$/, {
    error: ({ input }) => `must be a series of Ganeti, as 3.1, got '${String(input)}'`
  }).optional(),
  verbose
}).refine(isBareOfSome, BARE_OF_NONE).superRefine(checkNodes).refine(({ pullRequest, headSha }) => pullRequest === void 0 || headSha !== void 0, {
  message: "must be given with 'pull-request': the commit that was measured for it",
  path: ["headSha"]
}).refine(({ pullRequest, headSha }) => headSha === void 0 || pullRequest !== void 0, {
  message: "must be given with 'head-sha': the number of the pull request that it belongs to",
  path: ["pullRequest"]
});
function isPlainPath(text) {
  return text.replace(/\/$/, "").split("/").every((part) => /^(?!\.git)\.?\w[\w.-]*$/i.test(part));
}
var readActionSettings = {
  comment: reader(CommentSettingsSchema),
  authorize: reader(AuthorizeSettingsSchema),
  propose: reader(ProposeSettingsSchema)
};

// src/settings/actionCommand.ts
var COMMANDS = [
  "run",
  "refresh",
  "plan",
  "merge",
  "comment",
  "authorize",
  "propose"
];
var actionName = (command) => command === "run" ? "ganeti-perf" : `actions/${command}`;
var usesOf = (command) => `OWNER/ganeti-perf${command === "run" ? "" : `/actions/${command}`}@COMMIT`;

// src/action/inputTable.ts
var ASKED = [
  ...["ganeti", "nodes", "instances", "candidate-pool", "node-groups"],
  ...["config-instances", "config-bare", "config-nodes", "disk-template"],
  ...["workload", "repeat"]
];
var CLUSTER = [...ASKED, "verbose"];
var MEASURES = [...CLUSTER, "build-cache", "overlay", "storage", "baselines", "out"];
var SPEAKS = ["token", "verbose"];
var INPUTS = {
  run: [...MEASURES, "against", "base"],
  refresh: MEASURES,
  plan: [...CLUSTER, "shards"],
  merge: ["files", "baselines", "out", "verbose"],
  comment: [...SPEAKS, "measurement", "baselines"],
  authorize: SPEAKS,
  propose: [
    ...SPEAKS,
    ...["measurement", "baselines", "pull-request", "head-sha", "series", "sign-off"],
    ...ASKED
  ]
};
var NEEDED = {
  refresh: { baselines: "the folder of the baselines that it refreshes" },
  merge: { files: "the measurement.json of each matrix job, as paths or patterns, one on a line" },
  comment: { measurement: "the path of the measurement.json to report" },
  propose: {
    measurement: "the path of the measurement.json to update the baselines from",
    baselines: "the folder of the baselines in the repository, e.g. baselines"
  }
};

// src/action/foreignInputs.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var PREFIX = "INPUT_";
function refuseForeign(command, env) {
  const known = INPUTS[command];
  for (const [variable, text = ""] of Object.entries(env)) {
    if (!variable.startsWith(PREFIX)) continue;
    const name = variable.slice(PREFIX.length).toLowerCase();
    if (known.includes(name)) continue;
    if (name === "command") refuseCommand(command, text);
    else throw usageError(foreign(name, command));
  }
}
function refuseCommand(command, text) {
  const wanted = text.trim();
  if (wanted === "" || wanted === command) return;
  const known = COMMANDS.find((name) => name === wanted);
  throw usageError(
    known === void 0 ? `there is no input 'command' any more, nor a command '${shown(wanted)}': remove it, or use one of: ${COMMANDS.map(usesOf).join(", ")}` : `there is no input 'command' any more, as '${known}' is an Action of its own; use: ${usesOf(known)}`
  );
}
function foreign(name, command) {
  const owners = COMMANDS.filter((other) => INPUTS[other].includes(name));
  if (owners.length > 0) {
    const belongs = enumeration(owners.map(actionName), owners.length);
    const uses = owners.map(usesOf).join(" or ");
    return `input '${name}' belongs to ${belongs}, and this is ${actionName(command)}: remove it, or use: ${uses}`;
  }
  const nearest = nearestOf(name, INPUTS[command]);
  return `there is no input '${shown(name)}'` + (nearest === void 0 ? `; there are: ${INPUTS[command].join(", ")}` : `; did you mean '${nearest}'?`);
}
function nearestOf(name, known) {
  const parts = name.split(/[^a-z]+/);
  const shared = known.filter((other) => parts.includes(other));
  const nearest = (0, import_fastest_levenshtein.closest)(name, shared.length > 0 ? shared : known);
  const near = (0, import_fastest_levenshtein.distance)(name, nearest) <= Math.max(1, Math.floor(nearest.length / 2));
  return shared.length > 0 || near ? nearest : void 0;
}
var shown = (text) => plainLine(text).slice(0, 80);

// src/action/inputs.ts
function readInputs(command) {
  const names = INPUTS[command];
  const texts = names.map((name) => [name, getInput(name)]);
  const given = new Map(texts.filter(([, text]) => text !== ""));
  const env = { ...process.env };
  Reflect.deleteProperty(process.env, "INPUT_TOKEN");
  refuseForeign(command, env);
  for (const [name, meaning] of Object.entries(NEEDED[command] ?? {})) {
    if (given.has(name)) continue;
    throw usageError(`${actionName(command)} needs the input '${name}': ${meaning}`);
  }
  return READERS[command](rawOf(given));
}
var READERS = {
  run: (raw) => readSettings.run(raw, inputLabel),
  refresh: (raw) => readSettings.run({ repeat: DEFAULTS.refreshRepeat, ...raw }, inputLabel),
  plan: (raw) => readSettings.plan(raw, inputLabel),
  merge: (raw) => readSettings.merge({ out: DEFAULTS.out, ...raw }, inputLabel),
  comment: (raw) => readActionSettings.comment(raw, inputLabel),
  authorize: (raw) => readActionSettings.authorize(raw, inputLabel),
  propose: (raw) => readActionSettings.propose(raw, inputLabel)
};
var SETTING = {
  workload: "workloads",
  "build-cache": "buildCache",
  "candidate-pool": "candidatePool",
  "node-groups": "nodeGroups",
  "config-instances": "configInstances",
  "config-bare": "configBare",
  "config-nodes": "configNodes",
  "disk-template": "diskTemplate",
  "pull-request": "pullRequest",
  "head-sha": "headSha",
  "sign-off": "signOff"
};
var LISTS = {
  workload: (text) => [text],
  files: (text) => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean)
};
function rawOf(given) {
  const raw = [...given].map(([name, text]) => [
    SETTING[name] ?? name,
    LISTS[name]?.(text) ?? text
  ]);
  return Object.fromEntries(raw);
}
function inputLabel(key) {
  const [name] = Object.entries(SETTING).find(([, setting]) => setting === key) ?? [key];
  return `input '${name}'`;
}

// src/action/act.ts
async function act(command, perform, first) {
  try {
    await first?.();
    await perform(readInputs(command));
  } catch (error) {
    const isForReader = error instanceof PerfError || error instanceof ProcessError;
    if (!isForReader && error instanceof Error) {
      info(framed(logText(error.stack ?? "")));
    }
    setFailed(logText(error instanceof Error ? error.message : String(error)));
  }
}

export {
  actionName,
  act
};
