import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatCoverage,
  formatDifference,
  formatPercentage,
  formatPrecise,
  formatRelativeChange,
  formatValue
} from "./chunk-OHF2BV36.js";

// src/text/text.ts
var level = (value, unit) => ({ value, unit, form: "level" });
var precise = (value, unit) => ({
  value,
  unit,
  form: "precise"
});
var difference = (before, after, unit) => ({
  value: after - before,
  unit,
  form: "difference"
});
var relativeDifference = (value) => ({
  value,
  unit: "ratio",
  form: "difference"
});
var percentage = (value) => ({ value, unit: "ratio", form: "level" });
var coverage = (found, of) => ({
  value: of === 0 ? null : found / of,
  unit: "ratio",
  form: "coverage"
});
var joinedText = (parts, separator) => parts.flatMap((part, i) => i === 0 ? part : [separator, ...part]);
function wordsOf(text2) {
  return spansOf(text2).map((span) => typeof span === "string" ? span : span.code).join("");
}
function spansOf(text2) {
  const spans = [];
  for (const span of text2) {
    if (typeof span !== "string" && "code" in span) {
      spans.push(span);
      continue;
    }
    const words = typeof span === "string" ? span : figureWords(span);
    const last = spans.at(-1);
    if (typeof last === "string") spans[spans.length - 1] = last + words;
    else spans.push(words);
  }
  return spans;
}
function figureWords({ value, unit, form }) {
  if (value === null) return "\u2013";
  if (unit !== "ratio") {
    if (form === "precise") return formatPrecise(value, unit);
    return form === "difference" ? formatDifference(0, value, unit) : formatValue(value, unit);
  }
  switch (form) {
    case "level":
    case "precise":
      return formatPercentage(value);
    case "difference":
      return formatRelativeChange(value);
    case "coverage":
      return formatCoverage(value);
  }
}

// src/report/model.ts
var text = (...spans) => ({ kind: "text", text: spans });
var code = (lines) => ({ kind: "code", text: lines });
function table(columns, rows, facets) {
  return {
    kind: "table",
    columns: columns.map(
      (column) => typeof column === "string" ? { title: column, align: "left" } : column
    ),
    rows: rows.map(
      (row) => row.map((cell) => typeof cell === "string" || "form" in cell ? { text: [cell] } : cell)
    ),
    ...facets && { facets }
  };
}
var figures = (title) => ({ title, align: "right" });
var codeCell = (name) => ({ text: [{ code: name }] });

export {
  level,
  precise,
  difference,
  relativeDifference,
  percentage,
  coverage,
  joinedText,
  wordsOf,
  spansOf,
  text,
  code,
  table,
  figures,
  codeCell
};
