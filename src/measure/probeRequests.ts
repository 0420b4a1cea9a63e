import { randomBytes } from 'node:crypto';
import { CHANNEL_FACTS } from '../cluster/channels.ts';
import type { NodePlan } from '../cluster/clusterPlan.ts';
import { sendRequests, type Requests } from '../cluster/sendRequests.ts';
import type { TracerHost } from '../cluster/tracerHost.ts';
import type { Client, Probed, ProbedHeap, SocketCalls } from '../model/probe.ts';
import { withSocketCalls } from '../trace/collect/socketCalls.ts';
import { allocationOf } from '../trace/events/allocation.ts';
import { checkSocketCalls, readSocketCalls } from '../trace/events/socketCalls.ts';
import { sum } from '../model/numbers.ts';

/** What is asked for. */
export type ProbeRequest = Pick<
  Requests,
  'channel' | 'method' | 'args' | 'concurrency' | 'repeat' | 'until'
>;

/** So many requests of the timed ones are sent once more, for their system calls to be counted. */
const COUNTED = 20;

/** One client's requests, and what came of those that were timed. */
interface Turn {
  readonly request: ProbeRequest;
  readonly client: Client;
  readonly requests: Requests;
  readonly timed: Sent;
}
type Sent = Awaited<ReturnType<typeof sendRequests>>;

/**
 * Sends each request again and again from the master of a cluster at rest: by each client first with nothing else
 * going on, for its times, then once more for its system calls, which take longer while they are counted.
 *
 * @throws PerfError (exit 4) when a daemon refuses one, or not every system call was seen
 */
export async function probeRequests(
  master: NodePlan,
  host: TracerHost,
  requests: readonly ProbeRequest[],
  signal?: AbortSignal,
): Promise<Probed[]> {
  // Of those that other runs on this machine start, none has the same name.
  const name = `probe-${randomBytes(4).toString('hex')}`;
  const turns: Turn[] = [];
  for (const request of requests) {
    for (const client of CHANNEL_FACTS[request.channel].clients) {
      const sent = requestsOf(request, client, master, name);
      const timed = await sendRequests(master, sent, signal);
      turns.push({ request, client, requests: sent, timed });
    }
  }
  const calls = await countCalls(master, host, name, turns, signal);
  return requests.map((request) => {
    const own = [...turns.entries()].filter(([, turn]) => turn.request === request);
    const clients = own.flatMap(([index, { client, timed }]) => {
      const systemCalls = calls[index];
      if (!systemCalls) return [];
      const { nanoseconds } = timed;
      const messages = { sent: sum(timed.sent), received: sum(timed.received) };
      const below = timed.below && { below: timed.below };
      return [{ client, nanoseconds, ...messages, systemCalls, ...below }];
    });
    const [first] = own;
    return { clients, heap: first ? heapOf(first[1]) : null };
  });
}

function requestsOf(
  { channel, method, args, concurrency, repeat, until }: ProbeRequest,
  client: Client,
  master: NodePlan,
  name: string,
): Requests {
  const { address, wireName, haskell } = CHANNEL_FACTS[channel];
  return {
    ...{ name, client, channel, args, concurrency, repeat, until, counted: false },
    ...{ address: address(master), method: wireName(method) },
    ...(haskell && { log: haskell.log }),
  };
}

/** The system calls of each turn, by one tracer. */
async function countCalls(
  master: NodePlan,
  host: TracerHost,
  name: string,
  turns: readonly Turn[],
  signal?: AbortSignal,
): Promise<SocketCalls[]> {
  const rounds = turns.map(({ requests, timed }) => ({
    ...requests,
    repeat: Math.min(timed.nanoseconds.length, COUNTED),
    counted: true,
  }));
  const work = async (): Promise<Sent[]> => {
    const sent: Sent[] = [];
    for (const round of rounds) sent.push(await sendRequests(master, round, signal));
    return sent;
  };
  const { result, lines } = await withSocketCalls(host, name, work, signal);
  const counts = rounds.map(({ repeat }) => repeat);
  return readSocketCalls(lines, counts).map((calls, index) => {
    const { sent = [], received = [] } = result[index] ?? {};
    const isPlain = rounds[index]?.channel !== 'node';
    checkSocketCalls(calls, isPlain ? { sent: sum(sent), received: sum(received) } : undefined);
    return calls;
  });
}

function heapOf({ request, timed }: Turn): ProbedHeap | null {
  const { haskell } = CHANNEL_FACTS[request.channel];
  if (!haskell) return null;
  const read = timed.collections.map(([after, allocated, live, generation]) => ({
    ...{ after, allocated, live, generation },
  }));
  return { daemon: haskell.daemon, ...allocationOf(read) };
}
