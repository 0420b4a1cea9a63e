import { isOutdated } from '../../../compare/verdict.ts';
import type { Unit } from '../../../model/metric.ts';
import type { MetricComparison, WorkloadComparison } from '../../../model/comparison.ts';
import { standsApart } from '../measurement/apart.ts';
import { plural } from '../../../text/format.ts';
import {
  codeCell,
  figures,
  joinedText,
  level,
  relativeDifference,
  table,
  text,
  type Block,
  type Section,
  type Text,
} from '../../model.ts';
import { maxOf, minOf } from '../../../model/numbers.ts';

/**
 * What the verdict can see: how many metrics are exact, and for each that is not, how large a growth
 * would pass unseen, largest first. Of workloads with a baseline of their own only.
 */
export function exactnessSection(workloads: readonly WorkloadComparison[]): Section[] {
  const known = workloads.filter(
    ({ status, derivedFrom }) => status === 'compared' && !derivedFrom,
  );
  if (known.length === 0) return [];
  const metrics = known.flatMap((workload) =>
    workload.metrics
      .filter((metric) => !standsApart(metric))
      .map((metric) => ({ workload: workload.name, metric })),
  );
  const exact = metrics.filter(({ metric }) => metric.kind === 'exact' && metric.before !== null);
  const hiding = metrics
    .flatMap(({ workload, metric }) => {
      const hidden = hiddenGrowth(metric);
      return hidden ? [{ workload, metric, hidden }] : [];
    })
    .sort(
      ({ hidden: { relativeGrowth: a } }, { hidden: { relativeGrowth: b } }) =>
        Number(a < b) - Number(a > b),
    );
  return [
    {
      title: `What is exact, and what is not (${exact.length} exact, ${hiding.length} not)`,
      prominence: 'archive',
      blocks: [
        text(
          `${plural(exact.length, 'metric')} gave the same number every time ` +
            `(${known.map(learnedFrom).join(', ')}): one more is seen. ` +
            'The others move by themselves: measured from the value that was accepted, a growth up to ' +
            'the last column passes unseen, and any larger one is seen.',
        ),
        ...(hiding.length > 0 ? [sensitivityTable(hiding)] : []),
      ],
    },
  ];
}

/**
 * `exact, 10 of 10 runs`, `noisy, 10 runs`: the kind of a metric, what that rests on, and the formula
 * that its value comes from.
 */
export function evidenceWords({ kind, evidence, growth }: MetricComparison): string {
  const words: string[] = [kind];
  if (evidence) {
    const runs = plural(evidence.runs, 'run');
    words.push(kind === 'exact' ? `${evidence.runs} of ${runs}` : runs);
  }
  if (growth !== undefined) words.push(growth);
  return words.join(', ');
}

/**
 * Whether the baseline holds a metric as exact and its repeats now disagree: something was left to
 * chance, be it `unstable` or a regression that is larger at times. A single run is no evidence that it
 * was exact before; and what is left to chance in the base too, the change is not the reason of.
 */
export function lostExactness(metric: MetricComparison): boolean {
  const { kind, before, values, evidence } = metric;
  if (isOutdated(metric)) return false;
  return kind === 'exact' && before !== null && evidence?.runs !== 1 && new Set(values).size > 1;
}

/** What lost its exactness: a finding of its own, however small the counts. In the order given. */
export function lostExactnessSection(
  changes: readonly { readonly workload: string; readonly metric: MetricComparison }[],
): Section[] {
  const lost = changes.filter(({ metric }) => lostExactness(metric));
  if (lost.length === 0) return [];
  return [
    {
      title: `No longer exact (${lost.length})`,
      prominence: 'headline',
      aside: true,
      blocks: [
        text(
          `No longer exact: ${plural(lost.length, 'metric')} that had one value each time, and now are `,
          'left to chance. ',
          { code: 'measurement.json' },
          ' has the value of each repeat, ',
          { code: 'events.jsonl' },
          ' what was behind it.',
        ),
        table(
          ['Workload', 'Metric', figures('Was'), 'In', 'Now, by repeat'],
          lost.map(({ workload, metric: { key, before, unit, values, evidence } }) => [
            workload,
            codeCell(key),
            level(before ?? 0, unit),
            evidence ? `${evidence.runs} of ${plural(evidence.runs, 'run')}` : '',
            { text: repeatsText(values, unit) },
          ]),
        ),
      ],
    },
  ];
}

/** `5, 7, 5`; of many, the first ones. */
function repeatsText(values: readonly number[], unit: Unit): Text {
  const shown = values.slice(0, SHOWN_REPEATS);
  const words = joinedText(
    shown.map((value) => [level(value, unit)]),
    ', ',
  );
  return values.length > shown.length ? [...words, ', ...'] : words;
}

const SHOWN_REPEATS = 10;

interface Hidden {
  /** In the metric's unit. */
  readonly growth: number;
  /** Of the accepted value; Infinity where that is 0. */
  readonly relativeGrowth: number;
}

/** The largest growth over the accepted value that is still inside the band. */
function hiddenGrowth({ before, band }: MetricComparison): Hidden | null {
  if (before === null || band === null) return null;
  const growth = Math.max(0, band.high - before);
  return { growth, relativeGrowth: before === 0 ? Infinity : growth / before };
}

function sensitivityTable(
  rows: readonly { workload: string; metric: MetricComparison; hidden: Hidden }[],
): Block {
  return table(
    [
      'Workload',
      'Metric',
      figures('Runs'),
      figures('Accepted'),
      figures('From'),
      figures('To'),
      figures('May hide'),
    ],
    rows.map(({ workload, metric: { key, unit, before, band, evidence }, hidden }) => [
      workload,
      codeCell(key),
      evidence ? level(evidence.runs, 'count') : '',
      level(before ?? 0, unit),
      level(band?.low ?? 0, unit),
      level(band?.high ?? 0, unit),
      { text: hiddenText(hidden, unit) },
    ]),
  );
}

/** `+5 (+10 %)`. */
function hiddenText({ growth, relativeGrowth }: Hidden, unit: Unit): Text {
  const absolute = ['+', level(growth, unit)];
  return Number.isFinite(relativeGrowth)
    ? [...absolute, ' (', relativeDifference(relativeGrowth), ')']
    : absolute;
}

/** `verify: 5 to 10 runs`. */
function learnedFrom({ name, baselineRepeats, metrics }: WorkloadComparison): string {
  const exact = metrics.filter(({ kind, before }) => kind === 'exact' && before !== null);
  const runs = exact.map(({ evidence }) => evidence?.runs ?? baselineRepeats);
  if (runs.length === 0) return `${name}: ${plural(baselineRepeats, 'run')}`;
  const [least, most] = [minOf(runs), maxOf(runs)];
  return `${name}: ${least === most ? '' : `${least} to `}${plural(most, 'run')}`;
}
