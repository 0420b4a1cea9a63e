import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseMeasurement
} from "./chunk-XW5CLFQN.js";
import {
  CALIBRATION_FIGURES
} from "./chunk-OQH6SHCG.js";
import {
  isSourceName
} from "./chunk-L3PENX4O.js";
import {
  seen
} from "./chunk-LAUIYLMP.js";
import {
  MACHINE_FACTS,
  STORAGES
} from "./chunk-SHGZJK5N.js";
import {
  usageError
} from "./chunk-HSULD6WJ.js";

// src/github/events/untrustedMeasurement.ts
var ENVIRONMENT = /* @__PURE__ */ new Set([...MACHINE_FACTS, ...CALIBRATION_FIGURES]);
var MAX_METRICS = 2e3;
function parseUntrustedMeasurement(text, fileName, workloads) {
  const measurement = parseMeasurement(text, fileName);
  const refuse = (reason) => {
    throw usageError(`${fileName} is not taken: ${reason}`);
  };
  const { base } = measurement;
  for (const reason of strangeIn(measurement, workloads)) refuse(reason);
  for (const reason of base ? strangeIn(base, workloads) : []) refuse(`of its base, ${reason}`);
  return measurement;
}
function* strangeIn({ ganeti, environment, workloads }, known) {
  if (!isSourceName(ganeti.source)) {
    yield `its Ganeti is of ${seen(ganeti.source)}, which is no source of a run`;
  }
  if (!/^[\w.+~:-]*$/.test(ganeti.revision)) {
    yield `the revision of its Ganeti is ${seen(ganeti.revision)}`;
  }
  for (const name of Object.keys(environment)) {
    if (!ENVIRONMENT.has(name)) yield `${seen(name)} is nothing that a run says of its machine`;
  }
  const { storage = "emulated" } = environment;
  if (!STORAGES.some((known2) => known2 === storage)) {
    yield `its storage is ${seen(storage)}, and not ${STORAGES.join(" or ")}`;
  }
  for (const { name, metrics } of workloads) {
    if (!known.includes(name)) {
      yield `there is no workload ${seen(name)}; there are: ${known.join(", ")}`;
    }
    const count = Object.keys(metrics).length;
    if (count > MAX_METRICS) yield `${name} has ${count} metrics, more than ${MAX_METRICS}`;
  }
}

export {
  parseUntrustedMeasurement
};
