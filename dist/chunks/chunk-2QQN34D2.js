import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  CALIBRATION_FIGURES,
  calibrationFigure
} from "./chunk-OQH6SHCG.js";
import {
  table,
  text
} from "./chunk-SAMDT5C3.js";
import {
  enumeration
} from "./chunk-OHF2BV36.js";

// src/compare/machineFactors.ts
var MATTERS = 1.5;
function machineFactors(before, after) {
  return CALIBRATION_FIGURES.flatMap((figure) => {
    const [old, now] = [calibrationFigure(before, figure), calibrationFigure(after, figure)];
    if (old === void 0 || now === void 0) return [];
    const factor = now / old;
    return sizeOf(factor) >= MATTERS ? [{ figure, factor }] : [];
  }).sort((a, b) => sizeOf(b.factor) - sizeOf(a.factor));
}
var sizeOf = (factor) => Math.max(factor, 1 / factor);

// src/report/build/comparison/machineWords.ts
var DOES = {
  "calibration.forkExecUs": "starts processes",
  "calibration.syscallNs": "makes system calls",
  "calibration.fsyncUs": "syncs files to its disk",
  "calibration.tlsHandshakeUs": "makes TLS connections",
  "calibration.pageFaultNs": "hands out memory",
  "calibration.arithmeticUs": "computes"
};
function machineWords({
  before,
  after
}) {
  const factors = before ? machineFactors(before.environment, after.environment) : [];
  if (factors.length === 0) return void 0;
  return `this machine ${enumeration(factors.map(words), factors.length)} than the baseline's`;
}
var sentence = (clause) => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
function words({ figure, factor }) {
  const slower = factor > 1;
  return `${DOES[figure]} ${times(slower ? factor : 1 / factor)} times ${slower ? "slower" : "faster"}`;
}
var times = (factor) => factor < 9.95 ? String(Number(factor.toFixed(1))) : String(Math.round(factor));

// src/report/build/comparison/surroundings.ts
function environmentChangesSection(comparison) {
  const { environmentChanges: changes } = comparison;
  const machine = machineWords(comparison);
  if (changes.length === 0) return [];
  return [
    {
      title: `The environment changed too (${changes.length})`,
      prominence: "detail",
      blocks: [
        text(
          "Times and heap sizes may have moved for these reasons; counts rarely do.",
          ...machine === void 0 ? [] : [` ${sentence(machine)}`]
        ),
        table(
          ["", "Before", "After"],
          changes.map(({ name, before, after }) => [name, shown(before), shown(after)])
        )
      ]
    }
  ];
}
function environmentSection(environment) {
  const entries = Object.entries(environment).sort(([a], [b]) => a < b ? -1 : 1);
  if (entries.length === 0) return [];
  return [
    {
      title: "Environment",
      prominence: "archive",
      blocks: [
        table(
          ["", "Measured on"],
          entries.map(([name, value]) => [name, shown(value)])
        )
      ]
    }
  ];
}
var shown = (value) => value === null ? "\u2013" : String(value);

export {
  machineWords,
  sentence,
  environmentChangesSection,
  environmentSection
};
