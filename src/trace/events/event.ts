import type { Traffic } from './rawEvent.ts';

/**
 * One thing that the cluster did, and who did it: a line of `events.jsonl`.
 *
 * `caller` names the Ganeti daemon, job process or command-line tool that caused it: `ganeti-noded`,
 * `job`, `gnt-instance`, `sshd` (a command that came over ssh), `driver` (the workload's own steps).
 */
export interface Origin {
  /** Nanoseconds since the trace's first event. */
  readonly at: number;
  /** The number of the node, 1 being the master. */
  readonly node: number;
  readonly pid: number;
  /** The thread; of a process's first one it is the process's own number. */
  readonly tid: number;
  readonly caller: string;
  /** The id of the job that the process runs, if it is one. */
  readonly job?: number;
  /** Done only because something else was not ready: counted apart; see waiting.ts of src/cause. */
  readonly waiting?: true;
}

export type Channel = 'luxi' | 'wconfd' | 'node' | 'confd' | 'metad' | 'rapi' | 'other';
export type StateFile = 'jobfile' | 'config' | 'locks';

/** One end of a TCP connection: a node's number, 0 where it is none of the cluster's, and a port. */
export interface NodePort {
  readonly node: number;
  readonly port: number;
}

export type TraceEvent = Origin &
  (
    | {
        readonly kind: 'execve';
        /** The last part of the path that was executed. */
        readonly program: string;
        /** The first arguments, each cut at 256 bytes. */
        readonly argv: readonly string[];
        /** False for an attempt that found no such file, as in a search along PATH. */
        readonly succeeded: boolean;
      }
    | {
        readonly kind: 'rpc';
        readonly channel: Channel;
        readonly procedure: string;
        /** The number of the node it goes to; 0 where that is not known. Of `rapi` it is also who tells. */
        readonly target: number;
        /** Which connection to a daemon's socket it went over; see `reply`. */
        readonly connection?: number;
        /** One call sent all of it; of requests over a connection, where it is known. */
        readonly isWhole?: boolean;
        /** The level of the first lock that is asked for, e.g. `instance`; of `updateLocksWaiting`. */
        readonly lockLevel?: string;
      }
    /** What a daemon answered over a connection of its socket; `text` is cut at 256 bytes. */
    | { readonly kind: 'reply'; readonly connection: number; readonly text: string }
    /** What went over a channel since the tracer began, as told at a mark. */
    | ({ readonly kind: 'traffic'; readonly channel: Channel } & Traffic)
    /** A node RPC as the node daemon that serves it sees it; `peer` is the caller's end. */
    | { readonly kind: 'served'; readonly procedure: string; readonly peer: NodePort }
    /** A TCP connection that was begun from `port`, and one that was taken. */
    | { readonly kind: 'connect'; readonly port: number; readonly peer: NodePort }
    | { readonly kind: 'accept'; readonly peer: NodePort }
    /** A process, `child`, that was forked; not a thread. */
    | { readonly kind: 'fork'; readonly child: number }
    | {
        readonly kind: 'statefile';
        readonly family: StateFile;
        readonly file: string;
        readonly bytes: number;
        /** The job whose file was written. */
        readonly jobFile?: number;
      }
    | { readonly kind: 'fsync' }
    | { readonly kind: 'sleep'; readonly seconds: number }
    | {
        readonly kind: 'exit';
        /** The program the process was running at its end, e.g. `ssh`. */
        readonly program: string;
        /** When it was forked; 0 for a process that was there before the trace. */
        readonly startedAt: number;
        /** Bytes; undefined where it never exceeded the process that it was forked from. */
        readonly peakRss?: number;
        readonly cpuSeconds: number;
      }
    /** See mark.ts; `clock` is the node's own time then, in microseconds since 1970. */
    | { readonly kind: 'mark'; readonly label: string; readonly clock: number }
  );

export type EventOf<K extends TraceEvent['kind']> = Extract<TraceEvent, { kind: K }>;

/** Callers whose events are not the workload's: they are periodic, or from us. */
export const BACKGROUND: ReadonlySet<string> = new Set(['ganeti-mond']);
export const DRIVER = 'driver';
/** What was never seen to start, and is none of the processes that stand in every container. */
export const UNATTRIBUTED = 'unattributed';
