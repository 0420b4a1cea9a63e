import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readInput
} from "./chunk-GRTWNZOT.js";
import {
  parseMeasurement
} from "./chunk-NBZPAOK5.js";

// src/cli/readMeasurements.ts
async function readShards(files) {
  const shards = [];
  for (const file of files) {
    shards.push({ file, measurement: parseMeasurement(await readInput(file), file) });
  }
  return shards;
}

export {
  readShards
};
