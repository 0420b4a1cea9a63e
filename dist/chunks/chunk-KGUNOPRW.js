import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/statistics.ts
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : upper;
  if (upper === void 0 || lower === void 0) throw new RangeError("no values, no median");
  return (lower + upper) / 2;
}
function medianOf(values, unit) {
  const middle = median(values);
  return unit !== "seconds" && values.every(Number.isInteger) ? Math.round(middle) : middle;
}

export {
  median,
  medianOf
};
