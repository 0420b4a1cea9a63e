import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../client/api.ts';
import { isUncertain, RequestFailure } from '../client/failure.ts';
import { compareStamps, stampOf, type Stamp } from './marker.ts';
import { nextStep, ownComments, type Author, type PostedComment } from './sticky.ts';

/** What to post, and of which run it is; `body` begins with the marker of `stamp`. */
export interface CommentText {
  readonly stamp: Stamp;
  readonly body: string;
}

/** The one comment on a pull request; `newer`: a newer run had written it, and it is as it was. */
export interface Posted {
  readonly kind: 'written' | 'newer';
  readonly id: number;
  /** Other comments of ours that could not be deleted. */
  readonly left: number;
}

/** Looks at the comments, at the most. */
const ROUNDS = 5;

/**
 * Brings a pull request to one comment of ours, of the newest run. It looks, does what is to be done,
 * and looks again until there is nothing left: another run may have been at it in between, and a
 * comment may have been written although GitHub's answer was lost.
 *
 * @param pause milliseconds before looking for a comment of which it is not known whether it was written
 * @throws RequestFailure
 */
export async function postComment(
  api: Api,
  pullRequest: number,
  { stamp, body }: CommentText,
  viewer: Author,
  pause: number,
): Promise<Posted> {
  let written: PostedComment | undefined;
  let failure: RequestFailure | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const listed = ownComments(await api.comments(pullRequest), viewer);
    const { kind, keep, remove } = nextStep(withWritten(listed, written), stamp, !!written);
    if (keep && (kind === 'newer' || kind === 'settled')) {
      const left = await deleteAll(api, remove);
      return { kind: kind === 'newer' ? 'newer' : 'written', id: keep.id, left };
    }
    try {
      written = keep
        ? await api.updateComment(keep.id, body)
        : await api.createComment(pullRequest, body);
    } catch (error) {
      if (!(error instanceof RequestFailure) || !mayLookAgain(error, keep !== undefined))
        throw error;
      failure = error;
      await sleep(pause);
    }
  }
  if (written) return { kind: 'written', id: written.id, left: 0 };
  throw failure ?? new RequestFailure('the comment is deleted again and again', undefined);
}

/**
 * Deletes our comments on a pull request that are of older runs: what they say is not how it is now.
 *
 * @throws RequestFailure
 */
export async function deleteOlder(
  api: Api,
  pullRequest: number,
  stamp: Stamp,
  viewer: Author,
): Promise<void> {
  const own = ownComments(await api.comments(pullRequest), viewer);
  await deleteAll(
    api,
    own.filter(({ body }) => compareStamps(stampOf(body), stamp) < 0),
  );
}

/** Gives back how many are left: what was to be told has been, so that it is no reason to fail. */
async function deleteAll(api: Api, comments: readonly PostedComment[]): Promise<number> {
  let left = 0;
  for (const { id } of comments) {
    await api.deleteComment(id).catch((error: unknown) => {
      if (!(error instanceof RequestFailure)) throw error;
      left++;
    });
  }
  return left;
}

/** GitHub may list a comment a little later than it says that it was written. */
function withWritten(
  listed: readonly PostedComment[],
  written: PostedComment | undefined,
): readonly PostedComment[] {
  if (!written || listed.some(({ id }) => id === written.id)) return listed;
  return [...listed, written];
}

/** What may have been posted is looked for; what was to be changed and is gone is posted anew. */
const mayLookAgain = (failure: RequestFailure, exists: boolean): boolean =>
  exists ? failure.status === 404 : isUncertain(failure);
