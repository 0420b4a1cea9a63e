import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  _enum,
  array,
  int,
  lazy,
  number,
  record,
  strictObject,
  string,
  union
} from "./chunk-RVXCGWXA.js";

// src/model/metric.ts
var FAMILIES = [
  "execve",
  "rpc",
  "jobfile",
  "config",
  "locks",
  "heap",
  "sleep",
  "fsync",
  "waiting",
  "cpu",
  "wall"
];
var INFORMATIVE_FAMILIES = /* @__PURE__ */ new Set(["cpu", "wall"]);
var UNITS = ["count", "bytes", "seconds"];
var SEGMENT = "[A-Za-z0-9_.+:@=-]{1,80}";
var KEY_PATTERN = new RegExp(`^(?:${FAMILIES.join("|")})(?:/${SEGMENT}){0,4}$`);
var MetricKeySchema = string().max(300).regex(KEY_PATTERN, "not a metric key");
function familyOf(key) {
  const head = key.split("/", 1)[0];
  if (!FAMILIES.includes(head)) throw new RangeError(`metric key '${key}' has no known family`);
  return head;
}
var WAITING = "waiting/";
var ATTEMPTS = {
  count: `${WAITING}attempts/count`,
  seconds: `${WAITING}attempts/seconds`
};
var waitingKey = (key) => `${WAITING}${key}`;
function doneKey(key) {
  const done = key.slice(WAITING.length);
  return key.startsWith(WAITING) && KEY_PATTERN.test(done) ? done : key;
}
function keySegment(text) {
  const cleaned = text.replace(/[^A-Za-z0-9_.+:@=-]/g, "_").slice(0, 80);
  return cleaned === "" ? "_" : cleaned;
}

// src/model/environment.ts
var EnvironmentSchema = record(
  string().regex(/^[a-z][A-Za-z0-9.]{0,39}$/),
  union([string().max(300), number()])
);
var GanetiSchema = strictObject({
  version: string().regex(/^\d+\.\d+\.\d+[A-Za-z0-9.~+-]{0,40}$/),
  source: string().max(300),
  revision: string().max(100)
});
var TopologySchema = strictObject({
  nodes: int().min(1).max(1e3),
  instances: int().min(0).max(1e5),
  diskTemplate: _enum(["sharedfile", "diskless", "file", "plain", "drbd"])
});
function seriesOf(version) {
  const match = /^(\d+\.\d+)\./.exec(version);
  if (!match?.[1]) throw new RangeError(`'${version}' is not a Ganeti version`);
  return match[1];
}
function topologyName(topology) {
  return `${topology.nodes}-nodes-${topology.instances}-instances-${topology.diskTemplate}`;
}

// src/model/cause.ts
var CAUSE_KINDS = [
  "command",
  "request",
  "job",
  "opcode",
  "attempt",
  "rpc",
  "ssh",
  "process",
  "daemon",
  "background",
  "unattributed"
];
var Count = number().min(0).max(Number.MAX_SAFE_INTEGER);
var CauseSchema = lazy(
  () => strictObject({
    kind: _enum(CAUSE_KINDS),
    label: string().min(1).max(200),
    times: int().min(1),
    counts: record(MetricKeySchema, Count),
    seconds: Count.optional(),
    peakRss: Count.optional(),
    children: array(CauseSchema).max(1e4)
  })
);
var CauseStepSchema = strictObject({
  kind: _enum(CAUSE_KINDS),
  label: string().min(1).max(200),
  /** 0 where that side does not have it; null where the baseline has no causes. */
  timesBefore: Count.nullable(),
  timesAfter: Count
});
var MovedBranchSchema = strictObject({
  key: MetricKeySchema,
  /** From the root to the branch itself. */
  path: array(CauseStepSchema).min(1).max(100),
  /**
   * null where the baseline has no causes, or a peak is not known of it; `after` then says where the
   * metric is counted now.
   */
  before: Count.nullable(),
  after: Count
});

// src/model/share.ts
var Count2 = int().min(0);
var ShareSchema = strictObject({
  family: _enum(FAMILIES),
  events: Count2,
  /** Below a command line. */
  attributed: Count2,
  /** What a daemon did on its own account. */
  daemon: Count2,
  /** What is periodic. */
  background: Count2,
  /** What found no cause. */
  unattributed: Count2
});
function addShares(repeats) {
  const sums = /* @__PURE__ */ new Map();
  for (const share of repeats.flat()) {
    const sum = sums.get(share.family);
    sums.set(
      share.family,
      sum ? {
        family: share.family,
        events: sum.events + share.events,
        attributed: sum.attributed + share.attributed,
        daemon: sum.daemon + share.daemon,
        background: sum.background + share.background,
        unattributed: sum.unattributed + share.unattributed
      } : share
    );
  }
  return [...sums.values()];
}

export {
  FAMILIES,
  INFORMATIVE_FAMILIES,
  UNITS,
  MetricKeySchema,
  familyOf,
  ATTEMPTS,
  waitingKey,
  doneKey,
  keySegment,
  CAUSE_KINDS,
  CauseSchema,
  MovedBranchSchema,
  EnvironmentSchema,
  GanetiSchema,
  TopologySchema,
  seriesOf,
  topologyName,
  ShareSchema,
  addShares
};
