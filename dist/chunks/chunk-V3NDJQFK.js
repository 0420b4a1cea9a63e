import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/assemble.ts
function assembleWorkload(name, repeats) {
  const keys = new Set(repeats.flatMap((readings) => [...readings.keys()]));
  const metrics = [...keys].toSorted().flatMap((key) => {
    const unit = repeats.find((readings) => readings.has(key))?.get(key)?.unit;
    if (unit === void 0) return [];
    const values = repeats.map((readings) => rounded(readings.get(key)?.value ?? 0, unit));
    return [[key, { unit, values }]];
  });
  return { name, repeat: repeats.length, metrics: Object.fromEntries(metrics) };
}
var rounded = (value, unit) => unit === "seconds" ? Math.round(value * 1e6) / 1e6 : value;

export {
  assembleWorkload
};
