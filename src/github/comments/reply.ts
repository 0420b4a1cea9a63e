import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../client/api.ts';
import { isUncertain, RequestFailure } from '../client/failure.ts';
import type { Author, PostedComment } from './sticky.ts';

/** Looks at the comments, at the most. */
const ROUNDS = 5;

/** The first line of a reply, which GitHub does not show; not that of the comment with a report. */
export const replyMarker = (about: string): string => `<!-- ganeti-perf-reply: ${about} -->`;

/**
 * Replies on a pull request, once for each `about`: a job that is started again finds what it wrote.
 * Gives back the comment's id.
 *
 * @param about letters, digits and spaces
 * @param pause milliseconds before looking for a reply of which it is not known whether it was written
 * @throws RequestFailure
 */
export async function reply(
  api: Api,
  pullRequest: number,
  { about, markdown }: { readonly about: string; readonly markdown: string },
  viewer: Author,
  pause: number,
): Promise<number> {
  const marker = replyMarker(about);
  const body = `${marker}\n\n${markdown}\n`;
  let failure: RequestFailure | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const found = (await api.comments(pullRequest)).find(
      (comment) => isOf(comment, viewer) && firstLine(comment.body) === marker,
    );
    if (found && sameText(found.body, body)) return found.id;
    try {
      const written = found
        ? await api.updateComment(found.id, body)
        : await api.createComment(pullRequest, body);
      return written.id;
    } catch (error) {
      if (!(error instanceof RequestFailure) || !isUncertain(error)) throw error;
      failure = error;
      await sleep(pause);
    }
  }
  throw failure ?? new RequestFailure('the reply is deleted again and again', undefined);
}

const isOf = ({ author }: PostedComment, viewer: Author): boolean =>
  author?.login === viewer.login && author.type === viewer.type;

const firstLine = (body: string): string => body.split(/\r?\n/, 1)[0] ?? '';

/** GitHub may change the ends of lines, and of the text. */
const sameText = (a: string, b: string): boolean =>
  a.replaceAll('\r\n', '\n').trim() === b.replaceAll('\r\n', '\n').trim();
