import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  comparisonReport
} from "./chunk-XQURPLCB.js";
import {
  exitCodeOf
} from "./chunk-IYCQVKGC.js";

// src/usecases/conclude.ts
async function conclude(comparison, results, reader) {
  await results.writeComparison(comparison);
  const report = comparisonReport(comparison, reader);
  const markdown = await results.writeReport(report);
  const { verdict } = comparison;
  const { files } = results;
  return { exitCode: exitCodeOf(comparison), verdict, files, comparison, report, markdown };
}

export {
  conclude
};
