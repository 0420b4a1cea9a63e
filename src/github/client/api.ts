import * as z from 'zod';
import type { Client } from './client.ts';
import { FullName, type Repository } from '../events/measuredRun.ts';
import { failureOf, RequestFailure } from './failure.ts';
import type { Author, PostedComment } from '../comments/sticky.ts';

/** What is asked of GitHub. All of it throws a RequestFailure, and none shows the token. */
export interface Api {
  /** Who the token is. */
  viewer(): Promise<Author>;
  pullRequest(number: number): Promise<PullRequest>;
  /** The open ones whose branch this is; the name is untrusted. */
  pullRequestsOfBranch(owner: string, branch: string): Promise<PullRequest[]>;
  /** Those that have the commit in them, open or not. */
  pullRequestsOfCommit(sha: string): Promise<PullRequest[]>;
  /** Tried once, as {@link createComment} is. */
  createPullRequest(wanted: PullRequestText & { head: string; base: string }): Promise<PullRequest>;
  updatePullRequest(number: number, text: PullRequestText): Promise<void>;
  /** All of them, oldest first. */
  comments(pullRequest: number): Promise<PostedComment[]>;
  /** Tried once: who does not know whether it was done must look before trying again. */
  createComment(pullRequest: number, body: string): Promise<PostedComment>;
  updateComment(id: number, body: string): Promise<PostedComment>;
  /** One that is gone already is no failure. */
  deleteComment(id: number): Promise<void>;
  /** The comment as it is now; undefined: it is gone. */
  comment(id: number): Promise<PostedComment | undefined>;
  /** Eyes below a comment; there once, however often it is asked for. */
  react(commentId: number): Promise<void>;
  /** What somebody may do with the repository; undefined: no collaborator. */
  permission(login: string): Promise<Permission | undefined>;
}

export interface PullRequestText {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

/** `permission`: none, read, write or admin, whatever the role is called that gives it. */
export interface Permission {
  readonly permission: string;
  /** Of the account that GitHub looked at. */
  readonly userId: number;
}

/** A pull request, as far as it matters here. */
export type PullRequest = z.infer<typeof PullRequestSchema>;

const Id = z.int().positive();

const Commit = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);

const PullRequestSchema = z.object({
  number: Id,
  state: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  head: z.object({
    sha: Commit,
    /** A branch: untrusted. */
    ref: z.string(),
    /** null: the fork is gone. */
    repo: z.object({ id: Id, full_name: FullName }).nullable(),
  }),
  base: z.object({ ref: z.string(), repo: z.object({ id: Id, default_branch: z.string() }) }),
});

const CommentSchema = z
  .object({
    id: Id,
    body: z.string().nullish(),
    user: z.object({ login: z.string(), type: z.string() }).nullable(),
  })
  .transform(({ id, body, user }): PostedComment => ({ id, body: body ?? '', author: user }));

const PermissionSchema = z
  .object({ permission: z.string(), user: z.object({ id: Id }) })
  .transform(({ permission, user }): Permission => ({ permission, userId: user.id }));

const ViewerSchema = z.object({ viewer: z.object({ login: z.string().min(1) }) });

/** Of the token that a job has unless it is given another. */
export const ACTIONS_BOT = 'github-actions[bot]';

const PAGE = 100;

/** The requests about one repository; `token` is what must not be shown. */
export function apiOf(
  client: Client,
  { owner, name: repo }: Omit<Repository, 'id'>,
  token: string,
): Api {
  const at = { owner, repo };
  const attempt = attempts(token);
  return {
    viewer: () =>
      attempt('find out who the token is', async () => {
        const answer = await client.graphql('{ viewer { login } }').catch(refused);
        const login = answer === undefined ? ACTIONS_BOT : ViewerSchema.parse(answer).viewer.login;
        return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
      }),
    pullRequest: (number) =>
      attempt(`read pull request ${number}`, async () => {
        const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
        const { data } = await client.request(route, { ...at, pull_number: number });
        return PullRequestSchema.parse(data);
      }),
    pullRequestsOfBranch: (headOwner, branch) =>
      attempt('list the pull requests of the branch', async () => {
        const head = `${headOwner}:${branch}`;
        const query = { ...at, state: 'open', head, per_page: PAGE } as const;
        const data = await client.paginate('GET /repos/{owner}/{repo}/pulls', query);
        return PullRequestSchema.array().parse(data);
      }),
    pullRequestsOfCommit: (sha) =>
      attempt('list the pull requests of the commit', async () => {
        const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
        const data = await client.paginate(route, { ...at, commit_sha: sha, per_page: PAGE });
        return PullRequestSchema.array().parse(data);
      }),
    createPullRequest: (wanted) =>
      attempt('open the pull request', async () => {
        const route = 'POST /repos/{owner}/{repo}/pulls';
        const { data } = await client.request(route, { ...at, ...wanted, request: { retries: 0 } });
        return PullRequestSchema.parse(data);
      }),
    updatePullRequest: (number, text) =>
      attempt('write the pull request anew', async () => {
        const route = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}';
        await client.request(route, { ...at, pull_number: number, ...text });
      }),
    comments: (pullRequest) =>
      attempt('list the comments', async () => {
        const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
        const query = { ...at, issue_number: pullRequest, per_page: PAGE };
        return CommentSchema.array().parse(await client.paginate(route, query));
      }),
    createComment: (pullRequest, body) =>
      attempt('write the comment', async () => {
        const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
        const request = { retries: 0 };
        const query = { ...at, issue_number: pullRequest, body, request };
        return CommentSchema.parse((await client.request(route, query)).data);
      }),
    updateComment: (id, body) =>
      attempt('write the comment anew', async () => {
        const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
        return CommentSchema.parse(
          (await client.request(route, { ...at, comment_id: id, body })).data,
        );
      }),
    deleteComment: (id) =>
      attempt('delete a comment that there is twice', async () => {
        const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';
        await client.request(route, { ...at, comment_id: id });
      }).catch(unlessGone),
    comment: (id) =>
      attempt('read the comment again', async () => {
        const route = 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}';
        return CommentSchema.parse((await client.request(route, { ...at, comment_id: id })).data);
      }).catch(unlessGone),
    react: (commentId) =>
      attempt('react to the comment', async () => {
        const route = 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions';
        await client.request(route, { ...at, comment_id: commentId, content: 'eyes' });
      }),
    permission: (login) =>
      attempt('ask for the permission of who commented', async () => {
        const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
        const { data } = await client.request(route, { ...at, username: login });
        return PermissionSchema.parse(data);
      }).catch(unlessGone),
  };
}

/** Work that throws a RequestFailure if it fails; `doing` as {@link failureOf} has it. */
export const attempts =
  (token: string) =>
  async <T>(doing: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw failureOf(error, doing, token);
    }
  };

/** Gives undefined where GitHub says that there is no such thing. */
export function unlessGone(error: unknown): undefined {
  if (!(error instanceof RequestFailure) || error.status !== 404) throw error;
}

/** A token that may not ask who it is, is the job's own; nothing is known where no answer came. */
function refused(error: unknown): undefined {
  const { status, errors } = error as { status?: number; errors?: { type?: string }[] };
  const forbidden = errors?.some(({ type }) => type === 'FORBIDDEN') ?? false;
  if (!forbidden && status !== 403 && status !== 404) throw error;
}
