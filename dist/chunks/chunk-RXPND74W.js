import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkNeeds,
  isProbeSet,
  parseProbeSet,
  parseWorkload
} from "./chunk-NLPLDUTU.js";
import {
  usageError
} from "./chunk-HSULD6WJ.js";
import {
  projectRoot
} from "./chunk-6MX2ZWUR.js";

// src/workload/load.ts
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
var FOLDERS = {
  workloads: parseWorkload,
  probes: parseProbeSet
};
async function knownWorkloads() {
  return [...(await filesByName()).keys()].toSorted();
}
async function filesByName() {
  const found = /* @__PURE__ */ new Map();
  for (const folder of Object.keys(FOLDERS)) {
    for (const file of await readdir(join(projectRoot(), folder))) {
      if (file.endsWith(".yaml")) found.set(file.slice(0, -".yaml".length), folder);
    }
  }
  return found;
}
async function loadWorkloads(names) {
  const files = await filesByName();
  return Promise.all(
    names.map(async (name) => {
      const folder = files.get(name);
      const parse = folder === void 0 ? void 0 : FOLDERS[folder];
      if (folder === void 0 || parse === void 0) {
        const known = [...files.keys()].toSorted().join(", ");
        throw usageError(`there is no workload '${name}'; there are: ${known}`);
      }
      const file = `${name}.yaml`;
      const workload = parse(await readFile(join(projectRoot(), folder, file), "utf8"), file);
      if (workload.name === name) return workload;
      throw usageError(`workload ${file} calls itself '${workload.name}'; name it '${name}'`);
    })
  );
}
async function loadFitting(names, size) {
  const workloads = await loadWorkloads(names);
  for (const workload of workloads) checkNeeds(workload, size);
  return workloads;
}
async function loadDriven(names) {
  const workloads = await loadWorkloads(names);
  return workloads.map((workload) => {
    if (!isProbeSet(workload)) return workload;
    throw usageError(`'${workload.name}' is a set of probes, and has no commands to run`);
  });
}

export {
  knownWorkloads,
  loadWorkloads,
  loadFitting,
  loadDriven
};
