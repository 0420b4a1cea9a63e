import { describe, expect, it } from 'vitest';
import { captured, eventsOf, of } from '../../../test/support/traces.ts';
import { Connections, nodeAt } from './connections.ts';

const [connect] = of(eventsOf(captured('bookworm')), 'connect').filter(
  ({ peer }) => peer.port === 1811 && peer.node === 2,
);
const { node, port, peer } = connect!;

describe('Connections', () => {
  const connections = new Connections<string>();
  connections.opened(connect!, 'first');

  it("knows who opened one, by the opener's end and the node it goes to", () => {
    expect(connections.opener({ node, port }, peer.node)).toBe('first');
    expect(connections.opener({ node, port: port + 1 }, peer.node)).toBeUndefined();
    expect(connections.opener({ node: 3, port }, peer.node)).toBeUndefined();
    expect(connections.opener({ node, port }, 3)).toBeUndefined();
  });

  it('keeps apart what goes to two nodes from one port', () => {
    connections.opened({ ...connect!, peer: { node: 3, port: 1811 } }, 'second');
    expect(connections.opener({ node, port }, 2)).toBe('first');
    expect(connections.opener({ node, port }, 3)).toBe('second');
  });

  it('takes a look for a route for no connection', () => {
    connections.opened({ ...connect!, peer: { ...peer, port: 0 } }, 'lookup');
    expect(connections.opener({ node, port }, peer.node)).toBe('first');
  });

  it('gives a port to who opened it last', () => {
    connections.opened(connect!, 'third');
    expect(connections.opener({ node, port }, peer.node)).toBe('third');
  });
});

it.each([
  ['10.0.0.2', 2],
  ['127.0.0.1', 3],
  ['10.0.0.9', 0],
  ['', 0],
])('%j is, as node3 sees it, of node %i', (address, expected) => {
  expect(nodeAt(address, 3, new Map([['10.0.0.2', 2]]))).toBe(expected);
});
