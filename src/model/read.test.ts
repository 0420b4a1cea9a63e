import { describe, expect, it } from 'vitest';
import { PerfError } from '../platform/errors.ts';
import { aBaseline, aMeasurement, aWorkload } from '../../test/support/documents.ts';
import { MAX_FILE_CHARACTERS } from './json.ts';
import { parseBaseline, parseComparison, parseMeasurement, parsePublished } from './read.ts';
import { serialize } from './serialize.ts';

const measurement = aMeasurement([
  aWorkload('cluster-verify', { 'execve/ganeti-noded/lvs': [3, 3], wall: [20.5, 21] }),
]);
const baseline = aBaseline({
  'execve/ganeti-noded/lvs': { kind: 'exact', unit: 'count', value: 3 },
});

const text = serialize(measurement);

/** The message of the usage error that `work` must throw. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(PerfError);
    expect((error as PerfError).exitCode).toBe(2);
    return (error as PerfError).message;
  }
  throw new Error('nothing was refused');
}

describe('reading what was written', () => {
  it('gives it back', () => {
    expect(parseMeasurement(text, 'm.json')).toEqual(measurement);
    expect(parseBaseline(serialize(baseline), 'b.json')).toEqual(baseline);
    expect(parsePublished(text, 'm.json')).toEqual({ kind: 'measurement', document: measurement });
    expect(parsePublished(serialize(baseline), 'b.json')).toEqual({
      kind: 'baseline',
      document: baseline,
    });
  });

  it('takes the line ends of other systems, and their mark of UTF-8', () => {
    const other = `\uFEFF${serialize(baseline).replaceAll('\n', '\r\n')}`;
    expect(parseBaseline(other, 'b.json')).toEqual(baseline);
  });

  it('takes environment names that objects inherit as plain names', () => {
    const untrusted = {
      ...measurement,
      environment: { constructor: 'x', toString: 1, valueOf: 2 },
    };
    const { environment } = parseMeasurement(serialize(untrusted), 'm.json');
    expect(Object.entries(environment).sort()).toEqual([
      ['constructor', 'x'],
      ['toString', 1],
      ['valueOf', 2],
    ]);
  });
});

describe('a file that cannot be used is refused by name', () => {
  const cases: [string, string, RegExp[]][] = [
    ['is cut short', text.slice(0, -20), [/m\.json is not complete JSON/, /cut short/]],
    ['is empty', '', [/not complete JSON \(0 characters/]],
    ['is null', 'null', [/its "schema" is nothing/, /ganeti-perf\/measurement\/1/]],
    ['inherits its schema', '{"a": {}}', [/its "schema" is nothing/]],
    ['is of somebody else', '{"schema": 7}', [/its "schema" is 7/]],
    [
      'is of a version to come',
      '{"schema": "ganeti-perf/measurement/9"}',
      [/"ganeti-perf\/measurement\/9"/, /reads "ganeti-perf\/measurement\/1" only/, /Update/],
    ],
    ['is of another kind', serialize(baseline), [/m\.json is a baseline, where a measurement is/]],
    [
      'names a key twice',
      text.replace('"repeat": 2', '"repeat": 2, "rep\\u0065at": 2'),
      [/key "repeat" twice/],
    ],
    [
      'names __proto__',
      text.replace('"repeat": 2', '"repeat": 2, "__pr\\u006fto__": {}'),
      [/"__proto__".*remove it/],
    ],
    [
      'holds a value out of range',
      text.replace('20.5', '-1'),
      [/at workloads\[0\]\.metrics\.wall\.values\[0\]: .*saw -1/, /npm run perf -- run/],
    ],
    [
      'holds a number that is none',
      text.replace('20.5', '1e999'),
      [/workloads\[0\]\.metrics\.wall\.values\[0\]/],
    ],
    [
      'has a key of no family',
      text.replace('execve/ganeti-noded/lvs', 'constructor'),
      [/workloads\[0\]\.metrics\.constructor: not a metric key/],
    ],
    [
      'has an unknown key',
      text.replace('"repeat"', '"repaet": 1, "repeat"'),
      [/unknown key "repaet"/],
    ],
    [
      'has one value too few',
      text.replace('20.5,', ''),
      [/at workloads\[0\]: every metric needs one value per repeat/],
    ],
    [
      'has a boolean in its environment',
      text.replace('"kernel": "6.1.0"', '"kernel": true'),
      [/environment\.kernel: .*string.* or .*number.*, saw true/],
    ],
    [
      'names a workload twice',
      serialize({
        ...measurement,
        workloads: [...measurement.workloads, ...measurement.workloads],
      }),
      [/at workloads: a workload is named twice/],
    ],
  ];
  it.each(cases)('when it %s', (_, content, expected) => {
    const message = refusal(() => parseMeasurement(content, 'm.json'));
    for (const pattern of expected) expect(message).toMatch(pattern);
  });

  it('when it is too long', () => {
    const message = refusal(() => parseBaseline(' '.repeat(MAX_FILE_CHARACTERS + 1), 'b.json'));
    expect(message).toMatch(/b\.json holds 33554433 characters; at most 33554432/);
  });

  const of = (count: number, value: unknown, name = 'key') =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`${name}${i}`, value]));

  it.each<[string, string, RegExp]>([
    [
      'a string in it has sixteen million characters',
      text.replace('"kernel": "6.1.0"', `"kernel": "${'x'.repeat(16e6)}"`),
      /at environment\.kernel: .*saw "x{80}\.\.\."/,
    ],
    [
      'a string in it has fifteen million escapes',
      text.replace('"kernel": "6.1.0"', `"kernel": "${'\\n'.repeat(15e6)}"`),
      /at environment\.kernel: /,
    ],
    [
      'a key in it has sixteen million characters',
      text.replace('"kernel"', `"${'x'.repeat(16e6)}"`),
      /at environment\["x{80}\.\.\."\]: /,
    ],
    [
      'a string in it never ends',
      text.slice(0, -20) + `"${'x'.repeat(16e6)}`,
      /is not complete JSON/,
    ],
    [
      'it has 70 000 metrics',
      text.replace('"repeat": 2', `"repeat": 2, "share": ${JSON.stringify(of(70_000, {}))}`),
      /m\.json has more than 10000 keys in one object/,
    ],
    ...[3e6, 400, 230, 5].map((digits): [string, string, RegExp] => [
      `its Ganeti has a version of ${digits} digits`,
      text.replace('"version": "3', `"version": "${'1'.repeat(digits)}`),
      /at ganeti\.version: .*saw "1+(?:\.\.\.|\.0\.2)"/,
    ]),
    [
      'it has 10 000 unknown keys',
      serialize({ ...measurement, ...of(9_990, 1) }),
      /unknown key "key0", .* \(and 9985 more\)/,
    ],
  ])('when %s', (_, untrusted, expected) => {
    const message = refusal(() => parseMeasurement(untrusted, 'm.json'));
    expect(message).toMatch(expected);
    expect(message.length).toBeLessThan(500);
  });

  it('without control characters, line breaks or workflow commands of its own', () => {
    const untrusted = `{"schema": "\\u202e\\u001b[31m\\n::error::x${'y'.repeat(500)}"}`;
    const message = refusal(() => parseComparison(untrusted, 'c.json'));
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(message.length).toBeLessThan(500);
  });

  it.each([
    ['arrays', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ])('when %s in it are nested too deep', (_, deep) => {
    const tooDeep = /is nested more than 200 levels deep/;
    expect(refusal(() => parseBaseline(deep, 'b.json'))).toMatch(tooDeep);
    const inside = text.replace('"kernel": "6.1.0"', `"kernel": ${deep}`);
    expect(refusal(() => parseMeasurement(inside, 'm.json'))).toMatch(tooDeep);
  });
});
