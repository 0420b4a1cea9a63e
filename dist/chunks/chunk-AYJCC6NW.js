import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkNeeds,
  parseWorkload
} from "./chunk-URRM4JQ2.js";
import {
  usageError
} from "./chunk-ULI3DSBC.js";
import {
  projectRoot
} from "./chunk-6MX2ZWUR.js";

// src/workload/load.ts
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
async function knownWorkloads() {
  const files = await readdir(workloadFolder());
  const workloads = files.filter((file) => file.endsWith(".yaml"));
  return workloads.map((file) => file.slice(0, -".yaml".length)).toSorted();
}
var workloadFolder = () => join(projectRoot(), "workloads");
async function loadWorkloads(names) {
  const known = await knownWorkloads();
  return Promise.all(
    names.map(async (name) => {
      if (!known.includes(name)) {
        throw usageError(`there is no workload '${name}'; there are: ${known.join(", ")}`);
      }
      const file = `${name}.yaml`;
      const workload = parseWorkload(await readFile(join(workloadFolder(), file), "utf8"), file);
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

export {
  knownWorkloads,
  loadWorkloads,
  loadFitting
};
