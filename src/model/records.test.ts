import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedEntries } from './records.ts';

it('tells what was changed, added and taken away, sorted by key', () => {
  const before = { z: 1, same: 'x', gone: 2 };
  expect(changedEntries(before, { z: 3, same: 'x', added: null, a: 4 })).toEqual([
    { key: 'a', before: null, after: 4 },
    { key: 'gone', before: 2, after: null },
    { key: 'z', before: 1, after: 3 },
  ]);
});

it('compares in depth', () => {
  const before = { a: { kind: 'exact', value: 1 }, b: [1, 2] };
  const after = { a: { kind: 'exact', value: 2 }, b: [1, 2] };
  expect(changedEntries<unknown>(before, after).map(({ key }) => key)).toEqual(['a']);
});

it('takes the names that objects inherit, and the marks of the library, as plain keys', () => {
  const keys = ['hasOwnProperty', 'constructor', 'toString', 'a', 'a__added', 'a__deleted'];
  const records = fc.uniqueArray(fc.constantFrom(...keys)).map((chosen) => new Set(chosen));
  const recordOf = (chosen: ReadonlySet<string>) =>
    Object.fromEntries([...chosen].map((key) => [key, key]));
  fc.assert(
    fc.property(records, records, (before, after) => {
      const expected = keys.filter((key) => before.has(key) !== after.has(key)).sort();
      const changed = changedEntries(recordOf(before), recordOf(after));
      expect(changed.map(({ key }) => key)).toEqual(expected);
    }),
  );
});
