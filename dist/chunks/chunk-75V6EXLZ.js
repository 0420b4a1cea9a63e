import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  coloursFor
} from "./chunk-57UWAAKY.js";
import {
  areaTotals,
  chartTitle,
  flameTree,
  serialize,
  terminalBars,
  terminalChart,
  treeText
} from "./chunk-XW5CLFQN.js";
import {
  padded,
  truncate,
  widthOf,
  wrapped
} from "./chunk-J572PHDR.js";
import {
  terminalText
} from "./chunk-PK3XEFPR.js";
import {
  enumeration
} from "./chunk-OHF2BV36.js";
import {
  maxOf
} from "./chunk-TSNSTRFB.js";

// src/report/render/renderJson.ts
function renderJson(document) {
  return serialize(document).replaceAll("##[", "#\\u0023[");
}

// src/report/render/terminal/terminalTable.ts
var GAP = "  ";
var LEAST_WIDTH = 12;
var READABLE_WIDTH = 24;
function terminalTable(table, { colours, columns: width }) {
  const header = table.columns.map(({ title }) => ({ text: [title], severity: "dim" }));
  const all = table.columns.map((column, i) => {
    const cells = [header, ...table.rows].map((row) => ({
      words: terminalText(row[i]?.text ?? []),
      severity: row[i]?.severity
    }));
    return { column, cells, width: maxOf(cells.map(({ words }) => widthOf(words))) };
  });
  const columns = fitted(readable(all, width), width);
  return [header, ...table.rows].map(
    (_, line) => columns.map(({ column, cells, width: size }) => {
      const short = truncate(cells[line]?.words ?? "", size, "ends");
      const painted = paint(short, cells[line]?.severity, colours);
      return padded(painted, size, column.align);
    }).join(GAP).trimEnd()
  ).join("\n");
}
function readable(columns, room) {
  const least = columns.map(
    ({ column, width }) => column.align === "left" ? Math.min(width, READABLE_WIDTH) : width
  );
  return least.reduce((sum, width) => sum + width + GAP.length, -GAP.length) > room ? columns.filter(({ column }) => !column.optional) : columns;
}
function fitted(columns, room) {
  const widths = columns.map(({ width }) => width);
  const canGive = (i) => columns[i]?.column.align === "left" && (widths[i] ?? 0) > LEAST_WIDTH ? widths[i] ?? 0 : 0;
  let excess = widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length) - room;
  while (excess > 0) {
    const widest = widths.reduce((best, _, i) => canGive(i) > canGive(best) ? i : best, 0);
    if (canGive(widest) === 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return columns.map((column, i) => ({ ...column, width: widths[i] ?? 0 }));
}
function paint(words, severity, colours) {
  switch (severity) {
    case "good":
      return colours.green(words);
    case "bad":
      return colours.red(words);
    case "warn":
      return colours.yellow(words);
    case "dim":
      return colours.dim(words);
    case void 0:
      return words;
  }
}

// src/report/render/terminal/terminalTree.ts
function terminalTree(tree, { colours, columns }) {
  const paints = {
    good: colours.green,
    bad: colours.red,
    warn: colours.yellow,
    dim: colours.dim
  };
  const dim = (words) => words === "" ? "" : colours.dim(words);
  return treeText(tree, columns).map(({ before, label, times, counts, severity }) => {
    const painted = counts === "" ? "" : paints[severity ?? "dim"](counts);
    return dim(before) + label + dim(times) + painted;
  }).join("\n");
}

// src/report/render/terminal/terminal.ts
var SIGNS = { good: "\u2713", bad: "\u2717", neutral: "\u2013", invalid: "!" };
function renderTerminal(report, options) {
  const { colours, columns, more: place = "in report.md" } = options;
  const paint2 = {
    good: colours.green,
    bad: colours.red,
    neutral: colours.yellow,
    invalid: colours.magenta
  }[report.status];
  const verdictLines = wrapped(
    `${SIGNS[report.status]} ${terminalText([`${report.title}: `, ...report.verdict])}`,
    columns
  );
  const shown = report.sections.filter(({ prominence }) => prominence !== "archive");
  const archived = report.sections.filter(({ prominence }) => prominence === "archive");
  const verdict = verdictLines.map((line) => colours.bold(paint2(line)));
  const context = dimmed(terminalText(report.context), { colours, columns });
  const titles = archived.map(({ title }) => terminalText([title]));
  const more = `More ${place}: ${enumeration(titles, NAMED_SECTIONS)}.`;
  const parts = [
    [...verdict, context].join("\n"),
    ...shown.map((section) => renderSection(section, { colours, columns })),
    ...archived.length > 0 ? [dimmed(more, { colours, columns })] : []
  ];
  return `${parts.join("\n\n")}
`;
}
var NAMED_SECTIONS = 5;
var dimmed = (line, { colours, columns }) => wrapped(line, columns).map(colours.dim).join("\n");
function renderSection({ title, brief, blocks }, options) {
  if (brief) return dimmed(terminalText([`${title}: `, ...brief]), options);
  const heading = options.colours.bold(terminalText([title]));
  return [heading, ...blocks.map((block) => renderBlock(block, options))].join("\n");
}
function renderBlock(block, { colours, columns }) {
  switch (block.kind) {
    case "text":
      return wrapped(terminalText(block.text), columns).join("\n");
    case "code":
      return block.text.split(/\r?\n/).map((line) => `  ${colours.cyan(terminalText([line]))}`).join("\n");
    case "table":
      return terminalTable(block, { colours, columns });
    case "chart":
      return [...wrapped(chartTitle(block), columns), terminalChart(block, columns)].join("\n");
    case "bars":
      return [...wrapped(terminalText([block.title]), columns), terminalBars(block)].join("\n");
    case "areas":
      return renderBlock(areaTotals(block), { colours, columns });
    case "flames":
      return terminalTree(flameTree(block), { colours, columns });
    case "tree":
      return terminalTree(block, { colours, columns });
    case "diagram":
      return dimmed(terminalText([block.title, ": drawn in report.md."]), { colours, columns });
  }
}

// src/cli/forTerminal.ts
var forTerminal = (report, more = "in report.md") => renderTerminal(report, {
  more,
  colours: coloursFor(process.stdout),
  columns: process.stdout.columns || 100
});

export {
  renderJson,
  forTerminal
};
