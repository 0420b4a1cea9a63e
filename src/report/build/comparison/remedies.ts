import { workloadVerdict } from '../../../compare/verdict.ts';
import type { Comparison, WorkloadComparison } from '../../../model/comparison.ts';
import { configurationOptions, type Ganeti, type Topology } from '../../../model/environment.ts';
import { lostExactness } from './exactness.ts';
import { enumeration } from '../../../text/format.ts';
import { code, text, type Block } from '../../model.ts';

/** What was measured, as far as a command line has to say it. */
interface Measured {
  readonly cluster: Topology;
  readonly ganeti: Ganeti;
  /** Whether files of the user's lay over every node. */
  readonly overlaid?: boolean;
  /** The folder of baselines, where it is not that of this project. */
  readonly baselines?: string | undefined;
}

/** The pull request that was measured. */
export interface Asker {
  /** Its newest commit. */
  readonly headSha: string;
}

/** Whom a report is for. */
export interface Reader {
  /** The pull request that it is for, if it is for one. */
  readonly asker?: Asker;
  /** The folder of baselines that judged, where it is not that of this project. */
  readonly baselines?: string | undefined;
  /** Whether another Ganeti judged: learning baselines changes nothing then. */
  readonly against?: boolean;
}

/** What somebody who may write comments on a pull request, so that a workflow learns its baselines. */
export const refreshComment = (workloads: readonly string[], { headSha }: Asker): string =>
  ['/ganeti-perf refresh', headSha, ...workloads].join(' ');

/** The command that learns the baselines of these workloads, ready to paste into a shell. */
export function refreshCommand(
  workloads: readonly string[],
  { cluster, ganeti, overlaid, baselines }: Measured,
): string {
  const options = [
    ganeti.source === 'debian:bookworm'
      ? []
      : ['--ganeti', ganeti.source === 'source' ? 'source:DIR' : ganeti.source],
    // Which folder it was only its owner knows.
    overlaid ? ['--overlay', 'DIR'] : [],
    cluster.nodes === 3 ? [] : ['--nodes', String(cluster.nodes)],
    cluster.instances === 6 ? [] : ['--instances', String(cluster.instances)],
    configurationOptions(cluster),
    baselines === undefined ? [] : ['--baselines', baselines],
    ...workloads.map((name) => ['--workload', name]),
  ];
  return ['npm run perf -- refresh', ...options.flat().map(shellWord)].join(' ');
}

/** What the reader can do about the verdict, most pressing first; nothing where all is well. */
export function remedies(comparison: Comparison, reader: Reader = {}): Block[] {
  const { asker, baselines, against = false } = reader;
  if (against && comparison.verdict !== 'invalid') return [];
  const { ganeti, environment } = comparison.after;
  const overlaid = Object.hasOwn(environment, 'overlay');
  const about = { cluster: comparison.cluster, ganeti, overlaid, baselines };
  const groups = REMEDIES.map(({ applies, say }) => {
    const workloads = comparison.workloads.filter(applies);
    if (workloads.length === 0) return [];
    const named = workloads.map(({ name }) => name);
    return [
      text(say(workloads)),
      code(refreshCommand(named, about)),
      ...(asker ? [text(OR_COMMENT), code(refreshComment(named, asker))] : []),
    ];
  });
  return groups.flat();
}

/** Not every repository has that workflow. */
export const OR_COMMENT =
  'Or, where a workflow of the repository takes it, somebody who may write to it comments here:';

interface Remedy {
  readonly applies: (workload: WorkloadComparison) => boolean;
  readonly say: (workloads: readonly WorkloadComparison[]) => string;
}

const names = (workloads: readonly WorkloadComparison[]) =>
  enumeration(workloads.map(({ name }) => name));

const passed = (workload: WorkloadComparison) => workloadVerdict(workload) === 'pass';

const has = (workload: WorkloadComparison, ...verdicts: string[]) =>
  workload.metrics.some(({ verdict, gates }) => gates && verdicts.includes(verdict));

const REMEDIES: readonly Remedy[] = [
  {
    applies: (workload) => workloadVerdict(workload) === 'invalid',
    say: (workloads) =>
      `Nothing was counted where the baseline of ${names(workloads)} counts: most likely the tracer did ` +
      'not see it. Run again with --verbose, and read the logs in the results folder. Only if the ' +
      'change really takes all of it away, refresh the baselines:',
  },
  {
    applies: (workload) => workloadVerdict(workload) === 'regression',
    say: (workloads) =>
      `To accept what ${names(workloads)} costs now, refresh and commit the baselines:`,
  },
  {
    applies: (workload) => workloadVerdict(workload) === 'neutral',
    say: (workloads) => `To make the missing baseline of ${names(workloads)} and commit it:`,
  },
  {
    applies: (workload) => passed(workload) && workload.metrics.some(lostExactness),
    say: (workloads) =>
      `In ${names(workloads)}, repeats disagree on a count that was exact: look for what became a ` +
      'matter of chance. To live with it:',
  },
  {
    applies: (workload) => passed(workload) && has(workload, 'gone'),
    say: (workloads) =>
      `Something of ${names(workloads)} no longer happens: see that nothing needs it. If it is meant to be ` +
      'gone, refresh and commit the baselines:',
  },
  {
    applies: (workload) =>
      passed(workload) && has(workload, 'improvement') && !has(workload, 'gone'),
    say: (workloads) =>
      `${names(workloads)} got cheaper. To keep the gain, refresh and commit the baselines:`,
  },
  {
    applies: (workload) => passed(workload) && workload.derivedFrom !== undefined,
    say: (workloads) =>
      `To compare all of ${names(workloads)} at this size, and not only what formulas cover, make baselines of it:`,
  },
];

/** One word of a POSIX shell's command line. */
export function shellWord(word: string): string {
  return /^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
