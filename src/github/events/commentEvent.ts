import * as z from 'zod';
import { parseJson } from '../../model/json.ts';
import { explainIssue } from '../../model/readIssue.ts';
import { usageError } from '../../platform/errors.ts';
import { FullName, type Repository } from './measuredRun.ts';

/** A comment that was just written, as GitHub's own event tells it; its body may be anything. */
export interface WrittenComment {
  readonly repository: Repository;
  /** `created`, `edited` or `deleted`. */
  readonly action: string;
  /** The number of the pull request; undefined: it is on an issue. */
  readonly pullRequest: number | undefined;
  readonly id: number;
  readonly body: string;
  /** null: the account is gone. */
  readonly author: CommentAuthor | null;
}

export interface CommentAuthor {
  readonly login: string;
  readonly id: number;
  /** `User` of a person. */
  readonly type: string;
}

const Id = z.int().positive();

/**
 * What the event says of the author's association is not read: it is no permission, and says `OWNER`
 * and `MEMBER` of people who may not write.
 */
const EventSchema = z.object({
  action: z.string().max(100),
  repository: z.object({ id: Id, full_name: FullName }),
  issue: z.object({ number: Id, pull_request: z.object({}).optional() }),
  comment: z.object({
    id: Id,
    body: z.string().nullish(),
    user: z
      .object({ login: z.string().regex(/^[\w-]+(?:\[bot\])?$/), id: Id, type: z.string() })
      .nullable(),
  }),
});

/**
 * The text of an `issue_comment` event -> the comment.
 * Throws a usage error that names the file and the place in it.
 */
export function parseCommentEvent(text: string, fileName: string): WrittenComment {
  const content = parseJson(text, fileName);
  const result = EventSchema.safeParse(content);
  if (!result.success) {
    const [issue] = result.error.issues;
    const reason = issue ? explainIssue(issue, content) : 'not an event';
    throw usageError(`${fileName} is no event of a comment: ${reason}`);
  }
  const { action, repository, issue, comment } = result.data;
  const [owner = '', name = ''] = repository.full_name.split('/');
  return {
    repository: { id: repository.id, owner, name },
    action,
    pullRequest: issue.pull_request ? issue.number : undefined,
    id: comment.id,
    body: comment.body ?? '',
    author: comment.user,
  };
}
