import { Connections } from '../trace/events/connections.ts';
import type { EventOf, NodePort } from '../trace/events/event.ts';
import { span, type Span } from './span.ts';

/** Joins what one node sends with what another serves, by the connection that it went over. */
export class NodeRpcs {
  readonly #connections = new Connections<{ readonly pid: number; readonly span: Span }>();
  /** By process: the connection that it took last, and has forked nobody for yet. */
  readonly #accepted = new Map<number, NodePort>();
  /**
   * Sent and not served yet, by process, target and procedure. Several of the same are served one
   * for one: they are the same in all that the tree tells.
   */
  readonly #sent = new Map<string, Span[]>();
  readonly #callers = new Map<Span, string>();

  sent({ at, pid, procedure, target, caller }: EventOf<'rpc'>, parent: Span): Span {
    const rpc = span('rpc', `rpc ${procedure} → node${target}`, at, parent);
    const key = `${pid} ${target} ${procedure}`;
    const waiting = this.#sent.get(key);
    if (waiting) waiting.push(rpc);
    else this.#sent.set(key, [rpc]);
    this.#callers.set(rpc, caller);
    return rpc;
  }

  connected(event: EventOf<'connect'>, from: Span): void {
    this.#connections.opened(event, { pid: event.pid, span: from });
  }

  accepted({ pid, peer }: EventOf<'accept'>): void {
    this.#accepted.set(pid, peer);
  }

  /** The connection that a process forks a child for, if it has just taken one. */
  taken(pid: number, node: number): { readonly from: Span | undefined } | undefined {
    const peer = this.#accepted.get(pid);
    if (!peer) return undefined;
    this.#accepted.delete(pid);
    return { from: this.#connections.opener(peer, node)?.span };
  }

  /** The RPC that a handler has begun to serve; undefined where nobody was seen to send it. */
  served({ node, procedure, peer }: EventOf<'served'>): Span | undefined {
    const caller = this.#connections.opener(peer, node);
    const key = `${caller?.pid} ${node} ${procedure}`;
    const waiting = this.#sent.get(key);
    const rpc = waiting?.shift();
    if (waiting?.length === 0) this.#sent.delete(key);
    return rpc;
  }

  ended(pid: number): void {
    this.#accepted.delete(pid);
  }

  /** Which daemon, job or tool sent an RPC. */
  callerOf(rpc: Span): string | undefined {
    return this.#callers.get(rpc);
  }
}
