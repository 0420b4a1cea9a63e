import type { EventOf, NodePort } from './event.ts';

/** Who opened which TCP connection: what tells its two ends' events that they belong together. */
export class Connections<T> {
  readonly #openers = new Map<string, T>();

  opened({ node, port, peer }: EventOf<'connect'>, by: T): void {
    // A datagram's socket connects to port 0 to learn of a route; its own port may be another's too.
    if (peer.port !== 0) this.#openers.set(nameOf({ node, port }, peer.node), by);
  }

  /** @param peer the opener's end, as a process on `node` sees it */
  opener(peer: NodePort, node: number): T | undefined {
    return this.#openers.get(nameOf(peer, node));
  }
}

/** The node that an address is of, as seen from `here`; 0 where it is none of the cluster's. */
export const nodeAt = (
  address: string,
  here: number,
  nodeOf: ReadonlyMap<string, number>,
): number => (address.startsWith('127.') ? here : (nodeOf.get(address) ?? 0));

/** Two connections of a node may have one port, if they go to different nodes. */
const nameOf = (from: NodePort, to: number): string => `${from.node}:${from.port} ${to}`;
