import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  framed
} from "./chunks/chunk-33OKRWBK.js";
import "./chunks/chunk-45JNQA2S.js";
import {
  enumeration,
  plainLine
} from "./chunks/chunk-TRMHDDGF.js";
import {
  DEFAULTS,
  flag,
  path,
  readSettings,
  reader,
  wholeNumber
} from "./chunks/chunk-HVTUEGUE.js";
import "./chunks/chunk-JRCCUOWA.js";
import "./chunks/chunk-XWTACTLH.js";
import "./chunks/chunk-46SIF4ZK.js";
import "./chunks/chunk-3J2XX2DR.js";
import {
  object,
  string
} from "./chunks/chunk-RVXCGWXA.js";
import {
  PerfError,
  usageError
} from "./chunks/chunk-ULI3DSBC.js";
import {
  getInput,
  info,
  setFailed
} from "./chunks/chunk-FKADNPDV.js";
import {
  __commonJS,
  __toESM
} from "./chunks/chunk-5XWL5JNG.js";

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

// src/action/inputs.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);

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
    error: ({ input }) => `must be a folder within the repository, as baselines or perf/baselines, got '${String(input)}'`
  }),
  /** The one that asked for it; undefined where none did. */
  pullRequest: wholeNumber(1, 1e9).optional(),
  /** The commit that was measured. */
  headSha: string().regex(/^[0-9a-f]{40}$/, {
    error: ({ input }) => `must be a whole commit, 40 hexadecimal digits, got '${String(input)}'`
  }).optional(),
  verbose
}).refine(({ pullRequest, headSha }) => pullRequest === void 0 || headSha !== void 0, {
  message: "must be given with 'pull-request': the commit that was measured for it",
  path: ["headSha"]
}).refine(({ pullRequest, headSha }) => headSha === void 0 || pullRequest !== void 0, {
  message: "must be given with 'head-sha': the number of the pull request that it belongs to",
  path: ["pullRequest"]
});
function isPlainPath(text) {
  return text.replace(/\/$/, "").split("/").every((part) => /^\w[\w.-]*$/.test(part));
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

// src/action/inputTable.ts
var MEASURES = ["run", "refresh"];
var SIZES = [...MEASURES, "plan"];
var INPUT = {
  command: { of: COMMANDS, preset: "run" },
  ganeti: { of: SIZES, preset: DEFAULTS.ganeti },
  against: { of: ["run"] },
  base: { of: ["run"] },
  "build-cache": { of: MEASURES },
  overlay: { of: MEASURES },
  nodes: { of: SIZES, preset: DEFAULTS.nodes },
  instances: { of: SIZES, preset: DEFAULTS.instances },
  workload: { of: SIZES, preset: DEFAULTS.workloads.join("\n") },
  // Without a preset, as that of `refresh` is another than that of `run`.
  repeat: { of: SIZES },
  shards: { of: ["plan"] },
  files: { of: ["merge"] },
  baselines: { of: [...MEASURES, "merge", "comment", "propose"] },
  out: { of: [...MEASURES, "merge"], preset: DEFAULTS.out },
  measurement: { of: ["comment", "propose"] },
  "pull-request": { of: ["propose"] },
  "head-sha": { of: ["propose"] },
  // Of every command: action.yml gives the job's own to each, so that it is no sign of a mistake.
  token: { of: COMMANDS },
  verbose: { of: COMMANDS, preset: "false" }
};
var INPUTS = Object.keys(INPUT);
var NEEDED = {
  refresh: { baselines: "the folder of the baselines that it learns anew" },
  merge: { files: "the measurement.json of each leg, as paths or patterns, one on a line" },
  comment: { measurement: "the path of the measurement.json to report" },
  propose: {
    measurement: "the path of the measurement.json to learn from",
    baselines: "the folder of the baselines in the repository, e.g. baselines"
  }
};

// src/action/inputs.ts
function readInputs() {
  const texts = INPUTS.map((name) => [name, getInput(name)]);
  const given = new Map(texts.filter(([, text]) => text !== ""));
  Reflect.deleteProperty(process.env, "INPUT_TOKEN");
  refuseUnknown(Object.keys(process.env));
  const command = readCommand(given.get("command"));
  for (const [name, text] of given) refuseStray(name, text, command);
  for (const [name, meaning] of Object.entries(NEEDED[command] ?? {})) {
    if (given.has(name)) continue;
    throw usageError(`command '${command}' needs the input '${name}': ${meaning}`);
  }
  return settingsOf(command, rawOf(command, given));
}
function settingsOf(command, raw) {
  switch (command) {
    case "run":
      return { command, settings: readSettings.run(raw, inputLabel) };
    case "refresh":
      return {
        command,
        settings: readSettings.run({ repeat: DEFAULTS.refreshRepeat, ...raw }, inputLabel)
      };
    case "plan":
      return { command, settings: readSettings.plan(raw, inputLabel) };
    case "merge":
      return { command, settings: readSettings.merge({ out: DEFAULTS.out, ...raw }, inputLabel) };
    case "comment":
      return { command, settings: readActionSettings.comment(raw, inputLabel) };
    case "authorize":
      return { command, settings: readActionSettings.authorize(raw, inputLabel) };
    case "propose":
      return { command, settings: readActionSettings.propose(raw, inputLabel) };
  }
}
var SETTING = {
  workload: "workloads",
  "build-cache": "buildCache",
  "pull-request": "pullRequest",
  "head-sha": "headSha"
};
function rawOf(command, given) {
  const own = [...given].filter(([name]) => name !== "command" && isOf(name, command));
  const lists = {
    workload: (text) => [text],
    files: (text) => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean)
  };
  const raw = own.map(([name, text]) => [SETTING[name] ?? name, lists[name]?.(text) ?? text]);
  return Object.fromEntries(raw);
}
function inputLabel(key) {
  const [name] = Object.entries(SETTING).find(([, setting]) => setting === key) ?? [key];
  return `input '${name}'`;
}
function readCommand(text = INPUT.command.preset) {
  const command = COMMANDS.find((name) => name === text);
  if (command !== void 0) return command;
  const nearest = nearestOf(text, COMMANDS);
  throw usageError(
    `input 'command' must be ${COMMANDS.slice(0, -1).join(", ")} or ${COMMANDS.at(-1) ?? ""}, got '${shown(text)}'${nearest === void 0 ? "" : `; did you mean '${nearest}'?`}`
  );
}
var isOf = (name, command) => {
  const { of } = INPUT[name];
  return of.includes(command);
};
function refuseStray(name, text, command) {
  const { of, preset } = INPUT[name];
  if (isOf(name, command) || words(text) === words(preset ?? "")) return;
  const owners = enumeration(
    of.map((owner) => `'${owner}'`),
    of.length
  );
  throw usageError(
    `input '${name}' is one of command ${owners}, and this is '${command}': remove it`
  );
}
var PREFIX = "INPUT_";
function refuseUnknown(variables) {
  const names = variables.filter((variable) => variable.startsWith(PREFIX)).map((variable) => variable.slice(PREFIX.length).toLowerCase());
  const unknown = names.find((name) => !INPUTS.some((known) => known === name));
  if (unknown === void 0) return;
  const nearest = nearestOf(unknown, INPUTS);
  throw usageError(
    `there is no input '${shown(unknown)}'` + (nearest === void 0 ? `; there are: ${INPUTS.join(", ")}` : `; did you mean '${nearest}'?`)
  );
}
function nearestOf(name, known) {
  const parts = name.split(/[^a-z]+/);
  const shared = known.filter((other) => parts.includes(other));
  const nearest = (0, import_fastest_levenshtein.closest)(name, shared.length > 0 ? shared : known);
  const near = (0, import_fastest_levenshtein.distance)(name, nearest) <= Math.max(1, Math.floor(nearest.length / 2));
  return shared.length > 0 || near ? nearest : void 0;
}
var shown = (text) => plainLine(text).slice(0, 80);
var words = (text) => text.split(/\s+/).filter(Boolean).join(" ");

// src/action/action.ts
async function main(inputs) {
  switch (inputs.command) {
    case "run":
      return (await import("./chunks/runStep-MREHFVWC.js")).runCommand(inputs.settings);
    case "refresh":
      return (await import("./chunks/refreshStep-FZRVHVJX.js")).refreshCommand(inputs.settings);
    case "plan":
      return (await import("./chunks/planStep-TMXPY3DA.js")).planCommand(inputs.settings);
    case "merge":
      return (await import("./chunks/mergeStep-BHRRRECF.js")).mergeCommand(inputs.settings);
    case "comment":
      return (await import("./chunks/commentStep-SEK6K3AC.js")).commentCommand(inputs.settings);
    case "authorize":
      return (await import("./chunks/authorizeStep-4NIYA2K7.js")).authorizeCommand(inputs.settings);
    case "propose":
      return (await import("./chunks/proposeStep-R7ORT7RU.js")).proposeCommand(inputs.settings);
  }
}
try {
  await main(readInputs());
} catch (error) {
  if (!(error instanceof PerfError) && error instanceof Error) info(framed(error.stack ?? ""));
  setFailed(error instanceof Error ? error.message : String(error));
}
