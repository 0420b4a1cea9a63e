import { createHash } from 'node:crypto';

/** What GitHub's Git data API knows of one repository, as far as it is asked here. */
export interface Repository {
  /** The commit of each branch. */
  readonly branches: Map<string, string>;
  readonly commits: Map<string, Commit>;
  /** The content of a file on a branch. */
  file(branch: string, path: string): string | undefined;
  /** Adds a commit, as a push does, and gives it back. */
  push(branch: string, files: Files, message?: string): string;
  /** Answers a request below `/git`; undefined: there is no such route. */
  answer(method: string, route: string, body: unknown): Answer | undefined;
}

export type Answer = readonly [status: number, data: unknown];
type Files = Readonly<Record<string, string>>;

export interface Commit {
  readonly message: string;
  readonly tree: string;
  readonly parents: readonly string[];
}

const GONE: Answer = [404, { message: 'Not Found' }];
const wrong = (message: string): Answer => [422, { message }];

/** A repository with one commit on each of these branches. */
export function createRepository(branches: Readonly<Record<string, Files>> = {}): Repository {
  const blobs = new Map<string, string>();
  const trees = new Map<string, ReadonlyMap<string, string>>();
  const repository: Repository = {
    branches: new Map(),
    commits: new Map(),
    file(branch, path) {
      const commit = repository.commits.get(repository.branches.get(branch) ?? '');
      return blobs.get(trees.get(commit?.tree ?? '')?.get(path) ?? '');
    },
    push(branch, files, message = 'pushed') {
      const before = repository.branches.get(branch);
      const entries = new Map(trees.get(repository.commits.get(before ?? '')?.tree ?? ''));
      for (const [path, text] of Object.entries(files)) entries.set(path, blob(text));
      const commit = add({ message, tree: tree(entries), parents: before ? [before] : [] });
      repository.branches.set(branch, commit);
      return commit;
    },
    answer(method, route, body) {
      const [, kind = '', rest = ''] =
        /^\/git\/(\w+)\/?(.*)$/.exec(decodeURIComponent(route)) ?? [];
      const found = ROUTES[`${method} ${kind}`];
      return found?.(rest, body as never);
    },
  };
  const ROUTES: Readonly<Record<string, (rest: string, body: never) => Answer>> = {
    'GET ref': (rest) => {
      const sha = repository.branches.get(rest.replace(/^heads\//, ''));
      return sha === undefined ? GONE : [200, { ref: `refs/${rest}`, object: { sha } }];
    },
    'GET commits': (sha) => {
      const commit = repository.commits.get(sha);
      return commit ? [200, { sha, tree: { sha: commit.tree } }] : GONE;
    },
    'POST blobs': (_, { content }: { content: string }) => [201, { sha: blob(content) }],
    'POST trees': (_, body: { base_tree: string; tree: { path: string; sha: string }[] }) => {
      const base = trees.get(body.base_tree);
      if (!base) return GONE;
      const entries = new Map(base);
      for (const { path, sha } of body.tree) {
        if (!blobs.has(sha) || /(?:^|\/)(?:\.\.?|\.git|)(?:\/|$)/.test(path)) {
          return wrong('tree.path contains a malformed path component');
        }
        entries.set(path, sha);
      }
      return [201, { sha: tree(entries) }];
    },
    'POST commits': (_, commit: Commit) => [201, { sha: add(commit) }],
    'POST refs': (_, { ref, sha }: { ref: string; sha: string }) => {
      const name = ref.replace(/^refs\/heads\//, '');
      if (repository.branches.has(name)) return wrong('Reference already exists');
      repository.branches.set(name, sha);
      return [201, { ref, object: { sha } }];
    },
    'PATCH refs': (rest, { sha, force }: { sha: string; force: boolean }) => {
      const name = rest.replace(/^heads\//, '');
      const now = repository.branches.get(name);
      if (now === undefined) return wrong('Reference does not exist');
      if (!force && !hasAncestor(sha, now)) return wrong('Update is not a fast forward');
      repository.branches.set(name, sha);
      return [200, { ref: `refs/${rest}`, object: { sha } }];
    },
  };

  function blob(text: string): string {
    const sha = hash('blob', text);
    blobs.set(sha, text);
    return sha;
  }
  function tree(entries: ReadonlyMap<string, string>): string {
    const sha = hash('tree', JSON.stringify([...entries].sort()));
    trees.set(sha, entries);
    return sha;
  }
  /** No two are the same: each has a time. */
  function add(commit: Commit): string {
    const sha = hash('commit', JSON.stringify([commit, repository.commits.size]));
    repository.commits.set(sha, commit);
    return sha;
  }
  function hasAncestor(sha: string, ancestor: string): boolean {
    if (sha === ancestor) return true;
    return (repository.commits.get(sha)?.parents ?? []).some((one) => hasAncestor(one, ancestor));
  }

  for (const [branch, files] of Object.entries(branches)) repository.push(branch, files);
  return repository;
}

const hash = (kind: string, text: string): string =>
  createHash('sha1').update(`${kind}\0${text}`).digest('hex');
