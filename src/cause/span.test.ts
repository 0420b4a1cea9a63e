import { describe, expect, it } from 'vitest';
import { captured, edited, explained, rawOf } from '../../test/support/traces.ts';
import { foldCauses } from './fold.ts';
import { fromLines, toLines } from '../model/causeText.ts';
import { DEEPEST, putBelow, rootOf, span, type Span } from './span.ts';

const chain = (length: number): Span[] => {
  const spans = [span('command', 'gnt-x', 0, undefined)];
  while (spans.length < length) spans.push(span('process', 'sh', 0, spans.at(-1)));
  return spans;
};
const depthOf = (of: Span): number => (of.parent ? 1 + depthOf(of.parent) : 0);

describe('span', () => {
  it.each([
    ['a\nb\tc', 'a?b?c'],
    ['\u2028\u2029', '??'],
    ['\u202egpj.exe', '?gpj.exe'],
    ['', 'unnamed'],
    ['rpc version → node2', 'rpc version → node2'],
    ['  ', '  '],
  ])('cleans the label %j', (label, expected) => {
    expect(span('process', label, 0, undefined).label).toBe(expected);
  });

  it('cuts a label, and no character of it in half', () => {
    expect(span('process', 'x'.repeat(500), 0, undefined).label).toBe('x'.repeat(200));
    expect(span('process', `${'x'.repeat(199)}😀`, 0, undefined).label).toBe(`${'x'.repeat(199)}?`);
  });

  it('goes no deeper than any tree is read', () => {
    const spans = chain(10_000);
    expect(Math.max(...spans.slice(-100).map(depthOf))).toBe(DEEPEST);
    expect(rootOf(spans.at(-1)!)).toBe(spans[0]);
  });
});

describe('putBelow', () => {
  it('gives a span a parent', () => {
    const [parent] = chain(1);
    const job = span('job', 'job', 0, undefined);
    putBelow(job, parent!);
    expect(job.parent).toBe(parent);
    expect(rootOf(job)).toBe(parent);
  });

  it('makes no circle', () => {
    const spans = chain(5);
    putBelow(spans[0]!, spans[4]!);
    putBelow(spans[2]!, spans[2]!);
    expect(spans.map((one) => one.parent)).toEqual([undefined, ...spans.slice(0, 4)]);
  });

  it('does not go deeper than any tree is read', () => {
    const spans = chain(DEEPEST + 1);
    const job = span('job', 'job', 0, undefined);
    putBelow(job, spans.at(-1)!);
    expect(job.parent).toBeUndefined();
    putBelow(job, spans.at(-2)!);
    expect(job.parent).toBe(spans.at(-2));
  });
});

describe('what a daemon under test may say', () => {
  const capture = captured('bookworm');
  const { raw } = capture;

  it('a job that submits itself is no circle', () => {
    const request = rawOf(raw, 'request').find(({ text }) => text.includes('readConfig'))!;
    const reply = rawOf(raw, 'reply').find(({ to, at }) => to === request.from && at > request.at)!;
    const said = edited(capture, (event) => {
      const socket = '/var/run/ganeti/socket/ganeti-query';
      if (event === request) return { ...request, text: '{"method": "SubmitJob"', socket };
      return event === reply ? { ...reply, text: '{"success":true,"result":10}' } : event;
    });
    const { events, spans } = explained(said);
    expect(new Set(spans.map((one) => rootOf(one).kind)).has('command')).toBe(true);
    expect(foldCauses(events, spans).length).toBeGreaterThan(0);
  });

  it('a process that becomes another one again and again has a tree that can be read', () => {
    const job = rawOf(raw, 'execve').find(({ argv }) => argv[1]?.endsWith('/jqueue/exec.py'))!;
    const exec = rawOf(raw, 'exec').find(({ pid }) => pid === job.pid)!;
    const again = Array.from({ length: 2000 }, (_, i) => [
      { ...job, at: exec.at + 2 * i + 1, path: `/bin/sh${i % 7}`, argv: ['sh'] },
      { ...exec, at: exec.at + 2 * i + 2 },
    ]).flat();
    const { events, spans } = explained(
      edited(capture, (event) => (event === exec ? [exec, ...again] : event)),
    );
    const lines = toLines(foldCauses(events, spans), { peaks: true });
    expect(fromLines(lines)).toBeDefined();
    const times = lines.flatMap((line) => / × (\d+) .* sh\d$/.exec(line)?.[1] ?? []);
    expect(times.reduce((sum, one) => sum + Number(one), 0)).toBe(2000);
  });
});
