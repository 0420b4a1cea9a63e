import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compareMeasurement
} from "./chunk-SGQF3VEM.js";
import {
  baselinesFolder,
  readBaselines,
  selectorOf
} from "./chunk-IJ7W6Y6N.js";

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
