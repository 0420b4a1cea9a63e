import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  byteUnit
} from "./chunk-OHF2BV36.js";
import {
  maxOf,
  minOf
} from "./chunk-TSNSTRFB.js";

// src/report/sequenceModel.ts
function leftOutWords({ left }) {
  if (left === 0) return "";
  return `${left} more ${left === 1 ? "message is" : "messages are"} left out`;
}

// src/report/render/chartScale.ts
function scaleOf(values, unit = "count") {
  const [low, high] = [Math.min(0, minOf(values)), Math.max(0, maxOf(values))];
  const rough = (high - low) / 4;
  const largest = Math.max(high, -low);
  const base = unit === "bytes" ? byteUnit(largest).factor : 1;
  const step = roundStep(rough / base) * base;
  const [first, last] = [Math.floor(low / step), Math.max(1, Math.ceil(high / step))];
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => (first + k) * step);
  return { least: first * step, most: last * step, ticks };
}
function roundStep(step) {
  if (!(step > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= step) ?? 10;
  return factor * power;
}

export {
  scaleOf,
  leftOutWords
};
