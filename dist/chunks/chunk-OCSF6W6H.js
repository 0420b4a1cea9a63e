import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/numbers.ts
var sum = (values) => values.reduce((total, value) => total + value, 0);
var mean = (values) => sum(values) / values.length;

export {
  sum,
  mean
};
