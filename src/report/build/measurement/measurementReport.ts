import type { Measurement, WorkloadMeasurement } from '../../../model/measurement.ts';
import { medianOf } from '../../../model/statistics.ts';
import { isInVain } from './apart.ts';
import { enumeration, plural } from '../../../text/format.ts';
import { isProbed, probesSection } from './probesSection.ts';
import { memorySection } from './memory.ts';
import { clusterTitle, ganetiTitle } from '../names.ts';
import { codeCell, figures, level, table, type Report, type Section } from '../../model.ts';
import { environmentSection } from '../comparison/surroundings.ts';
import { plainTotalsTable } from './totals.ts';
import { trafficSection } from './trafficSection.ts';
import { waitingSection } from './waitingSection.ts';
import { maxOf, minOf } from '../../../model/numbers.ts';

/** What a measurement says that is compared with nothing. */
export function measurementReport(measurement: Measurement): Report {
  const { workloads, ganeti, cluster, environment } = measurement;
  const metrics = workloads.reduce((sum, w) => sum + Object.keys(w.metrics).length, 0);
  const measured = workloads.map((w) => ({
    name: w.name,
    metrics: addendsOf(w),
    heap: w.heap,
  }));
  const addends = measured
    .map(
      ({ name, metrics: own }) =>
        [name, own.filter(({ key }) => !isInVain(key) && !isProbed(key))] as const,
    )
    .filter(([, own]) => own.length > 0);
  return {
    status: metrics > 0 ? 'neutral' : 'invalid',
    title: metrics > 0 ? 'Measured' : 'Nothing was measured',
    verdict: [
      `${plural(metrics, 'metric')} of ${enumeration(workloads.map(({ name }) => name)) || 'no workload'}` +
        ', not compared with anything',
    ],
    context: [`${ganetiTitle(ganeti)}; ${clusterTitle(cluster, environment.storage)}`],
    sections: [
      ...(addends.length > 0
        ? [
            {
              title: 'Totals',
              prominence: 'headline',
              blocks: [plainTotalsTable(addends)],
            } as const,
          ]
        : []),
      ...probesSection(measured),
      ...memorySection(measured),
      ...trafficSection(measured),
      ...waitingSection(measured),
      ...workloads.flatMap(metricsSection),
      ...environmentSection(environment),
    ],
  };
}

function addendsOf({ metrics }: WorkloadMeasurement) {
  return Object.entries(metrics).map(([key, { unit, values }]) => ({
    key,
    unit,
    before: null,
    after: medianOf(values, unit),
    values,
  }));
}

function metricsSection({ name, repeat, metrics }: WorkloadMeasurement): Section[] {
  const entries = Object.entries(metrics).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return [];
  return [
    {
      title: `${name}: ${plural(entries.length, 'metric')}, ${plural(repeat, 'repeat')}`,
      prominence: 'archive',
      blocks: [
        table(
          ['Metric', figures('Median'), figures('Least'), figures('Most')],
          entries.map(([key, { unit, values }]) => [
            codeCell(key),
            level(medianOf(values, unit), unit),
            level(minOf(values), unit),
            level(maxOf(values), unit),
          ]),
        ),
      ],
    },
  ];
}
