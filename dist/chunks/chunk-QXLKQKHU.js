import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readInput
} from "./chunk-AVUOSTOY.js";
import {
  parseMeasurement
} from "./chunk-XW5CLFQN.js";

// src/cli/readMeasurements.ts
async function readMeasurementFiles(files) {
  const shards = [];
  for (const file of files) {
    shards.push({ file, measurement: parseMeasurement(await readInput(file), file) });
  }
  return shards;
}

export {
  readMeasurementFiles
};
