import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/text/format.ts
var BYTE_UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
function formatValue(value, unit) {
  switch (unit) {
    case "count":
      return grouped(value, Number.isInteger(value) ? 0 : 1);
    case "bytes":
      return formatBytes(value);
    case "seconds":
      return formatSeconds(value);
  }
}
function formatPrecise(value, unit) {
  switch (unit) {
    case "count":
      return grouped(value, 2);
    case "bytes": {
      const { name, factor } = byteUnit(value);
      const scaled = value / factor;
      return `${grouped(scaled, scaled < 10 ? 3 : scaled < 100 ? 2 : 1)} ${name}`;
    }
    case "seconds": {
      const { name, factor } = TIMES.find((time) => value >= time.factor) ?? SHORTEST;
      const scaled = value / factor;
      return `${grouped(scaled, scaled < 10 ? 2 : scaled < 100 ? 1 : 0)} ${name}`;
    }
  }
}
var SHORTEST = { name: "\xB5s", factor: 1e-6 };
var TIMES = [{ name: "s", factor: 1 }, { name: "ms", factor: 1e-3 }, SHORTEST];
function formatDifference(before, after, unit) {
  const difference = after - before;
  if (difference === 0) return "0";
  return `${difference > 0 ? "+" : "-"}${formatValue(Math.abs(difference), unit)}`;
}
function formatRelativeChange(change) {
  if (change === 0) return "0 %";
  return `${change > 0 ? "+" : "-"}${formatPercentage(Math.abs(change))}`;
}
function formatPercentage(part) {
  if (part === 0) return "0 %";
  const percent = part * 100;
  return percent < 0.1 ? "<0.1 %" : `${grouped(percent, percent < 10 ? 1 : 0)} %`;
}
function formatCoverage(part) {
  return `${Math.floor(part * 1e3) / 10} %`;
}
function plural(count, noun) {
  return `${grouped(count, 0)} ${noun}${count === 1 ? "" : "s"}`;
}
function enumeration(names, limit = 3) {
  const shown = names.slice(0, limit);
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
function byteUnit(bytes) {
  const power = Math.min(bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10), BYTE_UNITS.length - 1);
  return { name: BYTE_UNITS[power] ?? "B", factor: 1024 ** power };
}
function formatBytes(bytes) {
  const { name, factor } = byteUnit(bytes);
  const scaled = bytes / factor;
  return `${grouped(scaled, factor === 1 || scaled >= 1e3 ? 0 : 1)} ${name}`;
}
function formatSeconds(seconds) {
  if (seconds === 0) return "0 s";
  if (seconds < 1e-3) return "<1 ms";
  if (seconds < 0.1) return `${Math.round(seconds * 1e3)} ms`;
  return `${grouped(seconds, seconds < 10 ? 2 : seconds < 100 ? 1 : 0)} s`;
}
function grouped(value, decimals) {
  const [whole = "", fraction = ""] = value.toFixed(decimals).split(".");
  const digits = fraction.replace(/0+$/, "");
  const spaced = whole.replace(/\B(?=(?:\d{3})+$)/g, " ");
  return digits === "" ? spaced : `${spaced}.${digits}`;
}

export {
  formatValue,
  formatPrecise,
  formatDifference,
  formatRelativeChange,
  formatPercentage,
  formatCoverage,
  plural,
  enumeration,
  byteUnit
};
