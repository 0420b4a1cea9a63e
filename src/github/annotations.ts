import { acrossNodes } from '../cause/places.ts';
import { sentenceOf } from '../cause/sentence.ts';
import { isRegression } from '../compare/verdict.ts';
import type { Comparison } from '../model/comparison.ts';
import { beforeAfter, changesOf, verdictWords, type Change } from '../report/changes.ts';
import { enumeration } from '../report/format.ts';
import { terminalText } from '../report/terminalText.ts';
import { suspectsOf } from './suspects.ts';

/** What GitHub shows beside a file, or at the top of the checks where there is none. */
export interface Annotation {
  readonly level: 'error' | 'notice';
  readonly title: string;
  readonly message: string;
  /** In the repository. */
  readonly file?: string;
}

/** GitHub shows ten errors of a step, and the last of ours is why the step failed. */
const ERRORS = 9;
const NOTICES = 10;

/** Of a message: the two biggest moves. */
const SENTENCES = 2;

/**
 * A regression as an error, worst first; as a notice an improvement, and what no longer happens. `changed`: files of Ganeti that
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
    // A gain needs no culprit.
    ...better.slice(0, NOTICES).map(one('notice', [])),
  ];
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
  const numbers = `${metric.key} ${beforeAfter(metric)}`;
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
