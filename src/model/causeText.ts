import { CAUSE_KINDS, type Cause } from './cause.ts';
import { isWhole, MetricKeySchema } from './metric.ts';

/**
 * A tree as lines, one for each branch, as measurements and baselines keep it: a change of one
 * branch is a change of one line there.
 *
 *     command × 3 [] {21876736} gnt-instance reboot <instance>
 *      request × 3 [rpc/luxi/SubmitManyJobs 3] luxi SubmitManyJobs
 *
 * A space for each level; the kind; how often; what it did itself; the bytes of its largest process,
 * where they are known and wanted, or `{}` before a label that looks like them; its label. Times are
 * left out.
 */
export function toLines(causes: readonly Cause[], { peaks }: { peaks: boolean }): string[] {
  const lines: string[] = [];
  const add = (branches: readonly Cause[], depth: number): void => {
    for (const { kind, label, times, counts, peakRss, children } of branches) {
      const own = Object.entries(counts)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => `${key} ${countText(value)}`);
      const known = peaks && peakRss !== undefined;
      const peak = known || label.startsWith('{') ? `{${known ? peakRss : ''}} ` : '';
      lines.push(`${' '.repeat(depth)}${kind} × ${times} [${own.join(', ')}] ${peak}${label}`);
      add(children, depth + 1);
    }
  };
  add(causes, 0);
  return lines;
}

const LINE = /^( *)([a-z]+) × ([1-9]\d{0,14}) \[([^\]]*)\] (?:\{(\d{0,15})\} |(?!\{))(.+)$/u;
/** Real trees have a third of these; files may be untrusted. */
const DEEPEST = 60;
/** Of a label; see CauseSchema. */
const LONGEST = 200;

/** The tree that {@link toLines} wrote; undefined where a line, or the depth of one, is not its. */
export function fromLines(lines: readonly string[]): Cause[] | undefined {
  const roots: Cause[] = [];
  /** The children of the last branch of each level. */
  const levels: Cause[][] = [roots];
  for (const line of lines) {
    const [, indent = '', kind = '', times, own = '', peak, label = ''] = LINE.exec(line) ?? [];
    const siblings = levels[indent.length];
    const counts = readCounts(own);
    const known = CAUSE_KINDS.find((name) => name === kind);
    if (!siblings || !known || !counts) return undefined;
    if (indent.length >= DEEPEST || label.length > LONGEST) return undefined;
    const children: Cause[] = [];
    const peakRss = peak ? { peakRss: Number(peak) } : {};
    siblings.push({ kind: known, label, times: Number(times), counts, ...peakRss, children });
    levels.length = indent.length + 1;
    levels.push(children);
  }
  return roots;
}

const COUNT = /^\d{1,15}(?:\.\d{1,6})?$/;

/** A count as a line has it: without an exponent, to a millionth, and with no more digits than are read. */
function countText(value: number): string {
  const text = String(value);
  if (COUNT.test(text)) return text;
  return value < LARGEST ? value.toFixed(6).replace(/\.?0+$/, '') : String(LARGEST);
}

/** That fifteen digits hold. */
const LARGEST = 999_999_999_999_999;

function readCounts(list: string): Record<string, number> | undefined {
  const counts: [string, number][] = [];
  for (const part of list === '' ? [] : list.split(', ')) {
    const [, key = '', text = ''] = /^(\S+) (\S+)$/.exec(part) ?? [];
    if (!COUNT.test(text) || !MetricKeySchema.safeParse(key).success) return undefined;
    const value = Number(text);
    // What is read must be what can be written: more digits than a number holds make another one.
    if (value > LARGEST || (isWhole(key) && !Number.isInteger(value))) return undefined;
    counts.push([key, value]);
  }
  return Object.fromEntries(counts);
}
