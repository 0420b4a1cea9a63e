import { describe, expect, it } from 'vitest';
import { fixture } from '../../../test/support/traces.ts';
import { CostsSchema, MAX_CENTRES, MAX_DEPTH, MAX_STACKS } from '../../model/costCentres.ts';
import { costsOf, foldedStacks, readCostProfile } from './costProfile.ts';

interface Node {
  readonly id: number;
  readonly entries: number;
  readonly ticks: number;
  readonly alloc: number;
  readonly children: readonly Node[];
}

const node = (
  id: number,
  cost: readonly [number, number],
  children: readonly Node[] = [],
): Node => ({
  ...{ id, entries: 1, ticks: cost[0], alloc: cost[1], children },
});

/** A file of the runtime's form: the cost centres are `A.f1`, `A.f2`, ... */
const fileWith = (profile: unknown, names: readonly (readonly [string, string])[] = []): string =>
  JSON.stringify({
    ...{ program: 'ganeti-luxid', total_ticks: 10, tick_interval: 1000, total_alloc: 100 },
    cost_centres: Array.from({ length: 2_000 }, (_, id) => {
      const [module, label] = names[id] ?? ['A', `f${id}`];
      return { id, module, label, src_loc: 'A.hs', is_caf: false };
    }),
    profile,
  });

const costs = (profile: unknown) => costsOf(readCostProfile(fileWith(profile)));

describe('the costs of a profile', () => {
  it('are its own for each cost centre, and with all that it called, wherever from', () => {
    const shared = node(3, [1, 10]);
    const { centres, ...all } = costs(
      node(0, [0, 1], [node(1, [2, 20], [shared]), node(2, [3, 0], [shared])]),
    );
    expect(all).toMatchObject({ seconds: 0.007, ticks: 7, allocated: 41 });
    expect(new Map(centres.map(({ name, ...rest }) => [name, rest]))).toEqual(
      new Map([
        ['A.f0', { entries: 1, individual: cost(0, 1), inherited: cost(7, 41) }],
        ['A.f1', { entries: 1, individual: cost(2, 20), inherited: cost(3, 30) }],
        ['A.f2', { entries: 1, individual: cost(3, 0), inherited: cost(4, 10) }],
        ['A.f3', { entries: 2, individual: cost(2, 20), inherited: cost(2, 20) }],
      ]),
    );
  });

  it('are not counted twice where a function calls itself', () => {
    const { centres } = costs(
      node(0, [0, 0], [node(1, [1, 1], [node(2, [1, 1], [node(1, [5, 5])])])]),
    );
    expect(centres.find(({ name }) => name === 'A.f1')).toMatchObject({
      ...{ entries: 2, individual: cost(6, 6), inherited: cost(7, 7) },
    });
  });

  it('leave out what the profiler costs, and have the stacks in order', () => {
    const file = fileWith(node(0, [0, 0], [node(1, [9, 9]), node(2, [1, 2], [node(3, [1, 2])])]), [
      ['MAIN', 'MAIN'],
      ['PROFILING', 'OVERHEAD_of'],
      ['Ganeti.Config', 'parseConfig'],
    ]);
    expect(costsOf(readCostProfile(file)).stacks).toEqual([
      { depth: 0, name: 'MAIN.MAIN', ticks: 2, allocated: 4 },
      { depth: 1, name: 'Ganeti.Config.parseConfig', ticks: 2, allocated: 4 },
      { depth: 2, name: 'A.f3', ticks: 1, allocated: 2 },
    ]);
  });

  it('of very many are those of the largest, which hang together', () => {
    const leaves = Array.from({ length: 900 }, (_, k) =>
      node(k + 10, [0, 100 + k], [node(1, [0, 60])]),
    );
    const kept = costs(node(0, [0, 0], [node(2, [0, 0], leaves)]));
    expect(CostsSchema.safeParse(kept).success).toBe(true);
    expect(kept.centres).toHaveLength(MAX_CENTRES);
    expect(kept.stacks).toHaveLength(MAX_STACKS);
    expect(kept.stacks.some(({ name }) => name === 'A.f909')).toBe(true);
    // There were 900.
    expect(kept.stacks.filter(({ name }) => name === 'A.f1').length).toBeLessThan(100);
  });

  it('of a daemon that did nothing are none', () => {
    expect(costs(node(0, [0, 0]))).toEqual({
      ...{ seconds: 0, ticks: 0, allocated: 0, centres: [], stacks: [] },
    });
  });
});

const cost = (ticks: number, allocated: number) => ({ ticks, allocated });

/**
 * Of confd during `instance-restart`. Stacks of less than 4000 bytes, and the cost centres that were in no other, are taken
 * out of it.
 */
describe('a profile of confd', () => {
  const profile = readCostProfile(fixture('profile/confd.prof'));
  const { centres, stacks, allocated, seconds } = costsOf(profile);

  it('says what its functions cost', () => {
    expect(profile.nodes[0]).toMatchObject({ depth: 0, name: 'MAIN.MAIN' });
    expect({ allocated, seconds }).toEqual({ allocated: 19_717_160, seconds: 0.032 });
    const [most] = centres.toSorted((a, b) => b.individual.allocated - a.individual.allocated);
    expect(most).toMatchObject({ name: 'Text.JSON.String.readJSRational' });
    const parse = centres.find(({ name }) => name === 'Ganeti.Config.parseConfig');
    expect(parse?.inherited).toEqual({ ticks: 19, allocated: 15_925_616 });
  });

  it('has the same sum by cost centre and by stack', () => {
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    expect(sum(profile.nodes.map(({ individual }) => individual.allocated))).toBe(allocated);
    expect(stacks[0]?.allocated).toBe(allocated);
    const lines = foldedStacks(profile, 'allocated').trim().split('\n');
    expect(sum(lines.map((line) => Number(line.split(' ').at(-1))))).toBe(allocated);
  });

  it('leaves out what the collector of garbage and the profiler cost', () => {
    expect(centres.filter(({ name }) => /^(?:GC|SYSTEM|PROFILING)\./.test(name))).toEqual([]);
  });
});

describe('folded stacks', () => {
  it('have one line for each stack that cost something, and no name that could be two', () => {
    const file = fileWith(node(0, [0, 7], [node(1, [3, 0]), node(2, [1, 5])]), [
      ['MAIN', 'MAIN'],
      ['A', 'f;g h\n9'],
    ]);
    const profile = readCostProfile(file);
    expect(foldedStacks(profile, 'allocated')).toBe('MAIN.MAIN 7\nMAIN.MAIN;A.f2 5\n');
    expect(foldedStacks(profile, 'ticks')).toBe('MAIN.MAIN;A.f_g_h_9 3\nMAIN.MAIN;A.f2 1\n');
  });
});

describe('a file that is no profile', () => {
  const deep = (levels: number): string =>
    `${'{"id":1,"entries":1,"ticks":1,"alloc":1,"children":['.repeat(levels)}${']}'.repeat(levels)}`;
  const raw = (profile: string): string => fileWith('HERE').replace('"HERE"', profile);

  it.each([
    ['nothing', '', 'not whole'],
    ['cut off', fileWith(node(0, [0, 0])).slice(0, -9), 'not whole'],
    ['a list', '[]', 'expected object'],
    ['without stacks', fileWith(undefined), 'profile'],
    ['of a cost centre that it does not name', fileWith(node(99_999, [0, 0])), 'no cost centre'],
    ['with less than nothing', fileWith(node(0, [0, -1])), 'alloc'],
    [
      'with more than a number holds',
      raw('{"id":0,"entries":1,"ticks":0,"alloc":1e300,"children":[]}'),
      'alloc',
    ],
    [
      'with children that are none',
      raw('{"id":0,"entries":1,"ticks":0,"alloc":1,"children":[null]}'),
      'object',
    ],
    ['deeper than a stack can be', raw(deep(MAX_DEPTH + 2)), 'deep'],
    ['so deep that a call for each level would end us', raw(deep(200_000)), 'deep'],
  ])('%s', (_, text, why) => {
    expect(() => readCostProfile(text)).toThrow('no profile of its costs');
    expect(() => readCostProfile(text)).toThrow(why);
  });

  it('may have names of any length and kind: what is kept of them is short', () => {
    const file = fileWith(node(0, [1, 1]), [['M'.repeat(1e6), '__proto__'.repeat(1e5)]]);
    const kept = costsOf(readCostProfile(file));
    expect(CostsSchema.safeParse(kept).success).toBe(true);
  });
});
