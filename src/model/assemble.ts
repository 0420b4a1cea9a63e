import type { WorkloadMeasurement } from './measurement.ts';
import type { MetricKey, Unit } from './metric.ts';

export type Reading = { readonly unit: Unit; readonly value: number };

/** What one repeat counted. */
export type Readings = ReadonlyMap<MetricKey, Reading>;

/** Joins the repeats of one workload; a metric that one of them does not have counts 0 there. */
export function assembleWorkload(name: string, repeats: readonly Readings[]): WorkloadMeasurement {
  const keys = new Set(repeats.flatMap((readings) => [...readings.keys()]));
  const metrics = [...keys].toSorted().flatMap((key) => {
    const unit = repeats.find((readings) => readings.has(key))?.get(key)?.unit;
    if (unit === undefined) return [];
    const values = repeats.map((readings) => rounded(readings.get(key)?.value ?? 0, unit));
    return [[key, { unit, values }] as const];
  });
  return { name, repeat: repeats.length, metrics: Object.fromEntries(metrics) };
}

/** Sums of seconds carry digits that mean nothing. */
const rounded = (value: number, unit: Unit): number =>
  unit === 'seconds' ? Math.round(value * 1e6) / 1e6 : value;
