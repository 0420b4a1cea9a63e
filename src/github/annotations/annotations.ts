import { acrossNodes } from '../../cause/acrossNodes.ts';
import { sentenceOf } from '../../report/build/explain/sentence.ts';
import { isOutdated, isRegression } from '../../compare/verdict.ts';
import type { Comparison } from '../../model/comparison.ts';
import {
  baseText,
  beforeAfter,
  changesOf,
  verdictWords,
  type Change,
} from '../../report/build/comparison/changes.ts';
import { enumeration, formatValue, plural } from '../../text/format.ts';
import { terminalText } from '../../text/terminal.ts';
import { wordsOf } from '../../text/text.ts';
import { suspectsOf } from './suspects.ts';

/** What GitHub shows beside a file, or at the top of the checks where there is none. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  /** In the repository. */
  readonly file?: string;
}

/** GitHub shows ten errors of a step, and the last of ours is why the step failed. */
const ERRORS = 9;
const NOTICES = 10;
/** One more of them says how many there are. */
const WARNINGS = 9;

/** Of a message: the two biggest moves. */
const SENTENCES = 2;

/**
 * A regression as an error, worst first, a baseline that is out of date as a warning; as a notice an
 * improvement, and what no longer happens. `changed`: files of Ganeti that
 * differ, where that is known; one that must be the reason is pointed at, several are listed.
 */
export function annotationsOf(comparison: Comparison, changed: readonly string[]): Annotation[] {
  const changes = changesOf(comparison);
  const worse = changes.filter(({ metric }) => isRegression(metric));
  const better = changes.filter(
    ({ metric }) => metric.gates && ['improvement', 'gone'].includes(metric.verdict),
  );
  const one = (level: Annotation['level'], files: readonly string[]) => (change: Change) =>
    annotationOf(level, change, comparison, files);
  return [
    ...worse.slice(0, ERRORS).map(one('error', changed)),
    ...outdatedWarnings(comparison),
    // A gain needs no culprit.
    ...better.slice(0, NOTICES).map(one('notice', [])),
  ];
}

/** What differs from the baselines and not from the base: nobody's fault, and somebody has to see to it. */
function outdatedWarnings({ workloads }: Comparison): Annotation[] {
  const all = workloads.flatMap(({ name, metrics }) =>
    metrics.filter(isOutdated).map((metric) => ({ name, metric })),
  );
  const rest = all.length - WARNINGS;
  const warnings = all.slice(0, WARNINGS).map(({ name, metric }): Annotation => {
    const { key, before, unit } = metric;
    const says = before === null ? 'does not know it' : `says ${formatValue(before, unit)}`;
    const message = `the baseline ${says}, this machine's base ${wordsOf(baseText(metric))}: refresh it, or see why`;
    return {
      level: 'warning',
      title: terminalText([`baseline out of date in ${name}: ${key}`]),
      message: terminalText([`${key}: ${message}.`]),
    };
  });
  if (rest <= 0) return warnings;
  const message = `${plural(rest, 'more value')} of the baselines out of date: see the job summary.`;
  return [...warnings, { level: 'warning', title: 'baselines out of date', message }];
}

function annotationOf(
  level: Annotation['level'],
  { workload, metric }: Change,
  { workloads }: Comparison,
  changed: readonly string[],
): Annotation {
  const { branches = [] } = workloads.find(({ name }) => name === workload) ?? {};
  const own = branches.filter(({ key }) => key === metric.key);
  const suspects = suspectsOf(own, changed);
  const [only] = suspects;
  const moves = acrossNodes(own);
  const why = moves.slice(0, SENTENCES).map(sentenceOf);
  const rest = moves.length > why.length ? [`${moves.length - why.length} more places`] : [];
  const numbers = `${metric.key} ${wordsOf(beforeAfter(metric))}`;
  const sentences = [
    why.length > 0 ? `${numbers}: ${[...why, ...rest].join('; ')}.` : `${numbers}.`,
    ...(suspects.length > 1
      ? [`Changed, and on the way there: ${enumeration(suspects, 10)}.`]
      : []),
  ];
  return {
    level,
    title: terminalText([`${verdictWords(metric)} in ${workload}: ${metric.key}`]),
    message: terminalText([sentences.join(' ')]),
    ...(only !== undefined && suspects.length === 1 && { file: only }),
  };
}
