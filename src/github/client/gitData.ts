import * as z from 'zod';
import { attempts, unlessGone } from './api.ts';
import type { Client } from './client.ts';
import { RequestFailure } from './failure.ts';

/** Commits and branches of a repository, made without a checkout. Throws RequestFailure. */
export interface GitData {
  /** The commit of a branch; undefined: there is no such branch. */
  branch(name: string): Promise<string | undefined>;
  /** The tree of a commit. */
  treeOf(commit: string): Promise<string>;
  /** A tree with these files in it; the same as `base` where they are there already. */
  treeWith(base: string, files: readonly NewFile[]): Promise<string>;
  commit(commit: NewCommit): Promise<string>;
  /** False: it is there already. */
  createBranch(name: string, commit: string): Promise<boolean>;
  /**
   * Never by force. False: it is not at `from` any more, which the commit follows on. A branch that was set back
   * meanwhile would take the commit, and with it what was taken away; GitHub has no request that compares and
   * moves in one, so it is asked just before.
   */
  moveBranch(name: string, commit: string, from: string): Promise<boolean>;
}

export interface NewFile {
  /** In the repository. */
  readonly path: string;
  readonly text: string;
}

export interface NewCommit {
  readonly message: string;
  readonly tree: string;
  readonly parents: readonly string[];
}

const Sha = z.object({ sha: z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/) });
const RefSchema = z.object({ object: Sha });
const CommitSchema = z.object({ tree: Sha });

/** `token` is what must not be shown. */
export function gitDataOf(
  client: Client,
  { owner, name: repo }: { readonly owner: string; readonly name: string },
  token: string,
): GitData {
  const at = { owner, repo };
  const attempt = attempts(token);
  const branch = (name: string): Promise<string | undefined> =>
    attempt(`find the branch ${name}`, async () => {
      const route = 'GET /repos/{owner}/{repo}/git/ref/{ref}';
      const { data } = await client.request(route, { ...at, ref: `heads/${name}` });
      return RefSchema.parse(data).object.sha;
    }).catch(unlessGone);
  return {
    branch,
    treeOf: (commit) =>
      attempt('read the commit', async () => {
        const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}';
        const { data } = await client.request(route, { ...at, commit_sha: commit });
        return CommitSchema.parse(data).tree.sha;
      }),
    treeWith: (base, files) =>
      attempt('store the baselines', async () => {
        const tree = [];
        for (const { path, text } of files) {
          const content = { ...at, content: text, encoding: 'utf-8' };
          const { data } = await client.request('POST /repos/{owner}/{repo}/git/blobs', content);
          const { sha } = Sha.parse(data);
          tree.push({ path, mode: '100644' as const, type: 'blob' as const, sha });
        }
        const route = 'POST /repos/{owner}/{repo}/git/trees';
        const { data } = await client.request(route, { ...at, base_tree: base, tree });
        return Sha.parse(data).sha;
      }),
    commit: ({ message, tree, parents }) =>
      attempt('make the commit', async () => {
        const route = 'POST /repos/{owner}/{repo}/git/commits';
        const commit = { ...at, message, tree, parents: [...parents] };
        return Sha.parse((await client.request(route, commit)).data).sha;
      }),
    createBranch: (name, commit) =>
      attempt(`make the branch ${name}`, async () => {
        const ref = { ...at, ref: `refs/heads/${name}`, sha: commit };
        await client.request('POST /repos/{owner}/{repo}/git/refs', ref);
        return true;
      }).catch(falseIf(/already exists/i)),
    moveBranch: async (name, commit, from) => {
      if ((await branch(name)) !== from) return false;
      return attempt(`move the branch ${name}`, async () => {
        const route = 'PATCH /repos/{owner}/{repo}/git/refs/{ref}';
        await client.request(route, { ...at, ref: `heads/${name}`, sha: commit, force: false });
        return true;
      }).catch(falseIf(/fast.forward/i));
    },
  };
}

/** GitHub answers 422 to all sorts of things, and only its words tell them apart. */
const falseIf =
  (words: RegExp) =>
  (error: unknown): false => {
    if (error instanceof RequestFailure && error.status === 422 && words.test(error.message)) {
      return false;
    }
    throw error;
  };
