import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compareMeasurement
} from "./chunk-VCMUH5XB.js";
import {
  baselinesFolder,
  readBaselines,
  selectorOf
} from "./chunk-NU3HBKH6.js";

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
