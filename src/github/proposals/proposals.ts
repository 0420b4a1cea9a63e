import { setTimeout as sleep } from 'node:timers/promises';
import { usageError } from '../../platform/errors.ts';
import type { Api, PullRequest } from '../client/api.ts';
import { isUncertain, RequestFailure } from '../client/failure.ts';
import type { GitData, NewFile } from '../client/gitData.ts';

/** What is to be merged. */
export interface Proposal {
  readonly files: readonly NewFile[];
  /** The message of the commit; its first line is the title of a pull request. */
  readonly message: string;
  /** What a pull request says, as Markdown. */
  readonly body: string;
}

/** What became of it. */
export type Proposed =
  /** A commit on the branch of the pull request that asked. */
  | { readonly kind: 'committed'; readonly commit: string }
  /** A pull request of ours. `commit` is the newest one of its branch. */
  | { readonly kind: 'proposed'; readonly commit: string; readonly pullRequest: number }
  /** The files are there as they should be; `commit` has them. */
  | { readonly kind: 'there'; readonly commit: string }
  /** The pull request has moved on, or is closed: nothing was changed. */
  | { readonly kind: 'moved' }
  /** GitHub does not let the token. `branch`: it has the commit, and no pull request. */
  | { readonly kind: 'refused'; readonly failure: RequestFailure; readonly branch?: string };

/** What GitHub takes: of a title some more, but of that nobody sees the end. */
const LIMITS = { title: 200, body: 65_536 } as const;

/**
 * Before anything is asked of GitHub: what it would refuse later, with the branch pushed already.
 *
 * @throws PerfError (exit 2)
 */
export function refuseTooLong({ message, body }: Proposal): void {
  const title = titleOf(message);
  for (const [what, text, most] of [
    ['title', title, LIMITS.title],
    ['commit message', message, LIMITS.body],
    ['text', body, LIMITS.body],
  ] as const) {
    if (text.length <= most) continue;
    throw usageError(
      `the ${what} of the proposal would have ${text.length} characters, and at most ${most} are allowed: ` +
        'refresh fewer workloads at once',
    );
  }
}

const titleOf = (message: string): string => message.split('\n', 1)[0] ?? '';

/** How GitHub is spoken to; `pause` in milliseconds before looking again. */
export interface Speaker {
  readonly api: Api;
  readonly git: GitData;
  readonly owner: string;
  readonly pause: number;
}

/**
 * A commit on the branch of a pull request of the same repository, if `headSha` is still its newest one.
 *
 * @throws RequestFailure where GitHub does not answer
 */
export async function commitToHead(
  { files, message }: Proposal,
  asker: PullRequest,
  headSha: string,
  { api, git, pause }: Speaker,
): Promise<Proposed> {
  const { head, state, number } = asker;
  const tree = await git.treeOf(head.sha);
  const wanted = await git.treeWith(tree, files);
  // Also where an earlier start of this job has committed it.
  if (wanted === tree) return { kind: 'there', commit: head.sha };
  if (state !== 'open' || head.sha !== headSha) return { kind: 'moved' };
  const commit = await git.commit({ message, tree: wanted, parents: [headSha] });
  try {
    if (await git.moveBranch(head.ref, commit, headSha)) return { kind: 'committed', commit };
    return { kind: 'moved' };
  } catch (error) {
    if (isRefusal(error)) return { kind: 'refused', failure: error };
    if (!isUnknown(error)) throw error;
    // It may have been done all the same.
    await sleep(pause);
    const now = await api.pullRequest(number);
    if (now.head.sha === commit) return { kind: 'committed', commit };
    throw error;
  }
}

/** Looks at a branch and its pull request, at the most. */
const ROUNDS = 4;

/**
 * A branch of ours, `branch`, with the files as the only difference from `base`, and a pull request of it.
 * What is there already is used: the open pull request is written anew, and gets a commit only where a
 * file differs.
 *
 * @throws RequestFailure where GitHub does not answer
 */
export async function proposeBranch(
  proposal: Proposal,
  { base, branch }: { readonly base: string; readonly branch: string },
  speaker: Speaker,
): Promise<Proposed> {
  let failure: RequestFailure | undefined;
  let pushed: string | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    try {
      const { kind, commit } = await bringBranch(proposal, { base, branch }, speaker);
      if (kind === 'again') continue;
      if (kind === 'there') return { kind, commit };
      pushed = branch;
      const pullRequest = await bringPullRequest(proposal, { base, branch }, speaker);
      return { kind: 'proposed', commit, pullRequest };
    } catch (error) {
      if (isRefusal(error)) return { kind: 'refused', failure: error, ...(pushed && { branch }) };
      if (!isUnknown(error)) throw error;
      failure = error;
      await sleep(speaker.pause);
    }
  }
  throw failure ?? new RequestFailure(`the branch ${branch} is changed again and again`, undefined);
}

/** `commit` has the files: on the branch, or `there` on the base. `again`: somebody else is at it. */
interface Brought {
  readonly kind: 'brought' | 'there' | 'again';
  readonly commit: string;
}

async function bringBranch(
  { files, message }: Proposal,
  { base, branch }: { readonly base: string; readonly branch: string },
  { api, git, owner }: Speaker,
): Promise<Brought> {
  const from = await git.branch(base);
  if (from === undefined) throw new RequestFailure(`there is no branch ${base}`, 404);
  const ground = await git.treeOf(from);
  const wanted = await git.treeWith(ground, files);
  if (wanted === ground) return { kind: 'there', commit: from };
  const tip = await git.branch(branch);
  if (tip === undefined) {
    const commit = await git.commit({ message, tree: wanted, parents: [from] });
    return { kind: (await git.createBranch(branch, commit)) ? 'brought' : 'again', commit };
  }
  const open = await openOf(branch, { api, owner });
  const present = await git.treeOf(tip);
  const inUse = open.length > 0;
  const tree = await git.treeWith(present, files);
  if (tree === present) return { kind: 'brought', commit: tip };
  // What people added to an open pull request stays. A branch without one is left from an earlier
  // proposal: the new one begins at the base, and follows on it without force.
  const commit = await git.commit(
    inUse
      ? { message, tree, parents: [tip] }
      : { message, tree: wanted, parents: [...new Set([tip, from])] },
  );
  return { kind: (await git.moveBranch(branch, commit, tip)) ? 'brought' : 'again', commit };
}

async function bringPullRequest(
  { message, body }: Proposal,
  { base, branch }: { readonly base: string; readonly branch: string },
  { api, owner }: Speaker,
): Promise<number> {
  const title = titleOf(message);
  const open = await openOf(branch, { api, owner });
  const found = open.find((candidate) => candidate.base.ref === base);
  if (!found) return (await api.createPullRequest({ title, body, head: branch, base })).number;
  if (found.title !== title || !sameText(found.body ?? '', body)) {
    await api.updatePullRequest(found.number, { title, body });
  }
  return found.number;
}

/** Those of the repository's own branch: another of the same owner may have one of that name. */
async function openOf(
  branch: string,
  { api, owner }: Pick<Speaker, 'api' | 'owner'>,
): Promise<PullRequest[]> {
  const found = await api.pullRequestsOfBranch(owner, branch);
  return found.filter(({ head, base }) => head.ref === branch && head.repo?.id === base.repo.id);
}

const sameText = (a: string, b: string): boolean =>
  a.replaceAll('\r\n', '\n').trim() === b.replaceAll('\r\n', '\n').trim();

/** GitHub's no: the token may not, or the repository does not take it. */
const isRefusal = (error: unknown): error is RequestFailure =>
  error instanceof RequestFailure && (error.status === 403 || error.status === 422);

const isUnknown = (error: unknown): error is RequestFailure =>
  error instanceof RequestFailure && (isUncertain(error) || error.status === 409);
