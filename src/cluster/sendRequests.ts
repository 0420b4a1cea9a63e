import { validated } from '../model/validated.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { BelowSchema, MAX_REQUESTS, type Channel, type Client } from '../model/probe.ts';
import { invalidError } from '../platform/errors.ts';
import { projectRoot } from '../platform/projectRoot.ts';
import { docker } from './docker.ts';
import type { NodePlan } from './clusterPlan.ts';

/** What probes/request.py is told. */
export interface Requests {
  /** The name of its processes, by which a tracer knows them: 15 bytes at the most. */
  readonly name: string;
  readonly client: Client;
  readonly channel: Channel;
  /** A socket's path, or a node's address. */
  readonly address: string;
  readonly method: string;
  readonly args: readonly unknown[];
  readonly concurrency: number;
  /** null: until `until` is known. */
  readonly repeat: number | null;
  /** What is to be known: how long a request takes, or what it makes the daemon allocate, whatever its times. */
  readonly until: keyof typeof UNTIL_KNOWN;
  /** Where the daemon's runtime tells of its collections; undefined: nowhere. */
  readonly log?: string | undefined;
  /** Whether a tracer counts. */
  readonly counted: boolean;
}

/**
 * Until it is known: at least so many requests, so many more each time, at most so many, and how well the times.
 * Where a runtime tells of its heap, also whatever comes first of so many requests and so many seconds, since what
 * a request allocates is known to one request or one collection of them all.
 */
const UNTIL_KNOWN = {
  latency: { least: 20, step: 10, most: 200, tolerance: 0.02, enough: 100, seconds: 5 },
  allocation: { least: 20, step: 20, most: 1000, tolerance: 1e9, enough: 1000, seconds: 5 },
} as const;
/** Requests of each process before any is timed: connections are made, code and data are in the caches. */
const WARM_UP = 3;
const NODED_PORT = 1811;
/** One request may take a minute, and all of them together that many milliseconds. */
const TIMEOUT = 60 * 60_000;

const Numbers = z.array(z.int().min(0)).min(1).max(MAX_REQUESTS);
const SentSchema = z.strictObject({
  nanoseconds: Numbers,
  sent: Numbers,
  received: Numbers,
  below: BelowSchema.optional(),
  /** After how many requests each was seen, bytes allocated and live, the generation. */
  collections: z
    .array(z.tuple([z.int().min(0), z.int().min(0), z.int().min(0), z.int().min(0)]))
    .max(10_000_000),
});
/** What came of the requests, in the order in which they ended. */
export type Sent = z.infer<typeof SentSchema>;

/**
 * Sends requests on the master.
 *
 * @throws PerfError (exit 4) when the daemon refuses one, or does not reply; with what it said
 */
export async function sendRequests(
  master: NodePlan,
  requests: Requests,
  signal?: AbortSignal,
): Promise<Sent> {
  const input = await readFile(join(projectRoot(), 'probes', 'request.py'), 'utf8');
  const spec = { ...UNTIL_KNOWN[requests.until], ...requests, warmUp: WARM_UP, port: NODED_PORT };
  const { stdout, stderr, exitCode } = await docker(
    ['exec', '--interactive', master.container, 'python3', '-', JSON.stringify(spec)],
    { input, signal, timeout: TIMEOUT, reject: false, maxBuffer: 256 * 1024 ** 2 },
  );
  if (exitCode === 0) return parseSent(stdout);
  const { channel, method } = requests;
  const [said = ''] = stderr.trim().split('\n').slice(-1);
  throw invalidError(
    `the request ${channel} ${method} failed (exit status ${exitCode}): ${said.slice(0, 1000)}`,
  );
}

/** @throws PerfError (exit 4) when it is not what the program writes */
export function parseSent(text: string): Sent {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    document = undefined;
  }
  const read = validated(SentSchema, document);
  if (read.success) return read.data;
  throw invalidError(
    `what was measured of the requests is not readable: ${text.slice(0, 120)} (${String(read.error.issues[0]?.message)})`,
  );
}
