import { MARK } from '../program/mark.ts';
import type { RawEvent, TracerLine } from './rawEvent.ts';

/** How many events each processor had emitted at some moment; undefined where that did not arrive. */
export type Emitted = ReadonlyMap<number, number | undefined>;

/** What has arrived of a trace, and the marks in it. */
export interface Arrival {
  readonly events: readonly RawEvent[];
  /** Where the trace had got when each mark was written: by `nonce label`, in the order of time. */
  readonly marks: ReadonlyMap<string, Emitted>;
  /** Events that the tracer itself says the kernel had no room for. */
  readonly lost: number;
  take(line: TracerLine): void;
  /** Makes room for the next part of the trace. */
  forget(): void;
}

/** Gathers the tracer's lines. What was emitted before a mark has arrived before it, or never will. */
export function createArrival(): Arrival {
  const events: RawEvent[] = [];
  const marks = new Map<string, Emitted>();
  const processors = new Set<number>();
  const numbered = new Map<number, Map<number, number>>();
  let lost = 0;
  const takeEvent = (event: RawEvent): void => {
    events.push(event);
    if (event.kind === 'execve' && event.argv[1] === MARK) {
      const emitted = numbered.get(event.pid);
      numbered.delete(event.pid);
      const ofAll = [...processors].map((cpu) => [cpu, emitted?.get(cpu)] as const);
      marks.set(event.argv.slice(2, 4).join(' '), new Map([...ofAll, ...(emitted ?? [])]));
    }
    processors.add(event.cpu);
  };
  return {
    events,
    marks,
    get lost() {
      return lost;
    },
    take(line) {
      if (line.type === 'lost') lost += line.count;
      if (line.type === 'event') takeEvent(line.event);
      if (line.type !== 'numbered') return;
      const { pid, cpu, emitted } = line.numbered;
      numbered.set(pid, (numbered.get(pid) ?? new Map<number, number>()).set(cpu, emitted));
    },
    forget() {
      events.length = 0;
      marks.clear();
    },
  };
}

/** A part of a trace, from one mark to another. */
export interface LinePart {
  /** Completes the sentence `it was lost ...`, e.g. `between the marks 'begin' and 'end'`. */
  readonly where: string;
  readonly from: Emitted;
  readonly to: Emitted;
}

/** At the most so many gaps are told: a buffer that overflows leaves hundreds. */
const TOLD = 5;

/**
 * What has not arrived of a part of a trace, a sentence for each gap; none when it is whole. What was
 * lost after it does not matter: bpftrace itself throws away what it has not read yet when it is told
 * to end.
 */
export function missing(events: readonly RawEvent[], { where, from, to }: LinePart): string[] {
  const sentences = [...to].flatMap(([cpu, end]) => {
    // The count of a processor comes as a line of its own, which may be lost as any other.
    if (end === undefined)
      return [`how many events processor ${cpu} emitted ${where} is not known`];
    const byNumber = new Map(
      events.flatMap((event) => (event.cpu === cpu ? [[event.number, event] as const] : [])),
    );
    return gaps(byNumber, from.get(cpu) ?? 0, end).map(([first, last]) => {
      const [before, after] = [byNumber.get(first - 1), byNumber.get(last + 1)];
      const neighbours = `after ${nameOf(before)} and before ${nameOf(after)}`;
      const count = last - first + 1;
      return `${count} event${count === 1 ? '' : 's'} of processor ${cpu} ${where}, ${neighbours}`;
    });
  });
  const more = sentences.length - TOLD;
  return more > 0 ? [...sentences.slice(0, TOLD), `${more} more gaps ${where}`] : sentences;
}

/** First and last number of each run of numbers from `start` up to `end`, without it, that is not there. */
function gaps(there: ReadonlyMap<number, unknown>, start: number, end: number): [number, number][] {
  const found: [number, number][] = [];
  for (let number = start; number < end; number++) {
    if (there.has(number)) continue;
    const last = found.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

const nameOf = (event: RawEvent | undefined): string =>
  event === undefined
    ? 'nothing'
    : `'${event.kind}' of process ${event.pid} on node${event.node} (${(event.at / 1e9).toFixed(6)} s)`;

/** From the first mark of a trace on every process is known; what was lost before it is not missed. */
export function incompleteness(
  { events, marks, lost }: Pick<Arrival, 'events' | 'marks' | 'lost'>,
  nonce: string,
  skipped: Skipped,
): string | undefined {
  const own = [...marks].filter(([name]) => name.startsWith(`${nonce} `));
  const [ready, begin, end] = [
    own[0]?.[1],
    ...['begin', 'end'].map((l) => marks.get(`${nonce} ${l}`)),
  ];
  if (!ready || !begin || !end) return 'events were lost: the marks of the trace did not arrive';
  const problems = [
    ...missing(events, { where: "before the mark 'begin'", from: ready, to: begin }),
    ...missing(events, { where: BETWEEN, from: begin, to: end }),
    ...skips(skipped),
  ];
  if (problems.length === 0) return undefined;
  const reported = lost > 0 ? ` (the tracer reports ${lost} lost)` : '';
  return `events were lost${reported}: ${problems.join('; ')}`;
}

const BETWEEN = "between the marks 'begin' and 'end'";

/** Runs of its programs that the kernel had skipped, as read at these moments; see {@link countSkipped}. */
export interface Skipped {
  readonly ready: number;
  readonly begin: number;
  readonly end: number;
}

function skips({ ready, begin, end }: Skipped): string[] {
  const counts = [
    [begin - ready, "before the mark 'begin'"],
    [end - begin, BETWEEN],
  ] as const;
  return counts.flatMap(([count, where]) =>
    count === 0
      ? []
      : [
          `the kernel skipped ${count} runs of the tracer's programs ${where}, as others held the processor`,
        ],
  );
}

/**
 * Adds up `recursion_misses` of all BPF programs that a process holds, from its /proc/PID/fdinfo.
 * One program may be held by several descriptors; it counts once.
 */
export function countSkipped(fdinfo: string): number {
  const byProgram = new Map<string, number>();
  let program: string | undefined;
  for (const line of fdinfo.split('\n')) {
    const [, name, value] = /^(\w+):\s*(\d+)$/.exec(line) ?? [];
    if (name === 'pos') program = undefined;
    if (name === 'prog_id') program = value;
    if (name === 'recursion_misses' && program !== undefined) byProgram.set(program, Number(value));
  }
  return [...byProgram.values()].reduce((sum, misses) => sum + misses, 0);
}
