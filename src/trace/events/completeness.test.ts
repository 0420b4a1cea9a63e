import { describe, expect, it } from 'vitest';
import { captured, fixture, SERIES, type Capture } from '../../../test/support/traces.ts';
import { countSkipped, createArrival, incompleteness } from './completeness.ts';
import { parseTracerLine, type TracerLine } from './rawEvent.ts';

const NOTHING = { ready: 0, begin: 0, end: 0 };

/** What is wrong with a trace whose lines are these. */
function problem(
  lines: readonly TracerLine[],
  { context }: Capture,
  skipped = NOTHING,
): string | undefined {
  const arrival = createArrival();
  lines.forEach(arrival.take);
  return incompleteness(arrival, context.nonce, skipped);
}

describe.each(SERIES)('the trace captured on %s', (series) => {
  const capture = captured(series);
  const lines = capture.lines.map(parseTracerLine);
  const markOf = (label: string): number =>
    lines.findIndex(
      (line) =>
        line.type === 'event' && line.event.kind === 'execve' && line.event.argv[3] === label,
    );
  const [ready, begin, end] = [lines.findIndex(isOwnMark), markOf('begin'), markOf('end')];
  function isOwnMark(line: TracerLine): boolean {
    return (
      line.type === 'event' &&
      line.event.kind === 'execve' &&
      line.event.argv[2] === capture.context.nonce
    );
  }
  const isEvent = (place: number): boolean => lines[place]?.type === 'event';
  const places = (from: number, to: number): number[] =>
    lines.flatMap((_, place) => (place > from && place < to && isEvent(place) ? [place] : []));
  const dropped = (...gone: readonly number[]): TracerLine[] =>
    lines.filter((_, place) => !gone.includes(place));
  const eventAt = (place: number) => {
    const line = lines[place];
    if (line?.type !== 'event') throw new Error(`line ${place} is no event`);
    return line.event;
  };

  it('is whole', () => {
    expect(problem(lines, capture)).toBeUndefined();
  });

  it('has numbered events of each processor', () => {
    const cpus = new Set(capture.raw.map(({ cpu }) => cpu));
    expect(cpus.size).toBeGreaterThan(1);
    for (const cpu of cpus) {
      const numbers = capture.raw.flatMap((event) => (event.cpu === cpu ? [event.number] : []));
      expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i));
    }
  });

  it('is not whole without any event between the marks, and says which and where', () => {
    for (const place of places(begin, end)) {
      const { cpu, number } = eventAt(place);
      const said = problem(dropped(place), capture);
      expect(said).toContain(`1 event of processor ${cpu} between the marks 'begin' and 'end'`);
      const before = capture.raw.find((event) => event.cpu === cpu && event.number === number - 1)!;
      expect(said).toContain(`after '${before.kind}' of process ${before.pid}`);
    }
  });

  it('is not whole without an event before the first mark: it may have been a process that began', () => {
    for (const place of places(ready, begin)) {
      const said = problem(dropped(place), capture);
      expect(said).toContain(
        `1 event of processor ${eventAt(place).cpu} before the mark 'begin', after`,
      );
    }
  });

  it('is whole without any event after the last mark, or before the tracer was ready', () => {
    const [after, before] = [places(end, lines.length), places(-1, ready)];
    expect(after.length).toBeGreaterThan(0);
    expect(before.length).toBeGreaterThan(0);
    for (const place of [...after, ...before]) {
      expect(problem(dropped(place), capture)).toBeUndefined();
    }
    expect(problem(dropped(...after, ...before), capture)).toBeUndefined();
  });

  it('is not whole without the last event of a processor before the last mark', () => {
    const between = places(begin, end);
    for (const cpu of new Set(between.map((place) => eventAt(place).cpu))) {
      const last = between.findLast((place) => eventAt(place).cpu === cpu)!;
      expect(problem(dropped(last), capture)).toContain(`1 event of processor ${cpu} between`);
    }
  });

  it('tells events that are lost in a row as one, and the first five of many', () => {
    const between = places(begin, end).filter((place) => eventAt(place).cpu === 0);
    const row = between.slice(10, 13);
    expect(problem(dropped(...row), capture)).toContain(
      '3 events of processor 0 between the marks',
    );
    const many = between.filter((_, i) => i % 2 === 1).slice(0, 8);
    expect(problem(dropped(...many), capture)).toMatch(/; 3 more gaps between the marks[^;]*$/);
  });

  it('is not whole where how far a processor had got did not arrive', () => {
    const counts = lines.flatMap((line, place) =>
      line.type === 'numbered' && place > begin && place < end ? [place] : [],
    );
    expect(counts.length).toBeGreaterThan(1);
    for (const place of counts) {
      const line = lines[place];
      const cpu = line?.type === 'numbered' ? line.numbered.cpu : undefined;
      expect(problem(dropped(place), capture)).toContain(
        `how many events processor ${cpu} emitted between the marks 'begin' and 'end' is not known`,
      );
    }
  });

  it('is not whole without its last mark', () => {
    expect(problem(dropped(end), capture)).toContain('the marks of the trace did not arrive');
  });

  it('takes an event that arrived twice for one', () => {
    const twice = [...lines.slice(0, begin + 5), ...lines.slice(begin + 4)];
    expect(problem(twice, capture)).toBeUndefined();
  });

  it('says what the tracer itself reports of it, which alone is nothing', () => {
    const reported = { type: 'lost', count: 17 } as const;
    expect(problem([...lines, reported], capture)).toBeUndefined();
    const [place] = places(begin, end);
    expect(problem([...dropped(place!), reported], capture)).toContain(
      'events were lost (the tracer reports 17 lost): 1 event',
    );
  });

  it.each([
    [
      'between the marks',
      { ready: 3, begin: 3, end: 5 },
      "2 runs of the tracer's programs between",
    ],
    ['before the first', { ready: 0, begin: 1, end: 1 }, "1 runs of the tracer's programs before"],
    ['before the trace', { ready: 7, begin: 7, end: 7 }, undefined],
  ])('a probe that the kernel skipped %s', (_, skipped, expected) => {
    const said = problem(lines, capture, skipped);
    if (expected === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(`the kernel skipped ${expected}`);
  });
});

describe('countSkipped', () => {
  const fdinfo = fixture('traces/bpftrace-fdinfo.txt');
  const misses = (count: number): string =>
    fdinfo.replaceAll(/^recursion_misses:\t0$/gm, `recursion_misses:\t${count}`);

  it.each([
    ['programs that missed nothing', fdinfo, 0],
    ['two programs that missed three runs each', misses(3), 6],
    ['a program held by two descriptors', misses(3) + misses(3), 6],
    ['no programs at all', '', 0],
  ])('%s', (_, text, count) => {
    expect(countSkipped(text)).toBe(count);
  });
});
