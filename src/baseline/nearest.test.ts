import { expect, it } from 'vitest';
import type { Topology } from '../model/environment.ts';
import { aBaseline, CLUSTER, GANETI } from '../../test/support/documents.ts';
import { nearestBaseline } from './nearest.ts';

const of = (version: string, cluster: Topology) =>
  aBaseline({}, { ganeti: { ...GANETI, version }, cluster });
const grown: Topology = { ...CLUSTER, configInstances: 1000 };

it.each([
  ['the same', [of('3.0.2', grown), of('3.1.0', grown)], 0],
  ['the same size of another series', [of('3.0.2', CLUSTER), of('3.1.0', grown)], 1],
  ['the same configuration', [of('3.0.2', CLUSTER), of('3.0.2', { ...grown, nodes: 5 })], 1],
  ['the newest, where no series is the same', [of('2.16.1', grown), of('3.1.0', grown)], 1],
])('%s', (_, baselines, expected) => {
  const version = expected === 0 ? '3.0.7' : '3.2.0';
  expect(nearestBaseline(baselines, { version, cluster: grown })).toBe(baselines[expected]);
});

it('there is none where nothing is known', () => {
  expect(nearestBaseline([], { version: '3.0.2', cluster: CLUSTER })).toBeUndefined();
});
