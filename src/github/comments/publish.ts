import type { Log } from '../../platform/log/log.ts';
import { plural } from '../../text/format.ts';
import { escapeMarkdown } from '../../text/escapeMarkdown.ts';
import type { Report } from '../../report/model.ts';
import { apiOf, type Api } from '../client/api.ts';
import { commentBody, shortBody, unmeasuredBody, type Links } from './body.ts';
import { createClient, TIMING, type Timing } from '../client/client.ts';
import { deleteOlder, postComment, type Posted } from './postComment.ts';
import type { Author } from './sticky.ts';
import type { MeasuredRun } from '../events/measuredRun.ts';
import { remedyOf, RequestFailure } from '../client/failure.ts';
import { findPullRequests } from './pullRequest.ts';

/** What there is to tell of a run. */
export interface Finding {
  readonly run: MeasuredRun;
  /** Undefined: the run left no measurement. */
  readonly report: Report | undefined;
  readonly links: Links;
}

/** How GitHub is spoken to. */
export interface Connection {
  readonly apiUrl: string;
  readonly token: string;
  readonly log: Log;
  readonly timing?: Timing;
}

/** What became of it. */
export interface Told {
  readonly pullRequests: readonly number[];
  /** Addresses of the comments, also of one that a newer run had written. */
  readonly comments: readonly string[];
  /** What happened, as Markdown for the summary. */
  readonly notes: readonly string[];
  /** Whether a pull request may still say what an older run came to: somebody has to hear of it. */
  readonly failed: boolean;
}

/**
 * Writes a finding to the pull requests that it belongs to, one comment on each. What GitHub refuses
 * or does not answer is told, and not thrown: the report is in the summary all the same. A report that it
 * does not take is replaced by a short comment; where it takes none, the older one is deleted.
 */
export async function publishToPullRequests(
  finding: Finding,
  connection: Connection,
): Promise<Told> {
  const { run } = finding;
  const { log, token, timing = TIMING } = connection;
  if (run.event !== 'pull_request') {
    return nothing('That run was not started by a pull request, so there is none to comment on.');
  }
  const client = createClient({ ...connection, timing, note: (line) => log.debug(line) });
  const api = apiOf(client, run.repository, token);
  try {
    const pullRequests = await findPullRequests(api, run);
    if (pullRequests.length === 0) {
      const commit = run.stamp.headSha.slice(0, 12);
      return nothing(
        `No open pull request has \`${commit}\` as its newest commit: it is closed, or has moved on. ` +
          'So nothing was commented.',
      );
    }
    return await commentOnEach(pullRequests, finding, { api, log, pause: 3 * timing.second });
  } catch (error) {
    return { ...nothing(failureNote(error, 'Nothing was commented', log)), failed: true };
  }
}

async function commentOnEach(
  pullRequests: readonly number[],
  finding: Finding,
  connected: { readonly api: Api; readonly log: Log; readonly pause: number },
): Promise<Told> {
  const { api, log } = connected;
  const viewer = await api.viewer();
  const comments: string[] = [];
  const notes: string[] = [];
  let failed = false;
  for (const number of pullRequests) {
    try {
      const { kind, id, left, short } = await commentOn(number, finding, viewer, connected);
      const address = finding.links.comment(number, id);
      comments.push(address);
      const [before, after] = kind === 'newer' ? ['A newer run has', ' already'] : ['This was', ''];
      const how = short ? ', without the report, which GitHub did not take' : '';
      log.info(`${before} commented on pull request ${number}${after}${how}: ${address}`);
      const rest = left > 0 ? ` ${plural(left, 'older comment')} could not be deleted.` : '';
      notes.push(
        `${before} [commented on pull request ${number}](${address})${after}${how}.${rest}`,
      );
    } catch (error) {
      failed = true;
      notes.push(failureNote(error, `Pull request ${number} has no comment of this`, log));
      await deleteOlder(api, number, finding.run.stamp, viewer).catch(unlessRefused);
    }
  }
  return { pullRequests, comments, notes, failed };
}

/** `short`: GitHub did not take the whole. */
async function commentOn(
  number: number,
  { run, report, links }: Finding,
  viewer: Author,
  { api, log, pause }: { readonly api: Api; readonly log: Log; readonly pause: number },
): Promise<Posted & { readonly short: boolean }> {
  const post = (body: string): Promise<Posted> =>
    postComment(api, number, { stamp: run.stamp, body }, viewer, pause);
  if (!report) return { ...(await post(unmeasuredBody(run, links))), short: false };
  try {
    return { ...(await post(commentBody(report, run, links))), short: false };
  } catch (error) {
    if (!(error instanceof RequestFailure) || !isOfTheText(error)) throw error;
    log.warn(`${error.message}: a short comment is written in its place`);
    return { ...(await post(shortBody(report, run, links))), short: true };
  }
}

/** GitHub does not take what was to be written: another text may be taken. */
const isOfTheText = ({ status = 0 }: RequestFailure): boolean => [400, 413, 422].includes(status);

const nothing = (note: string): Told => ({
  pullRequests: [],
  comments: [],
  notes: [note],
  failed: false,
});

function unlessRefused(error: unknown): void {
  if (!(error instanceof RequestFailure)) throw error;
}

/** What went wrong, for the log and as Markdown. Throws what is a mistake of ours. */
function failureNote(error: unknown, outcome: string, log: Log): string {
  if (!(error instanceof RequestFailure)) throw error;
  const remedy = remedyOf(error);
  const words = `${outcome}: ${error.message}.${remedy ? ` ${remedy}` : ''}`;
  log.warn(words);
  return escapeMarkdown(words);
}
