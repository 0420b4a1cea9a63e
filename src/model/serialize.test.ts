import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialize } from './serialize.ts';

describe('serialize', () => {
  it('sorts keys at every depth, keeps arrays in order and ends with a newline', () => {
    expect(serialize({ b: [2, 1, { z: 1, a: 2 }], a: { d: 1, c: null } })).toBe(
      '{\n  "a": {\n    "c": null,\n    "d": 1\n  },\n  "b": [\n    2,\n    1,\n    {\n' +
        '      "a": 2,\n      "z": 1\n    }\n  ]\n}\n',
    );
  });

  it('gives the same text whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
        const reversed = Object.fromEntries(Object.entries(document).reverse());
        expect(serialize(reversed)).toBe(serialize(document));
      }),
    );
  });

  it('loses nothing, whatever the keys are called', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        expect(JSON.parse(serialize(document))).toEqual(JSON.parse(JSON.stringify(document)));
      }),
    );
    expect(serialize(JSON.parse('{"__proto__": 1, "constructor": 2}'))).toContain('"__proto__": 1');
  });
});
