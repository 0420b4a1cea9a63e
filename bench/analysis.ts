// What it costs to turn a trace into numbers and causes: events a second of each stage, at two sizes,
// and how much longer the larger one takes (2.0 is linear).
//
// The trace is a captured one, of mass-migrate on three nodes, again and again. In each copy all times,
// process numbers, ports, places of sockets and ids of jobs are shifted, so that no copy's events are
// taken for another's; ports and process numbers so exceed what a kernel gives. Every copy starts
// its daemons anew, which no real trace does.
//
//   npx tsx bench/analysis.ts [raw events of the smaller size, 1000000 by default]
import { foldCauses } from '../src/cause/fold.ts';
import { coverageOf } from '../src/cause/coverageOf.ts';
import { spansOf } from '../src/cause/spans.ts';
import { attribute } from '../src/trace/events/attribute.ts';
import { countMetrics, workloadIndices } from '../src/trace/events/count.ts';
import { parseTracerLine, type RawEvent } from '../src/trace/events/rawEvent.ts';
import type { Job } from '../src/workload/jobQueue.ts';
import { capturedWorkload } from '../test/support/traces.ts';

type Data = [string, number, number, number, number, number, number, ...(string | number)[]];

/** Enough to keep two copies apart, whatever the numbers are in one. */
const [PIDS, PORTS, JOBS, SOCKETS] = [10_000_000, 100_000, 1000, 2 ** 36];

const capture = capturedWorkload('mass-migrate');
const tuples = capture.lines.flatMap((line): Data[] => {
  const message = (line === '' ? {} : JSON.parse(line)) as { type?: string; data: Data };
  // How many each processor had emitted is no event.
  return message.type === 'value' && message.data[0] !== 'numbered' ? [message.data] : [];
});
const times = tuples.map(([, at]) => at);
const duration = Math.max(...times) - Math.min(...times) + 1e6;

const [smaller = '1000000'] = process.argv.slice(2);
const copies = Math.ceil(Number(smaller) / tuples.length);
const first = analyse(copies);
const second = analyse(2 * copies);
for (const stage of Object.keys(first.seconds)) {
  const [a, b] = [first.seconds[stage] ?? NaN, second.seconds[stage] ?? NaN];
  const rates = [first.events / a, second.events / b].map((rate) => `${thousands(rate)}/s`);
  say(`${stage.padEnd(32)} ${rates.join('  ')}  ratio ${(b / a).toFixed(2)}`);
}

/** One trace of so many copies, from its lines to its tree. */
function analyse(size: number): { events: number; seconds: Record<string, number> } {
  const seconds: Record<string, number> = {};
  const timed = <T>(stage: string, work: () => T): T => {
    const began = performance.now();
    const result = work();
    seconds[stage] = (seconds[stage] ?? 0) + (performance.now() - began) / 1000;
    return result;
  };
  const raw: RawEvent[] = [];
  for (let copy = 0; copy < size; copy++) {
    const lines = linesOf(copy);
    timed('parseTracerLine', () => {
      for (const line of lines) {
        const read = parseTracerLine(line);
        if (read.type === 'event') raw.push(read.event);
      }
    });
  }
  const all = timed('attribute', () => attribute(raw, capture.context).events);
  const context = { jobs: jobsOf(size), instances: capture.instances };
  const allSpans = timed('spansOf', () => spansOf(all, context));
  const told = timed('foldCauses, sharesOf, countMetrics', () => {
    const places = workloadIndices(all);
    const events = places.flatMap((place) => all[place] ?? []);
    const spans = places.flatMap((place) => allSpans[place] ?? []);
    const shares = coverageOf(events, spans);
    return { events, shares, tree: foldCauses(events, spans), metrics: countMetrics(events, []) };
  });
  const { rss } = process.memoryUsage();
  const peak = process.resourceUsage().maxRSS * 1024;
  const [attributed, counted] = (['attributed', 'events'] as const).map((column) =>
    told.shares.reduce((sum, share) => sum + share[column], 0),
  );
  say(
    `${thousands(raw.length)} raw events, ${thousands(told.events.length)} of the workload, ` +
      `${thousands(counted ?? 0)} of these count, ${thousands(attributed ?? 0)} attributed; ` +
      `${megabytes(rss)} in memory at the end, ${megabytes(peak)} at the most`,
  );
  return { events: raw.length, seconds };
}

function linesOf(copy: number): string[] {
  return tuples.map((tuple) => JSON.stringify({ type: 'value', data: shifted(tuple, copy) }));
}

function shifted([name, at, node, pid, tid, cpu, number, ...rest]: Data, copy: number): Data {
  const [processes, ports, sockets] = [PIDS * copy, PORTS * copy, SOCKETS * copy];
  const moved = rest.map((value, i): string | number => {
    if (typeof value === 'string') return renamed(name, value, i, copy);
    if (name === 'fork' || name === 'exec') return i === 0 ? value + processes : value;
    if (name === 'request' || name === 'reply') return value + sockets;
    if (name === 'sleep') return i === 1 && value > 0 ? value + duration * copy : value;
    if (name === 'served') return i === 2 ? value + ports : value;
    if (name === 'accept') return i === 1 ? value + ports : value;
    return name === 'connect' && i === 0 ? value + ports : value;
  });
  return [
    name,
    at + duration * copy,
    node,
    pid + processes,
    tid + processes,
    cpu,
    number,
    ...moved,
  ];
}

/** Jobs are named by their files, by the argument of their process, and by the reply to a submission. */
function renamed(name: string, text: string, place: number, copy: number): string {
  const job = (_: string, before: string, id: string): string =>
    `${before}${Number(id) + JOBS * copy}`;
  if (name === 'rename') return text.replace(/(\/job-)(\d+)/, job);
  if (name === 'file' || name === 'fsync') return text.replace(/^(job-)(\d+)/, job);
  if (name === 'execve' && place === 3) return text.replace(/^()(\d+)$/, job);
  if (name !== 'reply') return text;
  return text.replace(/("result":)(\d+)/g, job).replace(/(\[true,)(\d+)/g, job);
}

function jobsOf(size: number): Job[] {
  return Array.from({ length: size }, (_, copy) =>
    capture.jobs.map((job) => ({ ...job, id: job.id + JOBS * copy })),
  ).flat();
}

function thousands(value: number): string {
  return `${(value / 1000).toFixed(0)}k`;
}

function megabytes(value: number): string {
  return `${(value / 1e6).toFixed(0)} MB`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
