import type { Api } from '../client/api.ts';
import { stampOf } from './marker.ts';
import { newestFirst, ownComments, type PostedComment } from './sticky.ts';

/** Of hexadecimal digits alone, as it is made of stamps. */
const NOTICE =
  /^> \[!NOTE\]\n> This is of an older commit, `[0-9a-f]{12}`, and says nothing of the newest one, `[0-9a-f]{12}`\.\n\n/;

/**
 * A comment of ours with a notice at its head where it is of another commit than the newest one, and without where
 * it is not; all else of it stays, so that to do it twice is to do it once. One whose marker cannot be read stays as
 * it is.
 */
export function withAge(body: string, newest: string): string {
  const stamp = stampOf(body);
  const [, marker, rest] = /^(<!--.*-->)\n\n([^]*)$/.exec(body.replaceAll('\r\n', '\n')) ?? [];
  if (!stamp || marker === undefined || rest === undefined) return body;
  const text = rest.replace(NOTICE, '');
  return stamp.headSha === newest
    ? `${marker}\n\n${text}`
    : `${marker}\n\n${noticeOf(stamp.headSha, newest)}${text}`;
}

const noticeOf = (own: string, newest: string): string =>
  `> [!NOTE]\n> This is of an older commit, \`${own.slice(0, 12)}\`, and says nothing of the newest one, ` +
  `\`${newest.slice(0, 12)}\`.\n\n`;

/**
 * Says at the head of our comment on a pull request of which commit it is, where that is not the newest one any more.
 *
 * @param newest the commit that the pull request has now
 * @returns the comment that was changed; undefined where there is none, or it says so already
 * @throws RequestFailure
 */
export async function markOlder(
  api: Api,
  pullRequest: number,
  newest: string,
): Promise<PostedComment | undefined> {
  const viewer = await api.viewer();
  const [listed] = ownComments(await api.comments(pullRequest), viewer).toSorted(newestFirst);
  if (!listed || same(withAge(listed.body, newest), listed.body)) return undefined;
  // As late as can be: another job may have written a newer report meanwhile, and that one must stay.
  const now = await api.comment(listed.id);
  if (!now || now.body !== listed.body) return undefined;
  return api.updateComment(listed.id, withAge(listed.body, newest));
}

/** GitHub may give line ends back as forms of the web have them. */
const same = (a: string, b: string): boolean =>
  a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
