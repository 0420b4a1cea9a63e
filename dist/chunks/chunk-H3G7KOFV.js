import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  leftOutWords,
  scaleOf
} from "./chunk-4VL4X2MK.js";
import {
  areaTotals,
  chartTitle,
  flameTree,
  terminalBars,
  terminalChart,
  treeText
} from "./chunk-XW5CLFQN.js";
import {
  truncate
} from "./chunk-J572PHDR.js";
import {
  withoutCommands
} from "./chunk-PK3XEFPR.js";
import {
  spansOf
} from "./chunk-SAMDT5C3.js";
import {
  plainLine
} from "./chunk-RZGKQOWJ.js";
import {
  byteUnit
} from "./chunk-OHF2BV36.js";
import {
  maxOf
} from "./chunk-TSNSTRFB.js";

// node_modules/markdown-table/index.js
function defaultStringLength(value) {
  return value.length;
}
function markdownTable(table, options) {
  const settings = options || {};
  const align = (settings.align || []).concat();
  const stringLength = settings.stringLength || defaultStringLength;
  const alignments = [];
  const cellMatrix = [];
  const sizeMatrix = [];
  const longestCellByColumn = [];
  let mostCellsPerRow = 0;
  let rowIndex = -1;
  while (++rowIndex < table.length) {
    const row2 = [];
    const sizes2 = [];
    let columnIndex2 = -1;
    if (table[rowIndex].length > mostCellsPerRow) {
      mostCellsPerRow = table[rowIndex].length;
    }
    while (++columnIndex2 < table[rowIndex].length) {
      const cell = serialize(table[rowIndex][columnIndex2]);
      if (settings.alignDelimiters !== false) {
        const size = stringLength(cell);
        sizes2[columnIndex2] = size;
        if (longestCellByColumn[columnIndex2] === void 0 || size > longestCellByColumn[columnIndex2]) {
          longestCellByColumn[columnIndex2] = size;
        }
      }
      row2.push(cell);
    }
    cellMatrix[rowIndex] = row2;
    sizeMatrix[rowIndex] = sizes2;
  }
  let columnIndex = -1;
  if (typeof align === "object" && "length" in align) {
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = toAlignment(align[columnIndex]);
    }
  } else {
    const code = toAlignment(align);
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = code;
    }
  }
  columnIndex = -1;
  const row = [];
  const sizes = [];
  while (++columnIndex < mostCellsPerRow) {
    const code = alignments[columnIndex];
    let before = "";
    let after = "";
    if (code === 99) {
      before = ":";
      after = ":";
    } else if (code === 108) {
      before = ":";
    } else if (code === 114) {
      after = ":";
    }
    let size = settings.alignDelimiters === false ? 1 : Math.max(
      1,
      longestCellByColumn[columnIndex] - before.length - after.length
    );
    const cell = before + "-".repeat(size) + after;
    if (settings.alignDelimiters !== false) {
      size = before.length + size + after.length;
      if (size > longestCellByColumn[columnIndex]) {
        longestCellByColumn[columnIndex] = size;
      }
      sizes[columnIndex] = size;
    }
    row[columnIndex] = cell;
  }
  cellMatrix.splice(1, 0, row);
  sizeMatrix.splice(1, 0, sizes);
  rowIndex = -1;
  const lines = [];
  while (++rowIndex < cellMatrix.length) {
    const row2 = cellMatrix[rowIndex];
    const sizes2 = sizeMatrix[rowIndex];
    const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
    columnIndex = -1;
    const line = [];
    while (++columnIndex < cellsInRow) {
      const cell = row2[columnIndex] || "";
      let before = "";
      let after = "";
      if (settings.alignDelimiters !== false) {
        const size = longestCellByColumn[columnIndex] - (sizes2[columnIndex] || 0);
        const code = alignments[columnIndex];
        if (code === 114) {
          before = " ".repeat(size);
        } else if (code === 99) {
          const half = size / 2;
          if (size % 2) {
            before = " ".repeat(half + 0.5);
            after = " ".repeat(half - 0.5);
          } else {
            before = " ".repeat(half);
            after = before;
          }
        } else {
          after = " ".repeat(size);
        }
      }
      if (settings.delimiterStart !== false && !columnIndex) {
        line.push("|");
      }
      if (settings.padding !== false && // Don’t add the opening space if we’re not aligning and the cell is
      // empty: there will be a closing space.
      !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) {
        line.push(" ");
      }
      if (settings.alignDelimiters !== false) {
        line.push(before);
      }
      line.push(cell);
      if (settings.alignDelimiters !== false) {
        line.push(after);
      }
      if (settings.padding !== false) {
        line.push(" ");
      }
      if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) {
        line.push("|");
      }
    }
    lines.push(
      settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join("")
    );
  }
  return lines.join("\n");
}
function serialize(value) {
  return value === null || value === void 0 ? "" : String(value);
}
function toAlignment(value) {
  const code = typeof value === "string" ? value.codePointAt(0) : 0;
  return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// src/text/escapeMermaid.ts
var LONGEST = 60;
var HARMLESS = /[^A-Za-z0-9 _.,/()×→…-]/gu;
function sequenceText(text) {
  const line = plainLine(text).replace(/\s+/gu, " ").trim();
  const escaped = truncate(line, LONGEST).replace(HARMLESS, numbered).replace(/\bend\b/gi, (word) => numbered(word) + word.slice(1));
  return escaped === "" ? "\u2026" : escaped;
}
var numbered = (character) => `#${character.codePointAt(0) ?? 0};`;
var chartText = (text) => plainLine(text).replace(/[^\p{L}\p{N} ./+=,()^-]/gu, "_");
var DIAGRAM_LIMIT = 5e4;
function mermaidBlock(diagram) {
  if (diagram.length > DIAGRAM_LIMIT) return "It has more in it than can be drawn here.";
  const lines = diagram.split(/\r?\n/).map((line) => withoutCommands(plainLine(line).replaceAll("`", "'")));
  return ["```mermaid", ...lines, "```"].join("\n");
}

// src/report/render/markdown/sequenceMermaid.ts
function sequenceMermaid(sequence) {
  const { participants, items } = sequence;
  const rest = leftOutWords(sequence);
  const ends = [participants[0], participants.at(-1)].map((participant) => participant?.id ?? "");
  const lines = [
    ...participants.map(({ id, name }) => `participant ${id} as ${sequenceText(name)}`),
    ...items.flatMap(linesOf),
    ...rest === "" ? [] : [`Note over ${[...new Set(ends)].join(",")}: ${rest}`]
  ];
  return ["sequenceDiagram", ...lines.map((line) => `    ${line}`)].join("\n");
}
function linesOf(item) {
  if ("arrows" in item) {
    const inner = item.arrows.flatMap(linesOf).map((line) => `    ${line}`);
    return [`loop ${item.times} times`, ...inner, "end"];
  }
  const { from, to, text, kind, times } = item;
  const sign = kind === "start" ? "-)" : "->>";
  return [`${from}${sign}${to}: ${sequenceText(text)}${times === 1 ? "" : ` \xD7 ${times}`}`];
}

// src/text/escapeMarkdown.ts
var ZERO_WIDTH_SPACE = "\u200B";
function inline(spans) {
  const parts = spansOf(spans).map(
    (span) => typeof span === "string" ? escapeMarkdown(span) : inlineCode(span.code)
  );
  return withoutCommands(parts.join(""), ZERO_WIDTH_SPACE);
}
function within(text, limit, write = inline) {
  const spans = spansOf(text);
  const total = spans.reduce((sum, span) => sum + wordsIn(span).length, 0);
  if (total <= limit) {
    const whole = write(spans);
    if (whole.length <= limit) return whole;
  }
  let [fits, tooMany] = [0, Math.min(total, limit) + 1];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (write(beginning(spans, middle)).length <= limit) fits = middle;
    else tooMany = middle;
  }
  return write(beginning(spans, fits));
}
function beginning(spans, characters) {
  const kept = [];
  let room = characters;
  for (const span of spans) {
    if (room <= 0) break;
    const words = wordsIn(span).slice(0, room).replace(/[\uD800-\uDBFF]$/, "");
    kept.push(typeof span === "string" ? words : { code: words });
    room -= wordsIn(span).length;
  }
  return [...kept, "\u2026"];
}
var wordsIn = (span) => typeof span === "string" ? span : span.code;
function escapeMarkdown(text) {
  return defused(plainLine(text)).replace(/[\\`*_~[\]]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "&#124;").replaceAll("$", "<span>$$</span>");
}
function inlineCode(name) {
  if (name === "") return "";
  if (/^[\w./@+=:-]+$/.test(name) && !name.includes("::")) return `\`${name}\``;
  return `<code>${escapeMarkdown(name)}</code>`;
}
function paragraph(spans) {
  return inline(spans).replace(/^(\s*\d*)(?=[-+#=.)])/, "$1\\");
}
function codeBlock(lines) {
  const content = lines.split(/\r?\n/).map((line) => defused(plainLine(line)));
  const runs = content.join("\n").match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, maxOf(runs.map((run) => run.length + 1))));
  return [fence, ...content, fence].join("\n");
}
function defused(line) {
  return line.replace(
    /@|#(?=\d|\[)|GH(?=-\d)|:(?=:|\/\/)|\bwww(?=\.)|\[(?=(?:skip|ci|no|actions)\b)/gi,
    `$&${ZERO_WIDTH_SPACE}`
  );
}

// src/report/render/markdown/markdownChart.ts
function markdownChart(chart) {
  const columns = chart.x.values.flatMap(
    (size, k) => chart.series.every(({ values }) => isValue(values[k])) ? [{ size, k }] : []
  );
  if (columns.length < 2 || chart.series.length === 0)
    return codeBlock(`${chartTitle(chart)}
${terminalChart(chart)}`);
  const all = chart.series.flatMap(({ values }) => values.filter((value) => value !== null));
  const { least, most } = scaleOf(all, chart.unit);
  const { factor, name } = unitOf(maxOf(all), chart.unit);
  const lines = chart.series.map(({ values }) => {
    const numbers = columns.map(({ k }) => inUnit(values[k] ?? 0, factor));
    return `    line [${numbers.join(", ")}]`;
  });
  const diagram = [
    PALETTE,
    "xychart-beta",
    `    title "${chartText(chart.title)}"`,
    `    x-axis "${chartText(chart.x.title)}" [${columns.map(({ size }) => `"${size}"`).join(", ")}]`,
    `    y-axis "${chartText(chart.axis ?? name)}" ${inUnit(least, factor)} --> ${inUnit(most, factor)}`,
    ...lines
  ];
  const fenced = mermaidBlock(diagram.join("\n"));
  return chart.series.length > 1 ? `${fenced}

${inline(legend(chart.series))}` : fenced;
}
var LEAST_BARS = 3;
function markdownBars(bars) {
  const rows = bars.rows.filter(({ after }) => after !== null);
  if (rows.length < LEAST_BARS) return codeBlock(`${plainLine(bars.title)}
${terminalBars(bars)}`);
  const most = maxOf(rows.flatMap(({ before, after }) => [before ?? 0, after ?? 0]));
  const { factor, name } = unitOf(most, bars.unit);
  const numbers = (values) => values.map((value) => inUnit(value ?? 0, factor)).join(", ");
  const known = rows.every(({ before }) => before !== null);
  const diagram = [
    PALETTE,
    "xychart-beta horizontal",
    `    title "${chartText(bars.title)}"`,
    `    x-axis [${rows.map((row) => `"${chartText(row.name)}"`).join(", ")}]`,
    `    y-axis "${name}" 0 --> ${plainNumber(Math.max(1, Math.ceil(most / factor)))}`,
    `    bar [${numbers(rows.map(({ after }) => after))}]`,
    ...known ? [`    line [${numbers(rows.map(({ before }) => before))}]`] : []
  ];
  const fenced = mermaidBlock(diagram.join("\n"));
  return known ? `${fenced}

Bars: now. Line: the baseline.` : fenced;
}
var unitOf = (most, unit) => unit === "bytes" ? byteUnit(most) : { factor: 1, name: unit };
var PALETTE = '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#3b82f6, #f97316, #10b981, #a855f7, #ef4444, #eab308, #06b6d4, #ec4899"}}}}%%';
function legend(series) {
  const sorted = series.toSorted((a, b) => (b.values.at(-1) ?? 0) - (a.values.at(-1) ?? 0));
  return [
    "Lines at their right ends, from the top: ",
    ...sorted.flatMap(({ name }, k) => k === 0 ? [{ code: name }] : [", ", { code: name }]),
    "."
  ];
}
var inUnit = (value, factor) => plainNumber(factor === 1 ? value : Number((value / factor).toPrecision(4)));
var plainNumber = (value) => Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(6).replace(/\.?0+$/, "");
var isValue = (value) => value !== null && value !== void 0;

// src/report/render/markdown/markdown.ts
var MARKDOWN_LIMIT = 6e4;
var SIGNS = {
  good: "\u2705",
  bad: "\u274C",
  neutral: "\u26AA",
  invalid: "\u26D4"
};
var WHOLE = "The whole is in report.md and measurement.json of the results.";
function renderMarkdown(report, limit = MARKDOWN_LIMIT, rest = WHOLE) {
  const whole = openingOf(report, LINE_LIMIT);
  const all = report.sections.map((section) => ({ section, markdown: renderSection(section) }));
  const complete = assemble(whole, all);
  if (complete.length <= limit) return complete;
  const opening = whole.length <= limit / 2 ? whole : openingOf(report, shareOf(report, limit / 2));
  let length = assemble(opening, [], noteOf(all.length, rest)).length;
  const kept = all.filter(({ markdown }) => {
    const longer = length + SEPARATOR.length + markdown.length;
    if (longer > limit) return false;
    length = longer;
    return true;
  });
  return assemble(opening, kept, noteOf(all.length - kept.length, rest));
}
var SEPARATOR = "\n\n";
var LINE_LIMIT = 2e3;
var MOST_WORST = 20;
function openingOf(report, limit) {
  return [
    `### ${SIGNS[report.status]} ${within([`${report.title}: `, ...report.verdict], limit)}`,
    within(report.context, limit, paragraph),
    ...worstList(report.worst ?? [], limit)
  ].join(SEPARATOR);
}
function shareOf({ worst = [] }, characters) {
  const lines = 2 + Math.min(worst.length, MOST_WORST);
  return Math.max(1, Math.floor(characters / lines) - 8);
}
function assemble(opening, sections, note) {
  const parts = [opening, ...sections.map(({ markdown }) => markdown), ...note ? [note] : []];
  return `${parts.join(SEPARATOR)}
`;
}
function noteOf(dropped, whole) {
  const count = dropped === 1 ? "One section" : `${dropped} sections`;
  return `${count} did not fit here. ${whole}`;
}
var TREE_COLUMNS = 110;
function renderTree(tree) {
  const lines = treeText(tree, TREE_COLUMNS).map(
    ({ before, label, times, counts }) => before + label + times + counts
  );
  const drawn = codeBlock(lines.join("\n"));
  return tree.aside ? folded(tree.title, drawn) : drawn;
}
function worstList(lines, limit) {
  if (lines.length === 0) return [];
  const listed = lines.slice(0, MOST_WORST).map((line, i) => `${i + 1}. ${within(line, limit)}`);
  return [listed.join("\n")];
}
function renderSection({ title, prominence, aside, blocks }) {
  const body = blocks.map(renderBlock).join("\n\n");
  if (prominence === "headline" && !aside) return body;
  return folded(title, body);
}
function folded(title, body) {
  return `<details><summary>${escapeMarkdown(title)}</summary>

${body}

</details>`;
}
function renderBlock(block) {
  switch (block.kind) {
    case "text":
      return paragraph(block.text);
    case "code":
      return codeBlock(block.text);
    case "chart":
      return markdownChart(block);
    case "bars":
      return markdownBars(block);
    case "areas":
      return markdownChart(areaTotals(block));
    case "flames":
      return renderTree(flameTree(block));
    case "tree":
      return renderTree(block);
    case "diagram":
      return mermaidBlock(sequenceMermaid(block.sequence));
    case "table":
      return markdownTable(
        [
          block.columns.map(({ title }) => escapeMarkdown(title)),
          ...block.rows.map((row) => row.map((cell, i) => renderCell(cell, block.columns[i])))
        ],
        { align: block.columns.map(({ align }) => align), alignDelimiters: false }
      );
  }
}
function renderCell({ text, severity }, column) {
  const markdown = inline(text);
  const figure = column?.align === "right" ? markdown.replaceAll(" ", "\xA0") : markdown;
  return severity === "bad" && figure !== "" ? `**${figure}**` : figure;
}

export {
  escapeMarkdown,
  codeBlock,
  defused,
  MARKDOWN_LIMIT,
  renderMarkdown
};
