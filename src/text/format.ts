import type { Unit } from '../model/metric.ts';

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** A value for a human: `1 234`, `40.1 KiB`, `12 ms`, `2.5 s`. */
export function formatValue(value: number, unit: Unit): string {
  switch (unit) {
    case 'count':
      return grouped(value, Number.isInteger(value) ? 0 : 1);
    case 'bytes':
      return formatBytes(value);
    case 'seconds':
      return formatSeconds(value);
  }
}

/** A short time or a mean for a human, to three digits at least: `212 µs`, `46.3 ms`, `19.25`. */
export function formatPrecise(value: number, unit: Unit): string {
  switch (unit) {
    case 'count':
      return grouped(value, 2);
    case 'bytes': {
      const { name, factor } = byteUnit(value);
      const scaled = value / factor;
      return `${grouped(scaled, scaled < 10 ? 3 : scaled < 100 ? 2 : 1)} ${name}`;
    }
    case 'seconds': {
      const { name, factor } = TIMES.find((time) => value >= time.factor) ?? SHORTEST;
      const scaled = value / factor;
      return `${grouped(scaled, scaled < 10 ? 2 : scaled < 100 ? 1 : 0)} ${name}`;
    }
  }
}

const SHORTEST = { name: 'µs', factor: 1e-6 };
const TIMES = [{ name: 's', factor: 1 }, { name: 'ms', factor: 1e-3 }, SHORTEST];

/** The signed difference: `+21`, `-3`, `+1.5 MiB`; `0` where there is none. */
export function formatDifference(before: number, after: number, unit: Unit): string {
  const difference = after - before;
  if (difference === 0) return '0';
  return `${difference > 0 ? '+' : '-'}${formatValue(Math.abs(difference), unit)}`;
}

/** A difference as a part of what there was: 7 -> `+700 %`, -0.004 -> `-0.4 %`; never rounded to nothing. */
export function formatRelativeChange(change: number): string {
  if (change === 0) return '0 %';
  return `${change > 0 ? '+' : '-'}${formatPercentage(Math.abs(change))}`;
}

/** A part of a whole: 0.07 -> `7 %`; never rounded to nothing. */
export function formatPercentage(part: number): string {
  if (part === 0) return '0 %';
  const percent = part * 100;
  return percent < 0.1 ? '<0.1 %' : `${grouped(percent, percent < 10 ? 1 : 0)} %`;
}

/** How much of something is found: 0.9876 -> `98.7 %`; rounded down, so that 100 % is all of it. */
export function formatCoverage(part: number): string {
  return `${Math.floor(part * 1000) / 10} %`;
}

/** `1 workload`, `3 workloads`. */
export function plural(count: number, noun: string): string {
  return `${grouped(count, 0)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and 3 more`; at most `limit` names. */
export function enumeration(names: readonly string[], limit = 3): string {
  const shown = names.slice(0, limit);
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** The unit that so many bytes are shown in, and how many bytes it has: 2048 -> KiB, 1024. */
export function byteUnit(bytes: number): { readonly name: string; readonly factor: number } {
  const power = Math.min(bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10), BYTE_UNITS.length - 1);
  return { name: BYTE_UNITS[power] ?? 'B', factor: 1024 ** power };
}

function formatBytes(bytes: number): string {
  const { name, factor } = byteUnit(bytes);
  const scaled = bytes / factor;
  return `${grouped(scaled, factor === 1 || scaled >= 1000 ? 0 : 1)} ${name}`;
}

function formatSeconds(seconds: number): string {
  if (seconds === 0) return '0 s';
  if (seconds < 0.001) return '<1 ms';
  if (seconds < 0.1) return `${Math.round(seconds * 1000)} ms`;
  return `${grouped(seconds, seconds < 10 ? 2 : seconds < 100 ? 1 : 0)} s`;
}

/** Fixed decimals without trailing zeros, thousands set apart by a space. */
function grouped(value: number, decimals: number): string {
  const [whole = '', fraction = ''] = value.toFixed(decimals).split('.');
  const digits = fraction.replace(/0+$/, '');
  const spaced = whole.replace(/\B(?=(?:\d{3})+$)/g, ' ');
  return digits === '' ? spaced : `${spaced}.${digits}`;
}
