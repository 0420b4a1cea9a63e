import { expect, it } from 'vitest';
import { cpuShares } from './shares.ts';

const ofAll = (nodes: number): (string | undefined)[] =>
  (['node', 'master', 'tracer'] as const).map((role) => cpuShares(role, nodes)[1]);

it.each([
  [1, undefined, undefined, undefined],
  [4, undefined, undefined, undefined],
  [5, '1024', '2048', '2048'],
  [8, '1024', '2048', '2048'],
  [29, '1024', '8192', '8192'],
  [80, '1024', '20480', '8192'],
])('of %i nodes, each has %s, the master %s and the tracer %s', (nodes, ...shares) => {
  expect(ofAll(nodes)).toEqual(shares);
});
