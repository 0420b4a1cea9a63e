import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/numbers.ts
var sum = (values) => values.reduce((total, value) => total + value, 0);
var mean = (values) => sum(values) / values.length;
function maxOf(values) {
  let most = -Infinity;
  for (const value of values) most = Math.max(most, value);
  return most;
}
function minOf(values) {
  let least = Infinity;
  for (const value of values) least = Math.min(least, value);
  return least;
}

export {
  sum,
  mean,
  maxOf,
  minOf
};
