import { describe, expect, it } from 'vitest';
import {
  captured,
  capturedWorkload,
  explained,
  explainedEvents,
  of,
  pathOf,
  SERIES,
} from '../../test/support/traces.ts';
import type { TraceEvent } from '../trace/events/event.ts';
import { rootOf, type Span } from './span.ts';

const jobOf = (span: Span): Span | undefined =>
  span.kind === 'job' ? span : span.parent && jobOf(span.parent);

describe('jobs that run at once', () => {
  const { events, spans } = explained(capturedWorkload('mass-migrate'));
  /** The branches of a job, by the events that say themselves which job they are of. */
  const branches = (wanted: (event: TraceEvent) => number | undefined) => {
    const found = new Map<number, Set<Span | undefined>>();
    events.forEach((event, i) => {
      const id = wanted(event);
      if (id !== undefined) found.set(id, (found.get(id) ?? new Set()).add(jobOf(spans[i]!)));
    });
    return found;
  };
  const own = branches(({ job }) => job);

  it('were several, two of them of one submission', () => {
    const times = [11, 12].map((id) => events.filter(({ job }) => job === id).map(({ at }) => at));
    expect(times[1]![0]!).toBeLessThan(times[0]!.at(-1)!);
    expect([...own.keys()].toSorted((a, b) => a - b)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18]);
    const [first, second] = [11, 12].map((id) => [...own.get(id)!][0]!);
    expect(first).not.toBe(second);
    expect(first!.parent).toBe(second!.parent);
    expect(pathOf(first!.parent)).toMatch(/^gnt-node migrate .* > job OP_NODE_MIGRATE > luxi Sub/);
  });

  it('each have their own work', () => {
    for (const found of own.values()) expect(found.size).toBe(1);
    expect(new Set([...own.values()].map((found) => [...found][0])).size).toBe(9);
  });

  it('each have the writes of their own file, by luxid, the job and the copies', () => {
    const written = branches((event) => (event.kind === 'statefile' ? event.jobFile : undefined));
    expect(new Set(written.keys())).toEqual(new Set(own.keys()));
    for (const [id, found] of written) expect(found).toEqual(own.get(id));
    const callers = of(events, 'statefile').filter(({ jobFile }) => jobFile !== undefined);
    expect(new Set(callers.map(({ caller }) => caller))).toEqual(
      new Set(['ganeti-luxid', 'ganeti-noded', 'job']),
    );
  });

  it('each were submitted by the command that asked for them', () => {
    const commands = [13, 14, 15, 16, 17, 18].map((id) => {
      const path = pathOf([...own.get(id)!][0]);
      expect(path).toMatch(
        /^gnt-instance migrate .* <instance>.* > luxi SubmitJob > job OP_INSTANCE_MIGRATE$/,
      );
      return rootOf([...own.get(id)!][0]!);
    });
    expect(new Set(commands).size).toBe(6);
  });
});

describe.each(SERIES)('a job of several opcodes, made of the reboot on %s,', (series) => {
  const capture = captured(series);
  const { all, events } = explained(capture);
  const [job] = capture.jobs;
  const mark = of(all, 'mark').find(({ label }) => label === 'begin')!;
  const clockAt = (at: number) => Math.floor(mark.clock + (at - mark.at) / 1000);
  const second = of(events, 'rpc').find(({ procedure }) => procedure === 'setInstanceStatus')!;
  const starting = (...starts: (number | null)[]) =>
    explained({
      ...capture,
      jobs: [{ ...job!, opcodes: starts.map((_, i) => `OP_TEST_${i + 1}`), starts }],
    });
  const labelsOf = (story: ReturnType<typeof starting>) => {
    const labels = story.events.flatMap(({ job, kind }, i) => {
      return job === undefined || kind === 'exit' ? [] : [pathOf(story.spans[i])];
    });
    return new Set(labels.map((path) => / > (OP_TEST_\d)/.exec(path)?.[1] ?? 'job'));
  };

  it('has each event with the opcode that had begun then', () => {
    const story = starting(job!.starts[0]!, clockAt(second.at));
    const counts = [0, 0];
    story.events.forEach((event, i) => {
      if (event.job === undefined) return;
      const path = pathOf(story.spans[i]);
      const opcode = / > job of 2 opcodes > (OP_TEST_\d)/.exec(path)?.[1];
      // Before its first opcode a job reads its own file.
      if (opcode === undefined) expect(event.at).toBeLessThan(second.at);
      else expect(opcode).toBe(event.at < second.at ? 'OP_TEST_1' : 'OP_TEST_2');
      if (opcode !== undefined) counts[event.at < second.at ? 0 : 1]! += 1;
    });
    expect(Math.min(...counts)).toBeGreaterThan(5);
  });

  it('has what handlers did with the opcode that sent the RPC', () => {
    const story = starting(job!.starts[0]!, clockAt(second.at));
    const hooks = story.spans.filter((span, i) => {
      return story.events[i]!.kind === 'served' && span.label.includes('hooks_runner');
    });
    expect(hooks.map((span) => pathOf(span.parent).split(' > ').at(-1))).toEqual([
      'OP_TEST_1',
      'OP_TEST_2',
    ]);
  });

  it("knows the trace's time by the mark that was told the soonest", () => {
    const starts = [job!.starts[0]!, clockAt(second.at)];
    const later = all.map((event) =>
      event.kind === 'mark' && event !== mark ? { ...event, clock: event.clock - 5e6 } : event,
    );
    const jobs = [{ ...job!, opcodes: ['OP_TEST_1', 'OP_TEST_2'], starts }];
    const story = explainedEvents(later, { ...capture, jobs });
    expect(story.spans.map(pathOf)).toEqual(starting(...starts).spans.map(pathOf));
  });

  it('has the opcodes that have not begun without work', () => {
    expect(labelsOf(starting(job!.starts[0]!, null))).toEqual(new Set(['job', 'OP_TEST_1']));
    expect(labelsOf(starting(null, null))).toEqual(new Set(['job']));
    expect(labelsOf(starting(1, 2, null))).toEqual(new Set(['OP_TEST_2']));
  });

  it('is one branch where no mark told the time', () => {
    const mute = all.map((event) => (event.kind === 'mark' ? { ...event, clock: NaN } : event));
    const jobs = [{ ...job!, opcodes: ['OP_TEST_1', 'OP_TEST_2'], starts: [1e15, 2e15] }];
    const { spans } = explainedEvents(mute, { ...capture, jobs });
    expect(spans.map(pathOf).filter((path) => path.includes('OP_TEST'))).toEqual([]);
  });

  it('that is not in the queue has no opcode for a name', () => {
    const { spans } = explained({ ...capture, jobs: [] });
    const labels = new Set(spans.flatMap((span) => jobOf(span)?.label ?? []));
    expect(labels).toEqual(new Set(['job']));
  });
});
