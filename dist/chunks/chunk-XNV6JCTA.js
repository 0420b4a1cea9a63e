import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  wordsOf
} from "./chunk-QNF5IGQ3.js";
import {
  plainLine,
  plural
} from "./chunk-VIV74OAY.js";
import {
  familyOf
} from "./chunk-R6PBMWWY.js";

// src/text/workflowCommands.ts
var withoutCommands = (line, gap = " ") => line.replace(/:(?=:)|#(?=#\[)/g, `$&${gap}`);

// src/text/escapeTerminal.ts
var terminalText = (text) => withoutCommands(plainLine(wordsOf(text)));

// src/report/build/names.ts
var FAMILY_TITLES = {
  execve: "execve",
  rpc: "RPC",
  jobfile: "job files",
  config: "configuration",
  locks: "lock file",
  heap: "heap",
  sleep: "sleeps",
  fsync: "fsync",
  waiting: "waiting",
  cpu: "CPU time",
  wall: "wall clock"
};
function totalTitle(key) {
  const family = familyOf(key);
  const segments = key.split("/");
  const part = family === "rpc" ? segments[1] : segments.length > 2 ? segments.at(-1) : void 0;
  const split = ["rpc", "jobfile", "config", "locks", "heap", "sleep"].includes(family) && part;
  return split ? `${FAMILY_TITLES[family]} (${part})` : FAMILY_TITLES[family];
}
var VERDICT_SEVERITIES = {
  regression: "bad",
  new: "bad",
  unstable: "warn",
  improvement: "good",
  gone: "warn"
};
function ganetiTitle({ version, source, revision }) {
  return `Ganeti ${version} (${[source, revision].filter((part) => part !== "").join(", ")})`;
}
function clusterTitle({ nodes, instances, diskTemplate }) {
  return `${plural(nodes, "node")}, ${plural(instances, "instance")}, ${diskTemplate}`;
}

export {
  FAMILY_TITLES,
  totalTitle,
  VERDICT_SEVERITIES,
  ganetiTitle,
  clusterTitle,
  withoutCommands,
  terminalText
};
