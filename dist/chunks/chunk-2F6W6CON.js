import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readInput
} from "./chunk-L3VACQMA.js";
import {
  parseMeasurement
} from "./chunk-BCPURNDR.js";

// src/commands/shards.ts
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
