import type { Baseline } from '../../../model/baseline.ts';
import { enumeration, plural } from '../../../text/format.ts';
import { code, text, type Block, type Report, type Section } from '../../model.ts';
import { changesSomething, type BaselineChanges } from '../../../baseline/baselineChanges.ts';
import { describeChanges } from './describeChanges.ts';

/** One baseline that was learned, and how it differs from the one before. */
export interface BaselineUpdate {
  readonly workload: string;
  readonly exact: number;
  readonly noisy: number;
  /** How often it was measured for this. */
  readonly repeats: number;
  readonly changes: BaselineChanges;
}

export function baselineUpdate(
  { workload, repeats, metrics }: Baseline,
  changes: BaselineChanges,
): BaselineUpdate {
  const all = Object.values(metrics);
  const exact = all.filter(({ kind }) => kind === 'exact').length;
  return { workload, exact, noisy: all.length - exact, repeats, changes };
}

/** Lines of one baseline that are shown. */
const LINES = 100;

/**
 * What a refresh taught, and what that rests on. `context` is what was measured, `sections` come before
 * what needs no word.
 */
export function baselineUpdateReport(
  learned: readonly BaselineUpdate[],
  context: Report['context'] = [],
  sections: readonly Section[] = [],
): Report {
  const changed = learned.filter(({ changes }) => changesSomething(changes));
  const confirmed = learned.filter((one) => !changed.includes(one));
  const names = enumeration(
    changed.map(({ workload }) => workload),
    5,
  );
  return {
    status: changed.length > 0 ? 'neutral' : 'good',
    title: changed.length > 0 ? 'New baselines' : 'Nothing to accept',
    verdict: [changed.length > 0 ? `of ${names}` : 'the baselines stand as they are'],
    context: context.length > 0 ? context : [plural(learned.length, 'workload')],
    sections: [
      ...changed.map((one) => sectionOf(one, 'headline')),
      ...sections,
      ...confirmed.map((one) => sectionOf(one, 'detail')),
    ],
  };
}

/** The same for a terminal: a line for each baseline, with the file that it was written to, and one for each change. */
export function baselineUpdateLines(
  learned: readonly (BaselineUpdate & { readonly path: string })[],
): string {
  const lines = learned.flatMap(({ workload, path, exact, noisy, changes }) => [
    `${workload}: ${exact} exact and ${noisy} noisy metrics, in ${path}`,
    ...describeChanges(changes).map((line) => `  ${line}`),
  ]);
  return `${lines.join('\n')}\n`;
}

function sectionOf(one: BaselineUpdate, prominence: Section['prominence']): Section {
  const lines = describeChanges(one.changes);
  const more = lines.length - LINES;
  const shown = more > 0 ? [...lines.slice(0, LINES), `and ${more} more`] : lines;
  const blocks: Block[] = [
    text({ code: one.workload }, `: ${evidenceWords(one)}. Worst first:`),
    code(shown.join('\n')),
  ];
  return { title: one.workload, prominence, blocks };
}

/** Why the values are believed. */
export function evidenceWords({ repeats, exact, noisy }: BaselineUpdate): string {
  const all = exact + noisy;
  if (repeats === 1)
    return `measured once, so that nothing says which of its ${all} metrics repeat`;
  return (
    `measured ${repeats} times; ${exact} of its ${all} metrics were equal each time and are exact, ` +
    `${noisy} have a band`
  );
}
