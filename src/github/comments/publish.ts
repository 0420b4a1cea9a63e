import type { Log } from '../../platform/log/log.ts';
import { plural } from '../../text/format.ts';
import { escapeMarkdown } from '../../text/escapeMarkdown.ts';
import { apiOf, type Api } from '../client/api.ts';
import { commentBody, shortBody, type Statement } from './body.ts';
import { createClient, TIMING, type Timing } from '../client/client.ts';
import { markOlder } from './olderCommit.ts';
import { deleteOlder, postComment, type Posted } from './postComment.ts';
import type { Author } from './sticky.ts';
import { remedyOf, RequestFailure } from '../client/failure.ts';
import { findPullRequests, type FoundPullRequests } from './pullRequest.ts';

/** What there is to tell of a run. */
export interface Finding extends Omit<Statement, 'report'> {
  /** Undefined: there is nothing to say of it, and what stands on the pull request may be of an older commit. */
  readonly report: Statement['report'] | undefined;
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
 * does not take is replaced by a short comment; where it takes none, the older one is deleted. Where the pull
 * request has moved on, or there is nothing to say of its newest commit, the comment that is there says that it is of
 * an older one.
 */
export async function publishToPullRequests(
  finding: Finding,
  connection: Connection,
): Promise<Told> {
  const { run, report } = finding;
  const { log, token, timing = TIMING } = connection;
  if (run.event !== 'pull_request') {
    return nothing('That run was not started by a pull request, so there is none to comment on.');
  }
  const client = createClient({ ...connection, timing, note: (line) => log.debug(line) });
  const api = apiOf(client, run.repository, token);
  try {
    const { newest, moved } = await findPullRequests(api, run);
    if (newest.length > 0 && report) {
      const statement = { ...finding, report };
      return await commentOnEach(newest, statement, { api, log, pause: 3 * timing.second });
    }
    const { headSha } = run.stamp;
    const commit = `\`${headSha.slice(0, 12)}\``;
    const why =
      newest.length > 0
        ? `There is nothing to say of ${commit}, so nothing was commented.`
        : `No open pull request has ${commit} as its newest commit: it is closed, or has moved on. ` +
          'So nothing was commented.';
    const silent = newest.map((number) => ({ number, headSha }));
    const marked = await markEach([...silent, ...moved], finding, { api, log });
    return { ...marked, notes: [why, ...marked.notes] };
  } catch (error) {
    return { ...nothing(failureNote(error, 'Nothing was commented', log)), failed: true };
  }
}

/** Says on pull requests of whose newest commit nothing is said of which one their comment is. */
async function markEach(
  pullRequests: FoundPullRequests['moved'],
  { links }: Pick<Finding, 'links'>,
  { api, log }: { readonly api: Api; readonly log: Log },
): Promise<Told> {
  const notes: string[] = [];
  let failed = false;
  for (const { number, headSha } of pullRequests) {
    try {
      const marked = await markOlder(api, number, headSha);
      if (!marked) continue;
      const address = links.comment(number, marked.id);
      log.info(`the comment on pull request ${number} says now of which commit it is: ${address}`);
      notes.push(
        `[The comment on pull request ${number}](${address}) says now of which commit it is.`,
      );
    } catch (error) {
      failed = true;
      notes.push(
        failureNote(error, `Pull request ${number} may say what an older commit came to`, log),
      );
    }
  }
  return { pullRequests: [], comments: [], notes, failed };
}

async function commentOnEach(
  pullRequests: readonly number[],
  statement: Statement,
  connected: { readonly api: Api; readonly log: Log; readonly pause: number },
): Promise<Told> {
  const { api, log } = connected;
  const viewer = await api.viewer();
  const comments: string[] = [];
  const notes: string[] = [];
  let failed = false;
  for (const number of pullRequests) {
    try {
      const { kind, id, left, short } = await commentOn(number, statement, viewer, connected);
      const address = statement.links.comment(number, id);
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
      await deleteOlder(api, number, statement.run.stamp, viewer).catch(unlessRefused);
    }
  }
  return { pullRequests, comments, notes, failed };
}

/** `short`: GitHub did not take the whole. */
async function commentOn(
  number: number,
  statement: Statement,
  viewer: Author,
  { api, log, pause }: { readonly api: Api; readonly log: Log; readonly pause: number },
): Promise<Posted & { readonly short: boolean }> {
  const post = (body: string): Promise<Posted> =>
    postComment(api, number, { stamp: statement.run.stamp, body }, viewer, pause);
  try {
    return { ...(await post(commentBody(statement))), short: false };
  } catch (error) {
    if (!(error instanceof RequestFailure) || !isOfTheText(error)) throw error;
    log.warn(`${error.message}: a short comment is written in its place`);
    return { ...(await post(shortBody(statement))), short: true };
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
