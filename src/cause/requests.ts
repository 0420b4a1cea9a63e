import type { EventOf } from '../trace/events/event.ts';
import type { Span } from './span.ts';

/**
 * Requests that only wait until something happens: a daemon does nothing for them. Their time would
 * hide which request it does work for.
 */
const WAITING: ReadonlySet<string> = new Set(['WaitForJobChange']);

interface Request {
  readonly rpc: EventOf<'rpc'>;
  readonly span: Span;
}

/** What is asked of the daemons with sockets, luxid and wconfd, and not answered yet. */
export class OpenRequests {
  readonly #open = new Map<number, Request>();
  /** Those that a daemon works on. */
  readonly #worked = new Map<string, Set<Request>>();

  asked(rpc: EventOf<'rpc'>, span: Span): void {
    if (rpc.connection === undefined) return;
    this.#close(rpc.connection);
    const request = { rpc, span };
    this.#open.set(rpc.connection, request);
    if (!WAITING.has(rpc.procedure)) this.#workedOn(rpc.channel).add(request);
  }

  /** The request that this is the answer to: a connection carries one at a time. */
  answered({ connection, at }: EventOf<'reply'>): Request | undefined {
    const request = this.#close(connection);
    if (request) request.span.end = at;
    return request;
  }

  /** What a daemon works on, where that is beyond doubt: the only request that is open. */
  only(caller: string): Span | undefined {
    return onlyOf(this.#workedOn(CHANNELS[caller]));
  }

  /** The only submission of jobs that is open, if there is just one. */
  submission(): Span | undefined {
    return onlyOf([...this.#workedOn('luxi')].filter(({ rpc }) => isSubmission(rpc)));
  }

  /** Who has ended waits for no answer: what it had asked no longer stands beside other requests. */
  ended(pid: number): void {
    for (const [connection, { rpc }] of this.#open) if (rpc.pid === pid) this.#close(connection);
  }

  #workedOn(channel = ''): Set<Request> {
    const known = this.#worked.get(channel) ?? new Set();
    this.#worked.set(channel, known);
    return known;
  }

  #close(connection: number): Request | undefined {
    const request = this.#open.get(connection);
    this.#open.delete(connection);
    if (request) this.#workedOn(request.rpc.channel).delete(request);
    return request;
  }
}

function onlyOf(requests: Iterable<Request>): Span | undefined {
  const [first, second] = requests;
  return second === undefined ? first?.span : undefined;
}

const CHANNELS: Readonly<Partial<Record<string, string>>> = {
  'ganeti-luxid': 'luxi',
  'ganeti-wconfd': 'wconfd',
};

const isSubmission = ({ procedure }: EventOf<'rpc'>): boolean => /^Submit\w*Job/.test(procedure);

/** Ids of the jobs that a reply to SubmitJob, SubmitJobToDrainedQueue or SubmitManyJobs names. */
export function submittedJobs(rpc: EventOf<'rpc'>, reply: string): number[] {
  if (!isSubmission(rpc)) return [];
  const result = /"result"\s*:\s*(.*)/s.exec(reply)?.[1] ?? '';
  const one = /^"?(\d{1,15})(?!\d)"?/.exec(result)?.[1];
  if (one !== undefined) return [Number(one)];
  return [...result.matchAll(/\[\s*true\s*,\s*"?(\d{1,15})"?\s*\]/g)].map(([, id]) => Number(id));
}
