import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  captured,
  capturedWorkload,
  explained,
  SERIES,
  WORKLOADS,
} from '../../test/support/traces.ts';
import { CauseLinesSchema } from './causeLines.ts';
import { CAUSE_KINDS, type Cause } from './cause.ts';
import { comparableCauses } from '../cause/comparable.ts';
import { aCause } from '../../test/support/causes.ts';
import { foldCauses } from '../cause/fold.ts';
import { fromLines, toLines } from './causeText.ts';
import { isWhole } from './metric.ts';
import { span } from '../cause/span.ts';
import { HANG } from '../../test/support/deadline.ts';

const captures = [...SERIES.map(captured), ...WORKLOADS.map(capturedWorkload)];
const trees = captures.map((capture) => {
  const { events, spans } = explained(capture);
  return comparableCauses(foldCauses(events, spans));
});
const withoutPeaks = (causes: readonly Cause[]): Cause[] =>
  causes.map(({ kind, label, times, counts, children }) => {
    return { kind, label, times, counts, children: withoutPeaks(children) };
  });

describe('the trees of captured traces', () => {
  it('are the same after being lines', () => {
    for (const tree of trees) {
      expect(fromLines(toLines(tree, { peaks: true }))).toEqual(tree);
      expect(fromLines(toLines(tree, { peaks: false }))).toEqual(withoutPeaks(tree));
    }
  });

  it('are lines that a file may have', () => {
    for (const tree of trees) {
      const lines = toLines(tree, { peaks: true });
      expect(CauseLinesSchema.parse(lines)).toEqual(lines);
    }
  });

  it('are a line for each branch', () => {
    const [reboot] = trees;
    expect(toLines(reboot!, { peaks: true }).slice(0, 2)).toEqual([
      expect.stringMatching(/^command × 1 \[rpc\/luxi\/\w+ 1, .*\] \{\d+\} gnt-instance reboot </),
      ' request × 1 [fsync/ganeti-luxid 1] luxi SubmitManyJobs',
    ]);
  });
});

describe('any tree', () => {
  const keys = ['rpc/node/version', 'execve/__proto__/a', 'sleep/job/seconds', 'wall'];
  const causes = (children: fc.Arbitrary<Cause[]>): fc.Arbitrary<Cause[]> =>
    fc.array(
      fc
        .record({
          kind: fc.constantFrom(...CAUSE_KINDS),
          // As a process may be called, and as a span then is.
          label: fc
            .oneof(
              fc.string({ unit: 'binary' }),
              fc.constantFrom('{1} x', '{}', '[a 1] b', '× 2 []'),
            )
            .map((label) => span('process', label, 0, undefined).label),
          times: fc.integer({ min: 1 }),
          counts: fc
            .dictionary(fc.constantFrom(...keys), fc.integer({ min: 0, max: 1e9 }), {
              noNullPrototype: true,
            })
            .map((counts) =>
              Object.fromEntries(
                Object.entries(counts).map(([key, n]) => [key, isWhole(key) ? n : n / 100]),
              ),
            ),
          peakRss: fc.option(fc.nat(), { nil: undefined }),
          children,
        })
        .map(({ peakRss, ...cause }): Cause =>
          peakRss === undefined ? cause : { ...cause, peakRss },
        ),
      { maxLength: 3 },
    );
  const any = causes(causes(causes(fc.constant([]))));

  it('is the same after being lines', () => {
    fc.assert(
      fc.property(any, (tree) => {
        expect(fromLines(toLines(tree, { peaks: true }))).toEqual(tree);
        expect(fromLines(toLines(tree, { peaks: false }))).toEqual(withoutPeaks(tree));
      }),
    );
  });

  it('that a reader takes is taken again when it is written, and is the same', () => {
    const digits = fc.tuple(
      fc.nat({ max: 16 }).map((n) => n + 1),
      fc.constantFrom('9', '1', '0', '5'),
    );
    const integer = digits.map(([n, a]) => a.repeat(n));
    const number = fc
      .tuple(digits, fc.option(digits, { nil: undefined }))
      .map(([[n, a], more]) => a.repeat(n) + (more ? `.${more[1].repeat(more[0])}` : ''));
    const line = fc
      .record({
        key: fc.constantFrom(...keys, 'waiting/attempts/seconds', 'traffic/luxi/replies/bytes'),
        times: integer,
        value: number,
        peak: fc.option(integer, { nil: '' }),
        label: fc.oneof(
          fc.string({ unit: 'binary', minLength: 1 }),
          fc.constantFrom('{', ' ', '{} x'),
        ),
      })
      .map(({ key, times, value, peak, label }) => {
        const own = peak === '' && !label.startsWith('{') ? '' : `{${peak}} `;
        return `process × ${times} [${key} ${value}] ${own}${label}`;
      });
    let taken = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 2 }), (lines) => {
        const tree = fromLines(lines);
        if (!tree) return;
        taken += lines.length;
        const again = toLines(tree, { peaks: true });
        expect(fromLines(again)).toEqual(tree);
        expect(again.join('').length).toBeLessThanOrEqual(lines.join('').length);
      }),
      { numRuns: 3000, examples: [[['process × 1 [sleep/job/seconds 999999999999999.999999] x']]] },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('of any numbers is lines that a file may have', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: Number.MAX_SAFE_INTEGER, noNaN: true }), (seconds) => {
        const tree = [aCause('process', 'lvs', { counts: { 'sleep/job/seconds': seconds } })];
        expect(fromLines(toLines(tree, { peaks: false }))).toHaveLength(1);
      }),
      { examples: [[1e-7], [Number.MAX_SAFE_INTEGER], [0.1 + 0.2]] },
    );
  });

  it.each(['{5} lvs', '{} lvs', '{', '{5}', '] {5} lvs'])('keeps a label like %j', (label) => {
    for (const peakRss of [undefined, 7]) {
      const tree = [aCause('process', label, peakRss === undefined ? {} : { peakRss })];
      expect(fromLines(toLines(tree, { peaks: true }))).toEqual(tree);
      expect(fromLines(toLines(tree, { peaks: false }))).toEqual(withoutPeaks(tree));
    }
  });
});

describe('fromLines', () => {
  const good = 'process × 3 [execve/job/lvs 3, sleep/job/seconds 0.5] {4096} lvs';

  it('reads a line', () => {
    expect(fromLines([good])).toEqual([
      aCause('process', 'lvs', {
        times: 3,
        counts: { 'execve/job/lvs': 3, 'sleep/job/seconds': 0.5 },
        peakRss: 4096,
      }),
    ]);
    expect(fromLines([])).toEqual([]);
  });

  it.each([
    ['an unknown kind', good.replace('process', 'thread')],
    ['a kind that every object has', good.replace('process', 'constructor')],
    ['no label', good.replace(/lvs$/, '')],
    ['a label of two lines', `${good}\nprocess × 1 [] x`],
    ['a separator of lines in a label', `${good}\u2028x`],
    ['times that are no number', good.replace('× 3', '× three')],
    ['times that no number holds', good.replace('× 3', `× ${'9'.repeat(16)}`)],
    ['no times', good.replace('× 3', '× 0')],
    ['a label that is longer than any', good.replace(/lvs$/, 'x'.repeat(201))],
    ['negative times', good.replace('× 3', '× -3')],
    ['a fraction of times', good.replace('× 3', '× 3.5')],
    ['an unknown family', good.replace('execve/', 'mmap/')],
    ['a key with a bracket', good.replace('lvs 3', 'l]vs 3')],
    ['a key that leads elsewhere', good.replace('job/lvs', '../../x/y/z')],
    ['a negative count', good.replace('lvs 3', 'lvs -3')],
    ['a count that is no number', good.replace('lvs 3', 'lvs NaN')],
    ['a count in powers', good.replace('lvs 3', 'lvs 1e9')],
    ['a part of a call', good.replace('lvs 3', 'lvs 3.5')],
    ['a count of more digits than a number holds', good.replace('0.5', '999999999999999.999999')],
    ['a count without its key', good.replace('execve/job/lvs 3', '3')],
    ['a peak that no number holds', good.replace('4096', '9'.repeat(16))],
    ['a letter for the sign', good.replace('×', 'x')],
    ['a tab for the level', `\t${good}`],
    ['nothing', ''],
  ])('refuses %s', (_, line) => {
    expect(fromLines([line])).toBeUndefined();
    expect(fromLines([good, line])).toBeUndefined();
    expect(CauseLinesSchema.safeParse([line]).success).toBe(false);
  });

  it('refuses a branch below none, and one two levels below another', () => {
    expect(fromLines([` ${good}`])).toBeUndefined();
    expect(fromLines([good, `  ${good}`])).toBeUndefined();
    expect(fromLines([good, ` ${good}`, good, `  ${good}`])).toBeUndefined();
    expect(fromLines([good, ` ${good}`, `  ${good}`, ` ${good}`])).toHaveLength(1);
  });

  it('refuses a tree that is deeper than any', () => {
    const deep = (levels: number) => Array.from({ length: levels }, (_, i) => ' '.repeat(i) + good);
    expect(fromLines(deep(60))).toHaveLength(1);
    expect(fromLines(deep(61))).toBeUndefined();
  });

  it('is not caught for ever in a line that is nearly one', () => {
    const lines = [
      `${' '.repeat(4000)}x`,
      `process × 1 [${'a 1, '.repeat(800)}`,
      `${good}${'{'.repeat(3900)}`,
    ];
    // A regular expression that backtracks holds the thread, and only this ends it.
    const script = 'for (const line of lines) for (let i = 0; i < 100; i++) fromLines([line])';
    runInNewContext(script, { lines, fromLines }, { timeout: HANG });
  });
});
