import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  PerfError
} from "./chunk-HSULD6WJ.js";

// src/measure/remeasure.ts
async function remeasured(what, { log }, measure) {
  const once = async () => {
    const repeat = await measure();
    for (const remark of repeat.remarks) {
      log.warn(`${what}: outside the marks, where nothing is counted: ${remark}`);
    }
    return repeat;
  };
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof PerfError) || !error.remeasure) throw error;
    log.warn(`${what}: ${error.message}; measuring it once more`);
    return await once();
  }
}

export {
  remeasured
};
