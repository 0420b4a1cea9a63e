import type { BaselineMetric } from '../../../model/baseline.ts';
import { familyOf, INFORMATIVE_FAMILIES } from '../../../model/metric.ts';
import type { ChangedEntry } from '../../../model/records.ts';
import { formatDifference, formatValue, plural } from '../../../text/format.ts';
import { terminalText } from '../../../text/escapeTerminal.ts';
import {
  changeKind,
  droppedGrowth,
  type BaselineChanges,
  type ChangeKind,
} from '../../../baseline/baselineChanges.ts';

type MetricChange = BaselineChanges['metrics'][number];

/**
 * What a refresh changed in one baseline, a line each, worst first: what lost its exactness, and how to
 * look at it; what costs more, what is new, what costs less; then what never gates, and, in one line
 * each, the bands, what was confirmed and what was around the metrics. Each line is safe for a terminal.
 */
export function describeChanges(changes: BaselineChanges): string[] {
  const { metrics, environment, ganeti } = changes;
  if (isNewFile(changes)) return [`all ${plural(metrics.length, 'metric')} are new`];
  const of = (...kinds: ChangeKind[]) =>
    metrics.filter((change) => kinds.includes(changeKind(change)));
  const lost = of('lost-exactness');
  const others = of('new', 'gone', 'became-exact', 'value');
  const [bands, confirmed] = [of('band').length, of('confirmed').length];
  const lines = [
    ...lost.sort(worstFirst).map(describeMetric),
    ...(lost.length > 0 ? [HOW_TO_LOOK] : []),
    ...others.sort(worstFirst).map(describeMetric),
    ...metrics.flatMap(describeDropped),
    ...(bands > 0 ? [`${plural(bands, 'band')} wider, or made anew`] : []),
    ...(confirmed > 0 ? [`${plural(confirmed, 'metric')} confirmed`] : []),
    ...surroundings('Ganeti', ganeti),
    ...surroundings('environment', environment),
  ];
  return lines.length > 0 ? lines.map((line) => terminalText([line])) : ['nothing differs'];
}

/** A matter of chance is seldom wanted, so it is not accepted without a word. */
const HOW_TO_LOOK =
  'look at what is left to chance before you commit this: measurement.json in the results folder has ' +
  'the value of each repeat, events.jsonl what was behind it';

function describeDropped(change: MetricChange): string[] {
  const growth = droppedGrowth(change);
  return growth === undefined
    ? []
    : [`${change.key}: the formula ${growth} does not hold any more and is dropped`];
}

/** Every baseline names Ganeti's version, so it is new where there was no baseline. */
function isNewFile({ ganeti }: BaselineChanges): boolean {
  return ganeti.some(({ key, before }) => key === 'version' && before === null);
}

function describeMetric(change: MetricChange): string {
  const { key, before, after } = change;
  if (!before || !after) {
    const known = before ?? after;
    const value = known ? formatValue(known.value, known.unit) : '';
    return before ? `${key} is gone: it was ${value}` : `${key} is new: ${value}`;
  }
  const [was, now] = [formatValue(before.value, before.unit), formatValue(after.value, after.unit)];
  if (before.kind === 'exact' && after.kind === 'noisy') {
    const range = [after.min, after.max].map((value) => formatValue(value, after.unit));
    const runs = before.evidence ? ` in ${plural(before.evidence.runs, 'run')}` : '';
    return `no longer exact: ${key} was ${was}${runs}, now ${range.join(' to ')}`;
  }
  const exactNow = before.kind === 'noisy' && after.kind === 'exact' ? ', exact now' : '';
  // A difference of two units would say nothing.
  if (before.unit !== after.unit) {
    return `accepted: ${key} ${was} (${before.unit}) -> ${now} (${after.unit})${exactNow}`;
  }
  const difference = formatDifference(before.value, after.value, after.unit);
  return difference === '0'
    ? `${key} is exact now: ${now}`
    : `accepted: ${key} ${was} -> ${now} (${difference})${exactNow}`;
}

/** `environment: cpus 2 -> 4, kernel 6.1 -> none` */
function surroundings(title: string, changes: readonly ChangedEntry<string | number>[]): string[] {
  if (changes.length === 0) return [];
  const parts = changes.map(({ key, before, after }) =>
    [key, before ?? 'none', '->', after ?? 'none'].join(' '),
  );
  return [`${title}: ${parts.join(', ')}`];
}

/** By {@link rankOf}, then by the size of the change relative to the old value, then by key. */
function worstFirst(a: MetricChange, b: MetricChange): number {
  return (
    rankOf(a) - rankOf(b) ||
    Math.sign(relativeSizeOf(b) - relativeSizeOf(a)) ||
    (a.key < b.key ? -1 : 1)
  );
}

/** 0: costs more, 1: new, 2: costs less, exact now or gone, 3: never gates. */
function rankOf(change: MetricChange): number {
  if (INFORMATIVE_FAMILIES.has(familyOf(change.key))) return 3;
  const kind = changeKind(change);
  if (kind === 'new') return 1;
  return kind !== 'gone' && valueOf(change.after) > valueOf(change.before) ? 0 : 2;
}

/** 0 -> n is beyond any such size; kept finite, as two of them are compared by subtraction. */
function relativeSizeOf({ before, after }: MetricChange): number {
  const [was, now] = [valueOf(before), valueOf(after)];
  if (was === 0) return now === 0 ? 0 : Number.MAX_VALUE;
  return Math.abs(now - was) / was;
}

const valueOf = (metric: BaselineMetric | null): number => metric?.value ?? 0;
