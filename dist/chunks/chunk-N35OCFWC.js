import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compareMeasurement
} from "./chunk-XQURPLCB.js";
import {
  baselinesFolder,
  readBaselines,
  selectorOf
} from "./chunk-T4ZNNPGP.js";

// src/usecases/compareWithBaselines.ts
async function compareWithBaselines(measurement, folder) {
  const names = measurement.workloads.map(({ name }) => name);
  return compareMeasurement(
    measurement,
    await readBaselines(baselinesFolder(folder), selectorOf(measurement), names)
  );
}

export {
  compareWithBaselines
};
