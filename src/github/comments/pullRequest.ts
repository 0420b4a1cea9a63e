import type { Api, PullRequest } from '../client/api.ts';
import type { MeasuredRun } from '../events/measuredRun.ts';
import { RequestFailure } from '../client/failure.ts';

/** More pull requests of one commit than anybody opens in earnest. */
export const MOST = 10;

/** The open pull requests that a run belongs to. */
export interface FoundPullRequests {
  /** Numbers of those whose newest commit is the one that was measured. */
  readonly newest: readonly number[];
  /** Those of the same branch that have another one by now; none where there are any of the others. */
  readonly moved: readonly { readonly number: number; readonly headSha: string }[];
}

/**
 * The open pull requests of the branch that was measured, from the event and from GitHub only. A fork's are
 * not in its event; they are found by its branch, and where that is not known by the commit. At most {@link MOST}.
 *
 * @throws RequestFailure where GitHub cannot be asked
 */
export async function findPullRequests(api: Api, run: MeasuredRun): Promise<FoundPullRequests> {
  const { headRepository, headBranch, stamp } = run;
  const looks: (() => Promise<readonly PullRequest[]>)[] = [
    () => each(run.pullRequests.slice(0, MOST), (number) => api.pullRequest(number)),
    async () =>
      headRepository && headBranch
        ? api.pullRequestsOfBranch(headRepository.owner, headBranch)
        : [],
    // GitHub may not know a fork's commit by its name, and then refuses the question.
    () => api.pullRequestsOfCommit(stamp.headSha).catch(unlessUnknown),
  ];
  const moved = new Map<number, string>();
  for (const look of looks) {
    const found = (await look()).filter((candidate) => isOf(candidate, run));
    const newest = found.filter(({ head }) => head.sha === stamp.headSha);
    const numbers = new Set(newest.map(({ number }) => number));
    if (numbers.size > 0) {
      return { newest: [...numbers].sort((a, b) => a - b).slice(0, MOST), moved: [] };
    }
    for (const { number, head } of found) moved.set(number, head.sha);
  }
  const others = [...moved].map(([number, headSha]) => ({ number, headSha }));
  return { newest: [], moved: others.sort((a, b) => a.number - b.number).slice(0, MOST) };
}

/**
 * Whoever has a commit can push it to a fork and open a pull request of it as well: the fork must be the
 * same, or one's measurement would come under another's pull request. Of a fork that is gone this is not
 * known, so it never is.
 */
function isOf({ state, head, base }: PullRequest, run: MeasuredRun): boolean {
  return (
    state === 'open' &&
    base.repo.id === run.repository.id &&
    head.repo !== null &&
    head.repo.id === run.headRepository?.id
  );
}

async function each(
  numbers: readonly number[],
  read: (number: number) => Promise<PullRequest>,
): Promise<PullRequest[]> {
  const found: PullRequest[] = [];
  for (const number of numbers) {
    const pullRequest = await read(number).catch(unlessUnknown);
    for (const one of [pullRequest].flat()) found.push(one);
  }
  return found;
}

function unlessUnknown(error: unknown): [] {
  if (error instanceof RequestFailure && [404, 422].includes(error.status ?? 0)) return [];
  throw error;
}
