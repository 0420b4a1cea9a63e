import type { Below, Calls, Probed, ProbedClient, ProbedHeap, SocketCalls } from './probe.ts';
import { maxOf, minOf, sum } from './numbers.ts';

/** What several turns of the same probe come to; one at least, each with the same clients. */
export function mergeProbed(turns: readonly Probed[]): Probed {
  const [first] = turns;
  if (!first) throw new RangeError('no turns, nothing to merge');
  return {
    clients: first.clients.map(({ client }) => {
      const own = turns.flatMap(({ clients }) => clients.filter((c) => c.client === client));
      return mergeClient(client, own);
    }),
    heap: mergeHeap(turns.flatMap(({ heap }) => (heap ? [heap] : []))),
  };
}

function mergeClient(client: ProbedClient['client'], turns: readonly ProbedClient[]): ProbedClient {
  return {
    client,
    nanoseconds: turns.flatMap(({ nanoseconds }) => nanoseconds),
    sent: sum(turns.map(({ sent }) => sent)),
    received: sum(turns.map(({ received }) => received)),
    systemCalls: mergeSocketCalls(turns.map(({ systemCalls }) => systemCalls)),
    ...mergeBelow(turns.flatMap(({ below }) => (below ? [below] : []))),
  };
}

function mergeBelow(turns: readonly Below[]): { below?: Below } {
  if (turns.length === 0) return {};
  const methods = new Set(turns.flatMap(({ requests }) => requests.map(({ method }) => method)));
  const requests = [...methods].map((method) => {
    const own = turns.flatMap((turn) => turn.requests.filter((r) => r.method === method));
    return {
      method,
      nanoseconds: own.flatMap(({ nanoseconds }) => nanoseconds),
      again: sum(own.map(({ again }) => again)),
      sent: sum(own.map(({ sent }) => sent)),
      received: sum(own.map(({ received }) => received)),
    };
  });
  return { below: { requests, held: turns.flatMap(({ held }) => held) } };
}

function mergeSocketCalls(turns: readonly SocketCalls[]): SocketCalls {
  const calls = (of: (turn: SocketCalls) => Calls): Calls => {
    const parts = turns.map(of);
    return {
      calls: sum(parts.map((part) => part.calls)),
      failed: sum(parts.map((part) => part.failed)),
      bytes: sum(parts.map((part) => part.bytes)),
    };
  };
  const end = (name: 'client' | 'daemon') => ({
    receive: calls((turn) => turn[name].receive),
    send: calls((turn) => turn[name].send),
  });
  const requests = sum(turns.map((turn) => turn.requests));
  return { requests, client: end('client'), daemon: end('daemon') };
}

/** The mean of what is allocated; how far the turns are apart is an error of it too. */
function mergeHeap(turns: readonly ProbedHeap[]): ProbedHeap | null {
  const [first] = turns;
  if (!first) return null;
  const known = turns.flatMap(({ allocated }) => (allocated ? [allocated] : []));
  const each = known.map(({ perRequest }) => perRequest);
  const live = turns.flatMap(({ maxLive }) => (maxLive === null ? [] : [maxLive]));
  return {
    daemon: first.daemon,
    allocated:
      known.length === 0
        ? null
        : {
            perRequest: sum(each) / each.length,
            error: Math.max(
              maxOf(known.map(({ error }) => error)),
              (maxOf(each) - minOf(each)) / 2,
            ),
          },
    collections: sum(turns.map(({ collections }) => collections)),
    maxLive: live.length === 0 ? null : maxOf(live),
  };
}
