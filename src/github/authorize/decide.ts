import { enumeration } from '../../text/format.ts';
import type { Api, PullRequest } from '../client/api.ts';
import { FORM, parseCommentCommand } from './commentCommand.ts';
import type { CommentAuthor, WrittenComment } from '../events/commentEvent.ts';

/** What is done about a comment. */
export type Decision =
  /** It is not for us: nobody hears of it. `because` is for the log. */
  | { readonly kind: 'ignored'; readonly because: string }
  /** `remedy` is Markdown of ours, in which nothing of the comment is. */
  | { readonly kind: 'refused'; readonly pullRequest: number; readonly remedy: string }
  | ({ readonly kind: 'granted' } & Grant);

/** What was granted, all of it from GitHub's answers. */
export interface Grant {
  readonly pullRequest: number;
  readonly headSha: string;
  /** Where the commit is: `owner/name`. */
  readonly headRepository: string;
  /** The branch that the pull request is to be merged into. */
  readonly baseRef: string;
  readonly workloads: readonly string[];
}

/**
 * Whether a comment is a command of somebody who may write to the repository, about the newest commit of
 * an open pull request. `workloads` are those there are.
 *
 * @throws RequestFailure where GitHub cannot be asked: then nothing is granted
 */
export async function decide(
  comment: WrittenComment,
  api: Api,
  workloads: readonly string[],
): Promise<Decision> {
  const { action, author, pullRequest, repository } = comment;
  const command = parseCommentCommand(comment.body);
  const ignored = (because: string): Decision => ({ kind: 'ignored', because });
  if (command.kind === 'none') return ignored('the comment is no command');
  if (action !== 'created') return ignored(`the comment was ${action}, and only a new one counts`);
  if (pullRequest === undefined) return ignored('the comment is not on a pull request');
  if (author?.type !== 'User') return ignored('the comment was not written by a person');

  const refused = (remedy: string): Decision => ({ kind: 'refused', pullRequest, remedy });
  if (!(await mayWrite(author, api))) {
    return refused(
      'Only somebody who may write to this repository can ask for that. Ask one of its maintainers ' +
        'to write the command.',
    );
  }
  if (command.kind === 'bad') return refused(`That is not understood. Write \`${FORM}\`.`);
  const unknown = command.workloads.filter((name) => !workloads.includes(name));
  if (unknown.length > 0) {
    const known = enumeration(
      workloads.map((name) => `\`${name}\``),
      50,
    );
    const which = unknown.length === 1 ? 'A workload named there is' : 'Workloads named there are';
    return refused(`${which} not known. There are: ${known}.`);
  }
  const now = await api.comment(comment.id);
  if (!now) return ignored('the comment is gone');
  if (now.body !== comment.body) {
    return refused('The comment was edited since. Write the command in a new one.');
  }
  return grantOn(await api.pullRequest(pullRequest), command, repository.id, refused);
}

function grantOn(
  { number, state, head, base }: PullRequest,
  { sha, workloads }: { readonly sha: string; readonly workloads: readonly string[] },
  repositoryId: number,
  refused: (remedy: string) => Decision,
): Decision {
  if (state !== 'open' || base.repo.id !== repositoryId) {
    return refused('This pull request is not open. Reopen it first.');
  }
  if (!head.repo)
    return refused('The fork of this pull request is gone, so it cannot be measured.');
  const again = `Look at it, then write \`/ganeti-perf refresh ${head.sha}\`.`;
  if (!head.sha.startsWith(sha)) {
    return refused(
      `The newest commit is \`${head.sha}\`, and not the one that is named there. ${again}`,
    );
  }
  // Commits that begin alike are quickly made, and somebody without any rights may push to a fork.
  if (head.repo.id !== repositoryId && sha !== head.sha) {
    return refused(
      `Of a fork the whole commit has to be named. The newest one is \`${head.sha}\`. ${again}`,
    );
  }
  return {
    kind: 'granted',
    pullRequest: number,
    headSha: head.sha,
    headRepository: head.repo.full_name,
    baseRef: base.ref,
    workloads,
  };
}

/** The right itself counts, whatever the role is called that gives it; `maintain` has `write`. */
const WRITES: ReadonlySet<string> = new Set(['admin', 'maintain', 'write']);

/** The account is told by its number too: a name may have been given up, and taken by somebody else. */
async function mayWrite({ login, id }: CommentAuthor, api: Api): Promise<boolean> {
  const found = await api.permission(login);
  return found !== undefined && found.userId === id && WRITES.has(found.permission);
}
