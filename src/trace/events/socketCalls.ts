import * as z from 'zod';
import type { Calls, SocketCalls } from '../../model/probe.ts';
import { incompleteError, invalidError } from '../../platform/errors.ts';
import { CLIENT_END, DAEMON_END, READY, RECEIVES, SENDS } from '../program/socketCallsProgram.ts';

const CountsSchema = z.record(z.string(), z.int().min(0));
const MapSchema = z.union([
  z.strictObject({ '@calls': CountsSchema }),
  z.strictObject({ '@failed': CountsSchema }),
  z.strictObject({ '@bytes': CountsSchema }),
]);
const LineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('attached_probes') }),
  z.object({ type: z.literal('value'), data: z.literal(READY) }),
  z.object({ type: z.literal('map'), data: MapSchema }),
  // Whatever of it could not be counted.
  z.object({ type: z.literal('lost_events') }),
  z.object({ type: z.literal('helper_error'), msg: z.string() }),
]);

/** Whether a line says that all probes are attached. */
export const saysReady = (line: string): boolean => parsed(line)?.type === 'value';

/**
 * What the program of socketCallsProgram.ts counted, from its lines.
 *
 * @param requests that were sent in each round
 * @returns the calls of each round
 * @throws PerfError (exit 4) when a call was lost, or the lines are none of that program's
 */
export function readSocketCalls(
  lines: readonly string[],
  requests: readonly number[],
): SocketCalls[] {
  const counts: { [map: string]: Readonly<Record<string, number>> } = {};
  for (const line of lines) {
    const read = parsed(line);
    if (read?.type === 'helper_error' || read?.type === 'lost_events') {
      const why = read.type === 'helper_error' ? `: ${read.msg}` : '';
      throw incompleteError(`system calls were lost while they were counted${why}`);
    }
    if (read?.type === 'map') Object.assign(counts, read.data);
  }
  const sum = (map: string, round: number, end: number, calls: readonly string[]): number => {
    const of = counts[map];
    if (!of)
      throw invalidError(`the tracer counted no system calls: it did not print its map ${map}`);
    return calls.reduce((total, call) => total + (of[`${round},${end},${call}`] ?? 0), 0);
  };
  const direction = (round: number, end: number, calls: readonly string[]): Calls => ({
    calls: sum('@calls', round, end, calls),
    failed: sum('@failed', round, end, calls),
    bytes: sum('@bytes', round, end, calls),
  });
  const both = (round: number, end: number) => ({
    receive: direction(round, end, RECEIVES),
    send: direction(round, end, SENDS),
  });
  return requests.map((sent, round) => ({
    requests: sent,
    client: both(round, CLIENT_END),
    daemon: both(round, DAEMON_END),
  }));
}

/**
 * Holds what the kernel saw against what the client itself says of its messages, and one end against the other.
 *
 * @param messages bytes of all messages; undefined where they are inside of TLS
 * @throws PerfError (exit 4) when they differ: then a call was not seen
 */
export function checkSocketCalls(
  { client, daemon }: SocketCalls,
  messages: { readonly sent: number; readonly received: number } | undefined,
): void {
  const pairs = [
    ['the client sent', client.send.bytes, 'the daemon received', daemon.receive.bytes],
    ...(messages
      ? ([
          ['the client sent', client.send.bytes, 'its messages have', messages.sent],
          ['the client received', client.receive.bytes, 'the replies have', messages.received],
          ['the daemon sent', daemon.send.bytes, 'the replies have', messages.received],
        ] as const)
      : []),
  ] as const;
  for (const [what, bytes, other, others] of pairs) {
    if (bytes > 0 && bytes === others) continue;
    throw incompleteError(
      `not all system calls were seen: by them ${what} ${bytes} bytes, where ${other} ${others}`,
    );
  }
}

/** A line of ours, or nothing for an empty one. */
function parsed(line: string): z.infer<typeof LineSchema> | undefined {
  if (line.trim() === '') return undefined;
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    message = undefined;
  }
  const read = LineSchema.safeParse(message);
  if (read.success) return read.data;
  throw invalidError(`unknown line of the tracer: ${line.slice(0, 120)}`);
}
