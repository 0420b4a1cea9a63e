import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  comparisonReport
} from "./chunk-XIRQFPY3.js";
import {
  renderHtml
} from "./chunk-QS2GQDC5.js";
import {
  exitCodeOf
} from "./chunk-FSCN2NQB.js";
import {
  renderMarkdown
} from "./chunk-QF2FWGQL.js";

// src/conclude.ts
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
