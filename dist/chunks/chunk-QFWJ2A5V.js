import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readPlainFile
} from "./chunk-PK3XEFPR.js";
import {
  usageError
} from "./chunk-HSULD6WJ.js";

// src/github/events/intake.ts
import { readFile } from "node:fs/promises";
var MAX_MEASUREMENT_BYTES = 4 * 1024 ** 2;
var readUntrustedFile = (path, limit = MAX_MEASUREMENT_BYTES) => readPlainFile(path, { limit });
var codeOf = (error) => error.code ?? "unknown error";
async function readEvent(path) {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw usageError(`the event ${path} cannot be read (${codeOf(error)})`, { cause: error });
  }
}

export {
  readUntrustedFile,
  readEvent
};
