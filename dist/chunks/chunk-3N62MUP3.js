import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

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
      (row) => row.map((cell) => typeof cell === "string" ? { text: [cell] } : cell)
    ),
    ...facets && { facets }
  };
}
var figures = (title) => ({ title, align: "right" });
var codeCell = (name) => ({ text: [{ code: name }] });

export {
  text,
  code,
  table,
  figures,
  codeCell
};
