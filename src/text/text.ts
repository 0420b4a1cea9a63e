import type { Unit } from '../model/metric.ts';
import {
  formatCoverage,
  formatDifference,
  formatPercentage,
  formatPrecise,
  formatRelativeChange,
  formatValue,
} from './format.ts';

/** Words and, among them, names to be shown as code and figures; any of the words may come from outside. */
export type Text = readonly (string | Code | Figure)[];

export interface Code {
  readonly code: string;
}

/** A value that has no words yet: what shows it gives it some. */
export interface Figure {
  /** null: there is none, which is shown as a dash. */
  readonly value: number | null;
  /** `ratio`: 1 is 100 %. */
  readonly unit: Unit | 'ratio';
  /** `precise`: of short times and means. `difference`: with its sign. `coverage`: a part, rounded down. */
  readonly form: 'level' | 'precise' | 'difference' | 'coverage';
}

/** How much there is: `1 234`, `40.1 KiB`, `–`. */
export const level = (value: number | null, unit: Unit): Figure => ({ value, unit, form: 'level' });

/** How much there is, to three digits at least: `212 us`, `19.25`. */
export const precise = (value: number | null, unit: Unit): Figure => ({
  value,
  unit,
  form: 'precise',
});

/** How much more or less there is than before: `+21`. */
export const difference = (before: number, after: number, unit: Unit): Figure => ({
  value: after - before,
  unit,
  form: 'difference',
});

/** A difference as a part of what there was; 7 is `+700 %`. */
export const relativeDifference = (value: number): Figure => ({
  value,
  unit: 'ratio',
  form: 'difference',
});

/** A part of a whole; 0.07 is `7 %`. */
export const percentage = (value: number): Figure => ({ value, unit: 'ratio', form: 'level' });

/** How much of something is found. */
export const coverage = (found: number, of: number): Figure => ({
  value: of === 0 ? null : found / of,
  unit: 'ratio',
  form: 'coverage',
});

/** One text of several. */
export const joinedText = (parts: readonly Text[], separator: string): Text =>
  parts.flatMap((part, i) => (i === 0 ? part : [separator, ...part]));

/** The words alone, for a title or a label. */
export function wordsOf(text: Text): string {
  return spansOf(text)
    .map((span) => (typeof span === 'string' ? span : span.code))
    .join('');
}

/** Words and names in turns, so that an escaper sees whole what stands together. */
export function spansOf(text: Text): readonly (string | Code)[] {
  const spans: (string | Code)[] = [];
  for (const span of text) {
    if (typeof span !== 'string' && 'code' in span) {
      spans.push(span);
      continue;
    }
    const words = typeof span === 'string' ? span : figureWords(span);
    const last = spans.at(-1);
    if (typeof last === 'string') spans[spans.length - 1] = last + words;
    else spans.push(words);
  }
  return spans;
}

function figureWords({ value, unit, form }: Figure): string {
  if (value === null) return '–';
  if (unit !== 'ratio') {
    if (form === 'precise') return formatPrecise(value, unit);
    return form === 'difference' ? formatDifference(0, value, unit) : formatValue(value, unit);
  }
  switch (form) {
    case 'level':
    case 'precise':
      return formatPercentage(value);
    case 'difference':
      return formatRelativeChange(value);
    case 'coverage':
      return formatCoverage(value);
  }
}
