import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  comparisonReport
} from "./chunk-ZGPANG2K.js";
import {
  renderHtml
} from "./chunk-NIRSC2ER.js";
import {
  exitCodeOf
} from "./chunk-PNZDP43E.js";
import {
  renderMarkdown
} from "./chunk-PZFGTOEQ.js";

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
