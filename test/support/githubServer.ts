import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PostedComment } from '../../src/github/comments/sticky.ts';
import { createRepository, type Repository } from './githubRepository.ts';

/** A pull request as GitHub's answers have it. */
export interface ServedPullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly head: {
    readonly sha: string;
    readonly ref: string;
    readonly repo: { readonly id: number; readonly owner: { readonly login: string } } | null;
  };
  readonly base: { readonly ref?: string; readonly repo: { readonly id: number } };
  readonly title?: string;
  readonly body?: string | null;
}

/** What somebody may do with the repository. */
export interface ServedPermission {
  readonly permission: string;
  /** As the role is called that gives it. */
  readonly role_name?: string;
  /** Of the account. */
  readonly id: number;
}

/** What goes wrong with one request: an answer, or none. */
export type Fault =
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly message?: string;
    }
  /** The connection is closed without an answer; before the work is done, or after it. */
  | 'drop'
  | 'drop after'
  /** A whole header, and half of what it promises. */
  | 'cut short'
  /** The connection stays, and there is no answer; before the work is done, or after it. */
  | 'silence'
  | 'silence after'
  /** The answer takes so many milliseconds. */
  | number;

export interface Request {
  readonly method: string;
  readonly path: string;
  /** What was sent along. */
  readonly text: string;
  /** How many of this method and path there were before. */
  readonly before: number;
}

export interface GitHubOptions {
  readonly pullRequests?: readonly ServedPullRequest[];
  readonly comments?: readonly PostedComment[];
  /** By login; nobody else is known. */
  readonly permissions?: Readonly<Record<string, ServedPermission>>;
  /** Its commits and branches. */
  readonly repository?: Repository;
  /** Whom the token belongs to; null: it may not ask. */
  readonly viewer?: string | null;
  /** The most entries of a page, whatever is asked for. */
  readonly pageSize?: number;
  /** Where the next pages are said to be; the server itself unless given. */
  readonly nextPages?: string;
  /** It speaks TLS, with this key and certificate. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly fault?: (request: Request) => Fault | undefined;
  /** After each request: somebody else is at work. */
  readonly meanwhile?: (request: Request, comments: PostedComment[]) => void;
}

export interface GitHubServer {
  readonly url: string;
  /** Every comment there is; all of them are on pull request 7. */
  readonly comments: PostedComment[];
  /** Every pull request there is. */
  readonly pullRequests: ServedPullRequest[];
  /** Numbers of the comments with eyes below them. */
  readonly reactions: ReadonlySet<number>;
  readonly repository: Repository;
  /** `GET /repos/...`, one for each. */
  readonly requests: readonly string[];
  /** The values of the Authorization header that were seen. */
  readonly tokens: ReadonlySet<string>;
  close(): Promise<void>;
}

/** A server on the loopback that behaves as GitHub's does, as far as comments go. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubServer> {
  const comments = [...(options.comments ?? [])];
  const pullRequests = [...(options.pullRequests ?? [])];
  const repository = options.repository ?? createRepository();
  const reactions = new Set<number>();
  const requests: string[] = [];
  const tokens = new Set<string>();
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    void answer(request, response);
  };
  const { tls } = options;
  const server = tls ? createTlsServer(tls, onRequest) : createServer(onRequest);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    tokens.add(headers.authorization ?? '');
    const key = `${method} ${pathname}`;
    const before = requests.filter((earlier) => earlier === key).length;
    requests.push(key);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const asked: Request = { method, path: pathname, text, before };
    const fault = options.fault?.(asked);
    if (fault === 'drop') return void request.socket.destroy();
    if (typeof fault === 'object') {
      const message = fault.message ?? `answer ${fault.status}`;
      send(response, fault.status, { message }, fault.headers);
      return;
    }
    if (fault === 'silence') return;
    if (typeof fault === 'number') await sleep(fault);
    const [status, data] = work(
      method,
      pathname,
      searchParams,
      text === '' ? {} : JSON.parse(text),
    );
    options.meanwhile?.(asked, comments);
    if (fault === 'drop after') return void request.socket.destroy();
    if (fault === 'silence after') return;
    const page = Array.isArray(data) ? paged(data, searchParams, url) : { part: data, link: {} };
    if (fault === 'cut short') {
      const whole = JSON.stringify(page.part);
      response.writeHead(status, {
        'content-type': 'application/json',
        'content-length': whole.length,
      });
      await new Promise((sent) => response.write(whole.slice(0, whole.length / 2), sent));
      return void request.socket.destroy();
    }
    send(response, status, page.part, page.link);
  }

  function paged(all: readonly unknown[], query: URLSearchParams, url: string) {
    const size = Math.min(Number(query.get('per_page') ?? '30'), options.pageSize ?? 100);
    const page = Number(query.get('page') ?? '1');
    const next = new URL(url, options.nextPages ?? address());
    next.searchParams.set('page', String(page + 1));
    const more = page * size < all.length;
    const link = more ? { link: `<${next.href}>; rel="next"` } : {};
    return { part: all.slice((page - 1) * size, page * size), link };
  }

  function work(
    method: string,
    path: string,
    query: URLSearchParams,
    body: Sent,
  ): [status: number, data: unknown] {
    const viewer = options.viewer === undefined ? 'github-actions[bot]' : options.viewer;
    const notFound: [number, unknown] = [404, { message: 'Not Found' }];
    if (path === '/graphql') {
      if (viewer === null) return [403, { message: 'Resource not accessible by integration' }];
      return [200, { data: { viewer: { login: viewer } } }];
    }
    const route = path.replace(/^\/repos\/ganeti\/ganeti/, '');
    const git = repository.answer(method, route, body);
    if (git) return [...git];
    const [, login] = /^\/collaborators\/([^/]+)\/permission$/.exec(route) ?? [];
    if (login !== undefined) {
      const found = options.permissions?.[login];
      if (!found) return notFound;
      const { permission, role_name = permission, id } = found;
      return [200, { permission, role_name, user: { login, id } }];
    }
    const pulls = pullRequests.map(current);
    const [, number] = /^\/pulls\/(\d+)$/.exec(route) ?? [];
    if (number !== undefined) {
      const place = pulls.findIndex((pull) => pull.number === Number(number));
      const found = pulls[place];
      if (!found) return notFound;
      if (method === 'GET') return [200, found];
      pullRequests[place] = { ...found, ...texts(body) };
      return [200, pullRequests[place]];
    }
    if (route === '/pulls' && method === 'POST') return open(body);
    if (route === '/pulls') {
      const [owner, ...branch] = (query.get('head') ?? '').split(':');
      return [
        200,
        pulls.filter(
          ({ state, head }) =>
            state === query.get('state') &&
            head.repo?.owner.login === owner &&
            head.ref === branch.join(':'),
        ),
      ];
    }
    const [, sha] = /^\/commits\/([0-9a-f]+)\/pulls$/.exec(route) ?? [];
    if (sha !== undefined) {
      const found = pulls.filter(({ head }) => head.sha === sha);
      return found.length > 0
        ? [200, found]
        : [422, { message: `No commit found for SHA: ${sha}` }];
    }
    if ((body.body?.length ?? 0) > LONGEST_BODY) {
      return [422, { message: `Validation Failed: body is too long (maximum is ${LONGEST_BODY})` }];
    }
    const author = viewer ?? 'github-actions[bot]';
    const type = author.endsWith('[bot]') ? 'Bot' : 'User';
    if (/^\/issues\/\d+\/comments$/.test(route)) {
      if (method === 'GET') return [200, comments.map(served)];
      const id = Math.max(0, ...comments.map((comment) => comment.id)) + 1;
      const posted = { id, body: body.body ?? '', author: { login: author, type } };
      comments.push(posted);
      return [201, served(posted)];
    }
    const [, reacted] = /^\/issues\/comments\/(\d+)\/reactions$/.exec(route) ?? [];
    if (reacted !== undefined) {
      const status = reactions.has(Number(reacted)) ? 200 : 201;
      reactions.add(Number(reacted));
      return [status, { content: body.content }];
    }
    const [, id] = /^\/issues\/comments\/(\d+)$/.exec(route) ?? [];
    const index = comments.findIndex((comment) => comment.id === Number(id));
    const old = comments[index];
    if (!old) return notFound;
    if (method === 'GET') return [200, served(old)];
    if (method === 'DELETE') {
      comments.splice(index, 1);
      return [204, undefined];
    }
    comments[index] = { ...old, body: body.body ?? '' };
    return [200, served(comments[index])];
  }

  /** With what every pull request has, and the newest commit of a branch that is known. */
  function current(pull: ServedPullRequest) {
    const { head, base } = pull;
    const repo = head.repo && { full_name: `${head.repo.owner.login}/ganeti`, ...head.repo };
    const own = head.repo?.id === base.repo.id ? repository.branches.get(head.ref) : undefined;
    return {
      title: 'A change',
      body: null,
      ...pull,
      head: { ...head, repo, sha: own ?? head.sha },
      base: { ref: 'master', ...base, repo: { default_branch: 'master', ...base.repo } },
    };
  }

  function open({ head = '', base = '', ...others }: Sent): [status: number, data: unknown] {
    const sha = repository.branches.get(head);
    const invalid = (message: string): [number, unknown] => [422, { message }];
    if (sha === undefined || !repository.branches.has(base)) return invalid('Validation Failed');
    if ((others.body?.length ?? 0) > LONGEST_BODY) return invalid('body is too long');
    const isOwn = (pull: ServedPullRequest): boolean => pull.head.repo?.id === pull.base.repo.id;
    if (
      pullRequests.some((pull) => pull.state === 'open' && isOwn(pull) && pull.head.ref === head)
    ) {
      return invalid('A pull request already exists');
    }
    const pull: ServedPullRequest = {
      number: Math.max(0, ...pullRequests.map(({ number }) => number)) + 1,
      state: 'open',
      head: { sha, ref: head, repo: { id: 1, owner: { login: 'ganeti' } } },
      base: { ref: base, repo: { id: 1 } },
      ...texts(others),
    };
    pullRequests.push(pull);
    return [201, current(pull)];
  }

  const address = (): string =>
    `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: address(),
    comments,
    pullRequests,
    reactions,
    repository,
    requests,
    tokens,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Characters of a comment, as GitHub has it. */
const LONGEST_BODY = 65_536;

/** What is sent along. */
interface Sent {
  readonly title?: string;
  readonly body?: string;
  readonly head?: string;
  readonly base?: string;
  readonly content?: string;
}

const texts = ({ title, body }: Sent): Pick<ServedPullRequest, 'title' | 'body'> => ({
  ...(title !== undefined && { title }),
  ...(body !== undefined && { body }),
});

const served = ({ id, body, author }: PostedComment) => ({ id, body, user: author });

function send(
  response: ServerResponse,
  status: number,
  data: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (status === 204) return void response.writeHead(204, headers).end();
  const type = { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, ...headers }).end(JSON.stringify(data));
}
