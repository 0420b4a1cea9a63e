import { compareStamps, hasMarker, stampOf, type Stamp } from './marker.ts';

/** A comment on a pull request, as far as it matters here. */
export interface PostedComment {
  readonly id: number;
  readonly body: string;
  /** null: the account is gone. */
  readonly author: Author | null;
}

export interface Author {
  /** An app's ends in `[bot]`, which no person's can. */
  readonly login: string;
  readonly type: string;
}

/** What brings the pull request to one comment of the newest run. */
export interface NextStep {
  readonly kind: 'create' | 'update' | 'settled' | 'newer';
  /** The comment that stays; undefined where there is none. */
  readonly keep?: PostedComment;
  /** Our other ones. */
  readonly remove: readonly PostedComment[];
}

/** The comments that `viewer` wrote as ours: the marker alone proves nothing. */
export function ownComments(
  comments: readonly PostedComment[],
  viewer: Author,
): readonly PostedComment[] {
  return comments.filter(
    ({ author, body }) =>
      author?.login === viewer.login && author.type === viewer.type && hasMarker(body),
  );
}

/**
 * What to do next about our comments on one pull request. `written`: this process has written its own
 * already, so that a comment with its stamp is its work; before, it may be that of an earlier start
 * of the same job, and is written again.
 */
export function nextStep(own: readonly PostedComment[], stamp: Stamp, written: boolean): NextStep {
  const [keep, ...remove] = own.toSorted(newestFirst);
  if (!keep) return { kind: 'create', remove };
  const order = compareStamps(stampOf(keep.body), stamp);
  if (order > 0) return { kind: 'newer', keep, remove };
  return { kind: order === 0 && written ? 'settled' : 'update', keep, remove };
}

/** Of the same run the first that was posted: all who look at it choose the same. */
export const newestFirst = (a: PostedComment, b: PostedComment): number =>
  compareStamps(stampOf(b.body), stampOf(a.body)) || a.id - b.id;
