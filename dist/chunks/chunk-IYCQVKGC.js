import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  medianOf
} from "./chunk-KGUNOPRW.js";
import {
  VERDICTS
} from "./chunk-PK3XEFPR.js";
import {
  ATTEMPTS,
  FAMILIES,
  INFORMATIVE_FAMILIES,
  familyOf
} from "./chunk-SHGZJK5N.js";
import {
  minOf
} from "./chunk-TSNSTRFB.js";
import {
  EXIT
} from "./chunk-HSULD6WJ.js";

// src/compare/verdict.ts
function isRegression({ gates, verdict }) {
  return gates && (verdict === "regression" || verdict === "new");
}
function isOutdated({ base, gates }) {
  return base !== void 0 && !gates;
}
function isUndecided({ metrics }) {
  const worse = metrics.filter(isRegression);
  return worse.length > 0 && worse.every(movesByItself);
}
var movesByItself = (metric) => metric.kind === "noisy" ? !isFarBeyond(metric) : new Set(metric.base?.values).size > 1;
function isFarBeyond({ unit, before, values, band, base }) {
  if (band === null || before === null || !base) return false;
  return minOf(values) - medianOf(base.values, unit) > 2 * (band.high - before);
}
function workloadVerdict(workload) {
  if (workload.status === "not-measured" || workload.missing.length > 0) return "invalid";
  if (workload.metrics.some(isRegression)) return "regression";
  return workload.status === "no-baseline" ? "neutral" : "pass";
}
function needsConfirmation(workload) {
  const verdict = workloadVerdict(workload);
  if (verdict !== "pass") return verdict === "regression";
  return workload.metrics.some(
    (metric) => metric.kind === "exact" && metric.before !== null && metric.verdict !== "same"
  );
}
function overallVerdict(workloads) {
  const all = new Set(workloads.map(workloadVerdict));
  if (all.size === 0) return "invalid";
  return ["invalid", "regression", "neutral"].find((v) => all.has(v)) ?? "pass";
}
function exitCodeOf({ verdict }) {
  const codes = {
    pass: EXIT.ok,
    neutral: EXIT.ok,
    regression: EXIT.regression,
    invalid: EXIT.invalid
  };
  return codes[verdict];
}

// src/model/contended.ts
var FOLLOWS_ATTEMPTS = /* @__PURE__ */ new Set([
  "heap/wconfd/allocated",
  "heap/wconfd/sampled/allocated"
]);
var isContended = ({ metrics }) => (metrics[ATTEMPTS.count]?.values ?? []).some((value) => value > 0);
var ENOUGH = 2;
function calmMetrics({ metrics }) {
  const attempts = metrics[ATTEMPTS.count]?.values ?? [];
  return new Map(
    Object.entries(metrics).map(([key, metric]) => {
      const calm = metric.values.filter((_, i) => (attempts[i] ?? 0) === 0);
      const left = FOLLOWS_ATTEMPTS.has(key) && calm.length >= ENOUGH;
      return [key, left ? { ...metric, values: calm } : metric];
    })
  );
}

// src/model/nature.ts
var NATURE_TABLE = [
  {
    pattern: "waiting/**",
    nature: "waiting",
    why: "done only because something else was not ready: see docs/numbers.md"
  },
  {
    pattern: "config/**",
    nature: "waiting",
    why: "wconfd writes the configuration once for all changes that arrive while it writes"
  },
  {
    pattern: "locks/**",
    nature: "waiting",
    why: "wconfd writes the lock file once for all changes that arrive while it writes"
  },
  {
    pattern: "fsync/ganeti-wconfd",
    nature: "waiting",
    why: "follows the writes of wconfd, which are put together"
  },
  {
    pattern: "rpc/node/upload_file_single",
    nature: "waiting",
    why: "follows the writes of the configuration, which are put together"
  },
  {
    pattern: "rpc/node/write_ssconf_files",
    nature: "waiting",
    why: "follows the writes of the configuration, which are put together"
  },
  {
    pattern: "traffic/**",
    nature: "waiting",
    why: "requests that are repeated until something is ready are part of it, and a reader gets what is there"
  },
  {
    pattern: "sleep/sshd/**",
    nature: "waiting",
    why: "OpenSSH stretches every attempt to log in to a least time, and sleeps for what is left of it"
  },
  {
    pattern: "heap/ganeti-mond/**",
    nature: "waiting",
    why: "mond works periodically, so it holds more the longer a workload takes"
  },
  {
    pattern: "heap/confd/sampled/max-live",
    nature: "machine",
    why: "the allocator and the collector round and time as they like"
  },
  {
    pattern: "heap/confd/**",
    nature: "waiting",
    why: "confd makes a few collections on each node, and reads the configuration as often as writes of it are apart"
  },
  {
    pattern: "heap/**",
    nature: "machine",
    why: "the allocator and the collector round and time as they like"
  },
  {
    pattern: "probe/*/*/allocated",
    nature: "machine",
    why: "a runtime tells what was allocated at its collections only, and what it does for itself is part of it"
  },
  {
    pattern: "probe/*/*/calls/**",
    nature: "machine",
    why: "in how many parts a message is sent and received follows how fast the other end is"
  },
  { pattern: "latency/**", nature: "machine", why: "measures the machine" },
  { pattern: "cpu/**", nature: "machine", why: "measures the machine" },
  { pattern: "wall/**", nature: "machine", why: "measures the machine" }
];
var UNIT_REASONS = {
  seconds: "a time",
  bytes: "files hold timestamps whose digits vary"
};
var RULES = NATURE_TABLE.map((line) => ({ ...line, matches: globToRegExp(line.pattern) }));
function natureOf(key) {
  return ruleOf(key)?.nature ?? "work";
}
function noisyReason(key, unit) {
  return ruleOf(key)?.why ?? UNIT_REASONS[unit];
}
var ruleOf = (key) => RULES.find(({ matches }) => matches.test(key));
function globToRegExp(pattern) {
  const source = pattern.replace(/\/\*\*$|\*|[.+=]/g, (token) => {
    if (token === "/**") return "(?:/.*)?";
    return token === "*" ? "[^/]*" : `\\${token}`;
  });
  return new RegExp(`^${source}$`);
}

// src/compare/order.ts
function worstFirst(a, b) {
  return VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || Number(b.gates) - Number(a.gates) || compareNumbers(magnitude(b), magnitude(a)) || compareNumbers(fromNothing(b), fromNothing(a)) || FAMILIES.indexOf(familyOf(a.key)) - FAMILIES.indexOf(familyOf(b.key)) || (a.key < b.key ? -1 : Number(a.key > b.key));
}
var levelBefore = ({ before, base, unit }) => base ? base.values.length > 0 ? medianOf(base.values, unit) : 0 : before;
function relativeChange(metric) {
  const [before, { after }] = [levelBefore(metric), metric];
  return before === null || before === 0 ? null : ((after ?? 0) - before) / before;
}
function magnitude(metric) {
  const share = relativeChange(metric);
  if (share !== null) return Math.abs(share);
  return (metric.after ?? 0) > 0 ? Infinity : 0;
}
var fromNothing = (metric) => magnitude(metric) === Infinity && metric.unit === "count" ? metric.after ?? 0 : 0;
function compareNumbers(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}

// src/report/build/measurement/apart.ts
var isTime = (key) => INFORMATIVE_FAMILIES.has(familyOf(key));
var isWaiting = (key) => natureOf(key) === "waiting";
var isDisturbed = ({ key, gates, before }) => FOLLOWS_ATTEMPTS.has(key) && !gates && before !== null;
var isInVain = (key) => familyOf(key) === "waiting";
var standsApart = (metric) => isTime(metric.key) || isWaiting(metric.key) && !metric.gates || isDisturbed(metric);

export {
  FOLLOWS_ATTEMPTS,
  isContended,
  calmMetrics,
  natureOf,
  noisyReason,
  isRegression,
  isOutdated,
  isUndecided,
  workloadVerdict,
  needsConfirmation,
  overallVerdict,
  exitCodeOf,
  worstFirst,
  levelBefore,
  relativeChange,
  isTime,
  isWaiting,
  isInVain,
  standsApart
};
