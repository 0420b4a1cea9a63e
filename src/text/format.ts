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

/** The signed difference: `+21`, `-3`, `+1.5 MiB`; `0` where there is none. */
export function formatDifference(before: number, after: number, unit: Unit): string {
  const difference = after - before;
  if (difference === 0) return '0';
  return `${difference > 0 ? '+' : '-'}${formatValue(Math.abs(difference), unit)}`;
}

/** A signed share: 7 -> `+700 %`, -0.004 -> `-0.4 %`; never rounded to nothing. */
export function formatShare(share: number): string {
  if (share === 0) return '0 %';
  const sign = share > 0 ? '+' : '-';
  const percent = Math.abs(share) * 100;
  if (percent < 0.1) return `${sign}<0.1 %`;
  return `${sign}${grouped(percent, percent < 10 ? 1 : 0)} %`;
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

function formatBytes(bytes: number): string {
  const power = Math.min(bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10), BYTE_UNITS.length - 1);
  const scaled = bytes / 1024 ** power;
  return `${grouped(scaled, power === 0 || scaled >= 1000 ? 0 : 1)} ${BYTE_UNITS[power]}`;
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
