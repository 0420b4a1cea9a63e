import { randomBytes } from 'node:crypto';
import type { NodePlan } from '../cluster/clusterPlan.ts';
import { restoreNodes, type ContainerTestbed } from '../cluster/containerTestbed.ts';
import { watchContainers } from '../cluster/containerWatch.ts';
import { startDaemons } from '../cluster/daemons.ts';
import { sendRequests, type Requests, type Sent } from '../cluster/sendRequests.ts';
import type { TracerHost } from '../cluster/tracerHost.ts';
import type { Channel, Client, Probed, ProbedClient, ProbedHeap } from '../model/probe.ts';
import type { WorkContext } from '../platform/context.ts';
import { timed } from '../platform/log/timings.ts';
import { together } from '../platform/process/together.ts';
import { withSocketCalls } from '../trace/collect/socketCalls.ts';
import { allocationOf } from '../trace/events/allocation.ts';
import { checkSocketCalls, readSocketCalls } from '../trace/events/socketCalls.ts';
import { untracedRest } from '../workload/drive.ts';
import { onNodes } from './onNodes.ts';
import type { RunTracer } from './runTracer.ts';

/** What is asked for. */
export type ProbeRequest = Pick<Requests, 'channel' | 'method' | 'args' | 'concurrency' | 'repeat'>;

export interface ProbeContext extends WorkContext {
  readonly tracer: RunTracer;
}

/** Where each daemon listens, and where its runtime tells of its heap; of a node, only Python is there. */
const SOCKETS = '/var/run/ganeti/socket';
const DAEMONS = {
  luxi: {
    name: 'luxid',
    socket: `${SOCKETS}/ganeti-query`,
    log: '/var/log/ganeti/luxi-daemon.log',
  },
  wconfd: {
    name: 'wconfd',
    socket: `${SOCKETS}/ganeti-wconfd`,
    log: '/var/log/ganeti/wconf-daemon.log',
  },
} as const;

/** Ganeti's own client is for the daemons of the master: a node RPC of it needs a configuration and a job. */
const CLIENTS_OF: Readonly<Record<Channel, readonly Client[]>> = {
  luxi: ['raw', 'ganeti'],
  wconfd: ['raw', 'ganeti'],
  node: ['raw'],
};

/** So many requests of the timed ones are sent once more, for their system calls to be counted. */
const COUNTED = 20;

/**
 * Sends one request again and again to a daemon of a cluster that has just been restored: by each client
 * first with nothing else going on, for its times, then for its system calls, which take longer meanwhile.
 *
 * @throws PerfError (exit 4) when the daemon refuses it, or not every system call was seen
 */
export async function probeOnce(
  testbed: ContainerTestbed,
  request: ProbeRequest,
  context: ProbeContext,
): Promise<Probed> {
  const { plan } = testbed;
  const { tracer } = context;
  return onNodes(testbed, `probe ${request.channel} ${request.method}`, context, async () => {
    await timed(context, 'restore', () =>
      together(context, [
        ({ signal }) => restoreNodes(testbed, signal),
        () => tracer.prepare(testbed, context.signal),
      ]),
    );
    const watch = await watchContainers(plan.runId, context.signal);
    try {
      const { signal } = watch;
      const host = await timed(context, 'attach', () => tracer.beside(testbed, signal));
      try {
        await timed(context, 'daemons', () => startDaemons(plan, signal));
        await timed(context, 'settle before', () =>
          untracedRest('probe', { plan, host, log: context.log, signal }),
        );
        return await probeClients(plan.master, host, request, signal);
      } finally {
        await host.close();
      }
    } finally {
      await watch.close();
    }
  });
}

async function probeClients(
  master: NodePlan,
  host: TracerHost,
  request: ProbeRequest,
  signal: AbortSignal,
): Promise<Probed> {
  const clients: ProbedClient[] = [];
  let heap: ProbedHeap | null = null;
  for (const client of CLIENTS_OF[request.channel]) {
    const requests = requestsOf(request, client, master);
    const sent = await sendRequests(master, requests, signal);
    if (client === 'raw') heap = heapOf(request.channel, sent);
    clients.push({
      client,
      nanoseconds: sent.nanoseconds,
      sent: sum(sent.sent),
      received: sum(sent.received),
      systemCalls: await countCalls(master, host, requests, sent.nanoseconds.length, signal),
    });
  }
  return { clients, heap };
}

function requestsOf(request: ProbeRequest, client: Client, master: NodePlan): Requests {
  const { channel, method, args, concurrency, repeat } = request;
  const daemon = channel === 'node' ? undefined : DAEMONS[channel];
  return {
    // Of those that other runs on this machine start, none has the same.
    name: `probe-${randomBytes(4).toString('hex')}`,
    ...{ client, channel, args, concurrency, repeat, counted: false },
    address: daemon?.socket ?? master.address,
    method: channel === 'wconfd' ? asWconfdNames(method) : method,
    ...(daemon && { log: daemon.log }),
  };
}

/** Its functions are Haskell's; Ganeti's Python calls them by the same names with a capital letter. */
const asWconfdNames = (method: string): string =>
  method.slice(0, 1).toLowerCase() + method.slice(1);

async function countCalls(
  master: NodePlan,
  host: TracerHost,
  timedRequests: Requests,
  timedCount: number,
  signal: AbortSignal,
): Promise<ProbedClient['systemCalls']> {
  const repeat = Math.min(timedCount, COUNTED);
  const requests = { ...timedRequests, repeat, counted: true };
  const work = (): Promise<Sent> => sendRequests(master, requests, signal);
  const { result, lines } = await withSocketCalls(host, requests.name, work, signal);
  const calls = readSocketCalls(lines, repeat);
  const messages = { sent: sum(result.sent), received: sum(result.received) };
  checkSocketCalls(calls, requests.channel === 'node' ? undefined : messages);
  return calls;
}

function heapOf(channel: Channel, { collections }: Sent): ProbedHeap | null {
  if (channel === 'node') return null;
  const read = collections.map(([after, allocated, live, generation]) => ({
    ...{ after, allocated, live, generation },
  }));
  return { daemon: DAEMONS[channel].name, ...allocationOf(read) };
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
