import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  candidatesOf,
  familyOf,
  hasVolumes
} from "./chunk-SHGZJK5N.js";
import {
  plural
} from "./chunk-OHF2BV36.js";

// src/report/build/names.ts
var FAMILY_TITLES = {
  execve: "execve",
  rpc: "RPC",
  traffic: "messages",
  probe: "probes",
  jobfile: "job files",
  config: "configuration",
  locks: "lock file",
  heap: "heap",
  sleep: "sleeps",
  fsync: "fsync",
  waiting: "waiting",
  latency: "latency",
  cpu: "CPU time",
  wall: "wall clock"
};
function totalTitle(key) {
  const family = familyOf(key);
  const segments = key.split("/");
  const part = family === "rpc" ? segments[1] : segments.length > 2 ? segments.at(-1) : void 0;
  const split = ["rpc", "traffic", "jobfile", "config", "locks", "heap", "sleep"].includes(family) && part;
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
function clusterTitle(topology, storage) {
  const { nodes, instances, diskTemplate } = topology;
  const size = [plural(nodes, "node"), plural(instances, "instance")];
  return [
    ...size,
    ...shapeTitle(topology),
    ...configurationTitle(topology),
    diskTitle(diskTemplate, storage)
  ].join(", ");
}
var diskTitle = (diskTemplate, storage = "emulated") => hasVolumes(diskTemplate) ? `${diskTemplate} on ${storage} LVM${diskTemplate === "drbd" ? " and DRBD" : ""}` : diskTemplate;
function sizeTitle(all) {
  const { nodes, instances, configInstances, configNodes } = all;
  const more = configInstances === void 0 ? [] : [`${configInstances} more in the configuration`];
  const size = [plural(nodes, "node"), plural(instances, "instance")];
  return [...size, ...shapeTitle(all), ...more, ...configNodesTitle(configNodes)].join(", ");
}
var shapeTitle = (size) => [
  ...size.candidatePool === void 0 ? [] : [plural(candidatesOf(size), "master candidate")],
  ...size.nodeGroups === void 0 ? [] : [plural(size.nodeGroups, "node group")]
];
var configNodesTitle = (configNodes) => configNodes === void 0 ? [] : [`${plural(configNodes, "node")} only in the configuration`];
var configurationTitle = ({
  configInstances,
  configBare,
  configNodes
}) => [
  ...configInstances === void 0 ? [] : [
    `${configInstances} stopped ones in the configuration` + (configBare ? " without disks and NICs" : "")
  ],
  ...configNodesTitle(configNodes)
];

// src/model/grouped.ts
function grouped(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export {
  grouped,
  FAMILY_TITLES,
  totalTitle,
  VERDICT_SEVERITIES,
  ganetiTitle,
  clusterTitle,
  sizeTitle,
  configurationTitle
};
