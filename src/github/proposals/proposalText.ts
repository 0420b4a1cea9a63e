import type { BaselineUpdate } from '../../report/build/baseline/baselineUpdateReport.ts';
import {
  evidenceWords,
  baselineUpdateReport,
} from '../../report/build/baseline/baselineUpdateReport.ts';
import { describeChanges } from '../../report/build/baseline/describeChanges.ts';
import { compareWorkload } from '../../compare/compareWorkload.ts';
import type { Baseline } from '../../model/baseline.ts';
import { seriesOf } from '../../model/environment.ts';
import type { Measurement } from '../../model/measurement.ts';
import { causeSections } from '../../report/build/explain/causeSections.ts';
import { enumeration, plural } from '../../text/format.ts';
import { defused } from '../../text/escapeMarkdown.ts';
import { MARKDOWN_LIMIT, renderMarkdown } from '../../report/render/markdown/markdown.ts';
import { clusterTitle, configurationTitle, ganetiTitle } from '../../report/build/names.ts';
import type { Account } from '../events/sender.ts';
import { plainLine } from '../../text/plain.ts';
import type { Report } from '../../report/model.ts';

/** Where a proposal comes from; addresses of GitHub's, made by us. */
export interface ProposalOrigin {
  /** The commit that was measured; undefined: that of the branch. */
  readonly headSha: string | undefined;
  /** The pull request that asked. */
  readonly pullRequest: number | undefined;
  /** The run that measured and proposes. */
  readonly run: string;
  /** The comment that asked. */
  readonly request: string | undefined;
  /** Who signs the commit off, as GitHub's event names them; undefined: nobody. */
  readonly signer?: Account | undefined;
}

/** Lines of a commit's message about one workload. */
const LINES = 30;

/** Characters of a commit's message: more than the text of a pull request may have is read by nobody. */
const MESSAGE_LIMIT = 60_000;

/** What was learned, why each metric moved, and what it all rests on. */
export function proposalReport(
  learned: readonly BaselineUpdate[],
  { ganeti, cluster, environment, workloads }: Measurement,
  previous: ReadonlyMap<string, Baseline>,
): Report {
  const compared = workloads.map((workload) =>
    compareWorkload(previous.get(workload.name), workload),
  );
  const context = `${ganetiTitle(ganeti)}; ${clusterTitle(cluster, environment.storage)}`;
  return baselineUpdateReport(learned, [context], causeSections(compared));
}

/** The message of the commit: nothing in it is a mention, a reference or a link but what we put there. */
export function commitMessage(
  learned: readonly BaselineUpdate[],
  { ganeti, cluster }: Pick<Measurement, 'ganeti' | 'cluster'>,
  origin: ProposalOrigin,
): string {
  const names = enumeration(learned.map(({ workload }) => workload));
  const size = [
    plural(cluster.nodes, 'node'),
    plural(cluster.instances, 'instance'),
    ...configurationTitle(cluster),
  ].join(', ');
  const title = `Baselines of ${names} refreshed (Ganeti ${seriesOf(ganeti.version)}, ${size})`;
  const paragraphs = learned.map((one) => {
    const lines = describeChanges(one.changes);
    const more = lines.length - LINES;
    const shown = more > 0 ? [...lines.slice(0, LINES), `and ${more} more`] : lines;
    return [`${one.workload}: ${evidenceWords(one)}.`, ...shown.map((line) => `- ${line}`)]
      .map((line) => defused(plainLine(line)))
      .join('\n');
  });
  let room = MESSAGE_LIMIT;
  const shown = paragraphs.filter(({ length }) => (room -= length) >= 0);
  const left = paragraphs.length - shown.length;
  const rest = left > 0 ? [`${plural(left, 'workload')} more: see the baselines.`] : [];
  const trailers = [ASSISTANT, ...(origin.signer ? [signOffOf(origin.signer)] : [])];
  return [title, ...shown, ...rest, originLines(origin).join('\n'), trailers.join('\n')].join(
    '\n\n',
  );
}

/** The pull request's text. */
export function proposalBody(report: Report, origin: ProposalOrigin): string {
  const { pullRequest, headSha } = origin;
  const together =
    pullRequest === undefined
      ? []
      : [`To be merged together with #${pullRequest}, whose commit \`${headSha ?? ''}\` it is of.`];
  const whole = 'The whole is in `measurement.json` of the run.';
  const markdown = renderMarkdown(report, MARKDOWN_LIMIT, whole);
  return [...together, markdown.trimEnd(), originLines(origin).join('\n')].join('\n\n');
}

/** Ganeti asks that help by machines is disclosed, in these words. */
const ASSISTANT = 'Assisted-by: ganeti-perf';

/** The address is the one that GitHub gives an account for its commits. */
const signOffOf = ({ login, id }: Account): string =>
  `Signed-off-by: ${login} <${id}+${login}@users.noreply.github.com>`;

function originLines({ headSha, run, request }: ProposalOrigin): string[] {
  return [
    'Made by ganeti-perf from what it measured: no person wrote these numbers.',
    headSha === undefined ? `Measured by ${run}` : `Measured at ${headSha} by ${run}`,
    ...(request === undefined ? [] : [`Asked for by ${request}`]),
  ];
}
