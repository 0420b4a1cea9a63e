import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  comparisonReport
} from "./chunk-324TQAS7.js";
import {
  renderHtml
} from "./chunk-NHUIEINT.js";
import {
  exitCodeOf
} from "./chunk-YW5T4O67.js";
import {
  renderMarkdown
} from "./chunk-WSHDVWH6.js";

// src/usecases/conclude.ts
async function conclude(comparison, results, reader) {
  await results.writeComparison(comparison);
  const report = comparisonReport(comparison, reader);
  const markdown = renderMarkdown(report);
  await results.writeReport(markdown, renderHtml(report));
  const { verdict } = comparison;
  const { files } = results;
  return { exitCode: exitCodeOf(comparison), verdict, files, comparison, report, markdown };
}

export {
  conclude
};
