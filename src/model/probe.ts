import * as z from 'zod';
import { EnvironmentSchema, GanetiSchema, TopologySchema } from './environment.ts';

export const PROBE_SCHEMA = 'ganeti-perf/probe/1';

/**
 * Where a request is sent: to a socket of luxid, wconfd or metad on the master, its confd, or its node daemon. Of
 * `config`, a request is a method of Ganeti's own ConfigWriter, with all that it asks wconfd for.
 */
export const CHANNELS = ['luxi', 'wconfd', 'config', 'node', 'confd', 'metad'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `raw` does as little as can be done, so that the time is the daemon's; `ganeti` is Ganeti's own client. */
export const CLIENTS = ['raw', 'ganeti'] as const;
export type Client = (typeof CLIENTS)[number];

/** The most requests of one probe, and the most that are sent at once. */
export const MAX_REQUESTS = 100_000;
export const MAX_CONCURRENCY = 64;
/** The most sizes of a cluster that one probe is of: each of twelve with each of twelve. */
const MAX_SIZES = 144;

/** On the wire, a procedure of a node's or a method of a daemon's. */
export const METHOD_PATTERN = /^[A-Za-z_][A-Za-z0-9_]{0,79}$/;

const Amount = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

/** System calls of one end on the sockets of a probe's requests, in one direction; sums over all requests. */
const CallsSchema = z.strictObject({
  calls: Amount,
  /** Of these, the ones that failed, most because there was nothing to read yet: how many depends on time. */
  failed: Amount,
  bytes: Amount,
});
export type Calls = z.infer<typeof CallsSchema>;

const EndSchema = z.strictObject({ receive: CallsSchema, send: CallsSchema });

/** Requests of another round: of those that are timed, no system call is counted. */
export const SocketCallsSchema = z.strictObject({
  requests: z.int().min(1).max(MAX_REQUESTS),
  client: EndSchema,
  daemon: EndSchema,
});
export type SocketCalls = z.infer<typeof SocketCallsSchema>;

/** The requests to wconfd that the methods of a ConfigWriter made; sums over all of them. */
export const BelowSchema = z.strictObject({
  requests: z
    .array(
      z.strictObject({
        method: z.string().regex(METHOD_PATTERN),
        /** How long each took that was granted what it asked for. */
        nanoseconds: z.array(Amount).max(MAX_REQUESTS),
        /** How many were told to ask again, as somebody else had the lock of the configuration. */
        again: Amount,
        sent: Amount,
        received: Amount,
      }),
    )
    .max(100),
  /** For how long each method that locked the configuration had it to itself, answer to answer. */
  held: z.array(Amount).max(MAX_REQUESTS),
});
export type Below = z.infer<typeof BelowSchema>;

const ProbedClientSchema = z.strictObject({
  client: z.enum(CLIENTS),
  /** How long each request took, in the order in which they ended. */
  nanoseconds: z.array(Amount).min(1).max(MAX_REQUESTS),
  /** Bytes of all messages: of TLS, what is inside of it. */
  sent: Amount,
  received: Amount,
  systemCalls: SocketCallsSchema,
  /** Of the channel `config` only. */
  below: BelowSchema.optional(),
});
export type ProbedClient = z.infer<typeof ProbedClientSchema>;

/** What GHC's runtime told of a daemon's heap while requests were timed. */
export const ProbedHeapSchema = z.strictObject({
  daemon: z.string().max(80),
  /** Bytes allocated for each request, and by how much that may be wrong; null: too few collections. */
  allocated: z.strictObject({ perRequest: Amount, error: Amount }).nullable(),
  collections: Amount,
  /** Bytes that survived a major collection, at the most; null: there was none. */
  maxLive: Amount.nullable(),
});
export type ProbedHeap = z.infer<typeof ProbedHeapSchema>;

const probedShape = {
  ganeti: GanetiSchema,
  clients: z.array(ProbedClientSchema).min(1).max(CLIENTS.length),
  /** null: the daemon is none of Haskell's. */
  heap: ProbedHeapSchema.nullable(),
};
const ProbedGanetiSchema = z.strictObject(probedShape);
/** What a request cost one Ganeti. */
export type ProbedGaneti = z.infer<typeof ProbedGanetiSchema>;
export type Probed = Omit<ProbedGaneti, 'ganeti'>;

const requestShape = {
  channel: z.enum(CHANNELS),
  method: z.string().regex(METHOD_PATTERN),
  args: z.array(z.json()).max(10_000),
  concurrency: z.int().min(1).max(MAX_CONCURRENCY),
};

const besideShape = {
  /** A second Ganeti, which the request was sent to in turns with the first. */
  against: ProbedGanetiSchema.optional(),
};

/** `probe.json`: what one request, sent again and again, cost. */
export const ProbeSchema = z.strictObject({
  schema: z.literal(PROBE_SCHEMA),
  ...requestShape,
  environment: EnvironmentSchema,
  cluster: TopologySchema,
  ...probedShape,
  ...besideShape,
});
export type ProbeResult = z.infer<typeof ProbeSchema>;

export const PROBE_SIZES_SCHEMA = 'ganeti-perf/probe-sizes/1';

/** `probe.json`, where the same request was sent to clusters of several sizes, one after the other. */
export const ProbeSizesSchema = z.strictObject({
  schema: z.literal(PROBE_SIZES_SCHEMA),
  ...requestShape,
  environment: EnvironmentSchema,
  sizes: z
    .array(z.strictObject({ cluster: TopologySchema, ...probedShape, ...besideShape }))
    .min(1)
    .max(MAX_SIZES),
});
export type ProbeSizes = z.infer<typeof ProbeSizesSchema>;
