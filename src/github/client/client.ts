import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { proxiedFetch } from '../../platform/network/proxiedFetch.ts';

/** Milliseconds. */
export interface Timing {
  /** Until a request is given up, answer included. */
  readonly attempt: number;
  /** For all requests of a client together, waits included. */
  readonly total: number;
  /** What GitHub's "second" is; the wait after the n-th failure of a request is n² of them. */
  readonly second: number;
}

/** For GitHub's own servers. */
export const TIMING: Timing = { attempt: 15_000, total: 150_000, second: 1_000 };

/** Of one request, after the first. */
const RETRIES = 3;

export interface ClientOptions {
  readonly apiUrl: string;
  readonly token: string;
  readonly timing: Timing;
  /** For debugging: never the token, nor a body. */
  readonly note?: (line: string) => void;
}

export type Client = ReturnType<typeof createClient>;

/**
 * Octokit with paging, retries and throttling, within bounds of time. A request that is not safe to
 * repeat says `request: { retries: 0 }`.
 */
export function createClient({ apiUrl, token, timing, note }: ClientOptions) {
  const end = Date.now() + timing.total;
  const patient = (what: string) => (seconds: number, _: object, __: Octokit, retries: number) => {
    const wait = seconds * timing.second;
    const waits = retries < RETRIES && Date.now() + wait < end;
    note?.(`${what}: ${seconds} s to wait, ${waits ? 'waiting' : 'given up'}`);
    return waits;
  };
  const OurOctokit = Octokit.plugin(paginateRest, namedLimits, throttling, retry);
  const client = new OurOctokit({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'ganeti-perf',
    request: {
      fetch: boundedFetch(new URL(apiUrl), timing.attempt, end, note),
      log: SILENT,
    },
    log: SILENT,
    retry: {
      retries: RETRIES,
      retryAfterBaseValue: timing.second,
      // Limits are the throttling's, which knows how long to wait.
      doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451],
    },
    throttle: {
      // Of its own: limiters are shared by name within a process.
      id: String(nextId++),
      retryAfterBaseValue: timing.second,
      onRateLimit: patient('rate limit'),
      onSecondaryRateLimit: patient('secondary rate limit'),
    },
  });
  client.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = '2022-11-28';
  });
  return client;
}

let nextId = 1;

const ignore = (): void => undefined;
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/**
 * The throttling waits where the words "secondary rate" are in the answer; one that only says
 * Retry-After is the same thing.
 */
function namedLimits(octokit: Octokit): void {
  octokit.hook.error('request', (error) => {
    const { status, response } = error as Partial<{
      status: number;
      response: { headers: Readonly<Record<string, unknown>> };
    }>;
    const limited = status === 429 || status === 403;
    if (limited && response?.headers['retry-after'] !== undefined) {
      error.message = `${error.message} (secondary rate limit)`;
    }
    throw error;
  });
}

/**
 * `fetch` that gives up at its deadlines, and reads the whole answer: one that is cut short fails here,
 * where it is retried, and is not taken for a short one.
 */
function boundedFetch(
  server: URL,
  attempt: number,
  end: number,
  note: ClientOptions['note'],
): typeof fetch {
  const fetchPage = proxiedFetch(server);
  const place: Place = { origin: server.origin, fetchPage };
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const left = end - Date.now();
    if (left <= 0) throw outOfTime();
    const signal = AbortSignal.timeout(Math.min(attempt, left));
    const route = `${init?.method ?? 'GET'} ${url.pathname}`;
    try {
      const answer = await follow(url, { ...init, signal }, place);
      const body = await answer.arrayBuffer();
      note?.(`${route}: ${answer.status}`);
      const { status, statusText, headers } = answer;
      return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
    } catch (error) {
      note?.(`${route}: no whole answer`);
      throw Date.now() >= end ? outOfTime() : error;
    }
  };
}

/** The one server that is asked, and the way there. */
interface Place {
  readonly origin: string;
  readonly fetchPage: typeof fetch;
}

/** As GitHub answers for a repository that has another name by now. */
const REDIRECTS = { get: [301, 302, 303, 307, 308], other: [307, 308] };

/** The token goes along with every request, also with that for the next page, and what we write with it. */
async function follow(url: URL, init: RequestInit, place: Place, hops = 5): Promise<Response> {
  if (url.origin !== place.origin) throw final('GitHub names a page that is not its own');
  const answer = await place.fetchPage(url, { ...init, redirect: 'manual' });
  const followed = (init.method ?? 'GET') === 'GET' ? REDIRECTS.get : REDIRECTS.other;
  const next = answer.headers.get('location');
  if (next === null || !followed.includes(answer.status)) return answer;
  if (hops === 0) throw final('GitHub names one page after the other');
  await answer.body?.cancel();
  return follow(new URL(next, url), init, place, hops - 1);
}

const outOfTime = (): Error => final('GitHub did not answer within the time there is');

/** By its name Octokit knows that trying again is of no use. */
function final(message: string): Error {
  const error = new Error(message);
  error.name = 'AbortError';
  return error;
}
