import type { EventOf, NodePort } from '../trace/event.ts';
import { span, type Span } from './span.ts';

/** Joins what one node sends with what another serves, by the connection that it went over. */
export class NodeRpcs {
  /** Who opened a connection, by its end on their side. */
  readonly #opened = new Map<string, { readonly pid: number; readonly span: Span }>();
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
    this.#sent.set(key, [...(this.#sent.get(key) ?? []), rpc]);
    this.#callers.set(rpc, caller);
    return rpc;
  }

  connected({ node, port, pid }: EventOf<'connect'>, from: Span): void {
    this.#opened.set(`${node}:${port}`, { pid, span: from });
  }

  accepted({ pid, peer }: EventOf<'accept'>): void {
    this.#accepted.set(pid, peer);
  }

  /** The connection that a process forks a child for, if it has just taken one. */
  taken(pid: number): { readonly from: Span | undefined } | undefined {
    const peer = this.#accepted.get(pid);
    if (!peer) return undefined;
    this.#accepted.delete(pid);
    return { from: this.#opened.get(`${peer.node}:${peer.port}`)?.span };
  }

  /** The RPC that a handler has begun to serve; undefined where nobody was seen to send it. */
  served({ node, procedure, peer }: EventOf<'served'>): Span | undefined {
    const caller = this.#opened.get(`${peer.node}:${peer.port}`);
    return this.#sent.get(`${caller?.pid} ${node} ${procedure}`)?.shift();
  }

  /** Which daemon, job or tool sent an RPC. */
  callerOf(rpc: Span): string | undefined {
    return this.#callers.get(rpc);
  }
}
