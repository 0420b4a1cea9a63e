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
function formatDifference(before, after, unit) {
  const difference = after - before;
  if (difference === 0) return "0";
  return `${difference > 0 ? "+" : "-"}${formatValue(Math.abs(difference), unit)}`;
}
function formatShare(share) {
  if (share === 0) return "0 %";
  const sign = share > 0 ? "+" : "-";
  const percent = Math.abs(share) * 100;
  if (percent < 0.1) return `${sign}<0.1 %`;
  return `${sign}${grouped(percent, percent < 10 ? 1 : 0)} %`;
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
function formatBytes(bytes) {
  const power = Math.min(bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10), BYTE_UNITS.length - 1);
  const scaled = bytes / 1024 ** power;
  return `${grouped(scaled, power === 0 || scaled >= 1e3 ? 0 : 1)} ${BYTE_UNITS[power]}`;
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

// src/text/plain.ts
function plainLine(text) {
  return text.replace(/[\r\n\t\u2028\u2029]+/g, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\uFFFD");
}

export {
  plainLine,
  formatValue,
  formatDifference,
  formatShare,
  plural,
  enumeration
};
