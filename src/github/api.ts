import { z } from 'zod';
import type { Client } from './client.ts';
import type { Repository } from './event.ts';
import { failureOf, type RequestFailure } from './failure.ts';
import type { Author, PostedComment } from './sticky.ts';

/** What is asked of GitHub. All of it throws a RequestFailure, and none shows the token. */
export interface Api {
  /** Who the token is. */
  viewer(): Promise<Author>;
  pullRequest(number: number): Promise<PullRequest>;
  /** The open ones whose branch this is; the name may be anybody's choice. */
  pullRequestsOfBranch(owner: string, branch: string): Promise<PullRequest[]>;
  /** Those that have the commit in them, open or not. */
  pullRequestsOfCommit(sha: string): Promise<PullRequest[]>;
  /** All of them, oldest first. */
  comments(pullRequest: number): Promise<PostedComment[]>;
  /** Tried once: who does not know whether it was done must look before trying again. */
  createComment(pullRequest: number, body: string): Promise<PostedComment>;
  updateComment(id: number, body: string): Promise<PostedComment>;
  /** One that is gone already is no failure. */
  deleteComment(id: number): Promise<void>;
}

/** A pull request, as far as it matters here. */
export type PullRequest = z.infer<typeof PullRequestSchema>;

const Id = z.int().positive();

const PullRequestSchema = z.object({
  number: Id,
  state: z.string(),
  head: z.object({ sha: z.string(), repo: z.object({ id: Id }).nullable() }),
  base: z.object({ repo: z.object({ id: Id }) }),
});

const CommentSchema = z
  .object({
    id: Id,
    body: z.string().nullish(),
    user: z.object({ login: z.string(), type: z.string() }).nullable(),
  })
  .transform(({ id, body, user }): PostedComment => ({ id, body: body ?? '', author: user }));

const ViewerSchema = z.object({ viewer: z.object({ login: z.string().min(1) }) });

/** Of the token that a job has unless it is given another. */
const ACTIONS_BOT = 'github-actions[bot]';

const PAGE = 100;

/** The requests about one repository; `token` is what must not be shown. */
export function apiOf(client: Client, { owner, name: repo }: Repository, token: string): Api {
  const at = { owner, repo };
  const attempt = async <T>(doing: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw failureOf(error, doing, token);
    }
  };
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
      }).catch((error: unknown) => {
        if (!isGone(error)) throw error;
      }),
  };
}

const isGone = (error: unknown): boolean => (error as RequestFailure).status === 404;

/** A token that may not ask who it is, is the job's own; nothing is known where no answer came. */
function refused(error: unknown): undefined {
  const { status, errors } = error as { status?: number; errors?: { type?: string }[] };
  const forbidden = errors?.some(({ type }) => type === 'FORBIDDEN') ?? false;
  if (!forbidden && status !== 403 && status !== 404) throw error;
}
