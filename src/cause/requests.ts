import type { EventOf } from '../trace/event.ts';
import type { Span } from './span.ts';

/**
 * Requests that only wait until something happens: a daemon does nothing for them. Their time would
 * hide which request it does work for.
 */
const WAITING: ReadonlySet<string> = new Set(['WaitForJobChange']);

/** What is asked of the daemons with sockets, luxid and wconfd, and not answered yet. */
export class OpenRequests {
  readonly #open = new Map<number, { readonly rpc: EventOf<'rpc'>; readonly span: Span }>();

  asked(rpc: EventOf<'rpc'>, span: Span): void {
    if (rpc.connection !== undefined) this.#open.set(rpc.connection, { rpc, span });
  }

  /** The request that this is the answer to: a connection carries one at a time. */
  answered({
    connection,
    at,
  }: EventOf<'reply'>): { readonly rpc: EventOf<'rpc'>; readonly span: Span } | undefined {
    const request = this.#open.get(connection);
    this.#open.delete(connection);
    if (request) request.span.end = at;
    return request;
  }

  /** What a daemon works on, where that is beyond doubt: the only request that is open. */
  only(caller: string): Span | undefined {
    const channel = CHANNELS[caller];
    const open = [...this.#open.values()].filter(
      ({ rpc }) => rpc.channel === channel && !WAITING.has(rpc.procedure),
    );
    return open.length === 1 ? open[0]?.span : undefined;
  }
}

const CHANNELS: Readonly<Partial<Record<string, string>>> = {
  'ganeti-luxid': 'luxi',
  'ganeti-wconfd': 'wconfd',
};

/** Ids of the jobs that a reply to SubmitJob, SubmitJobToDrainedQueue or SubmitManyJobs names. */
export function submittedJobs({ procedure }: EventOf<'rpc'>, reply: string): number[] {
  if (!/^Submit\w*Jobs?/.test(procedure)) return [];
  const result = /"result"\s*:\s*(.*)/s.exec(reply)?.[1] ?? '';
  const one = /^"?(\d+)"?/.exec(result)?.[1];
  if (one !== undefined) return [Number(one)];
  return [...result.matchAll(/\[\s*true\s*,\s*"?(\d+)"?\s*\]/g)].map(([, id]) => Number(id));
}
