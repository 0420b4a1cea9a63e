import { formatValue } from '../../../text/format.ts';
import { unitOfKey } from '../../../model/metric.ts';
import type { Move, MovedStep } from '../../../cause/acrossNodes.ts';

/** How often a place is there on the sides that have it. */
interface Occurrences {
  readonly before: number;
  readonly after: number;
}

/**
 * How a move is spread over the occurrences of its place: ` for instance_reboot`, ` in job OP_X`,
 * `, 7 in each of 3 blockdev_snapshot`; where there are more of them than there were,
 * `, 7 in each of 5 version instead of 2`. Empty where the place is no thing that is done.
 */
export function rateWords(move: Move, place: MovedStep): string {
  const name = targetOf(place);
  if (name === undefined) return '';
  const { before, after } = occurrences(place);
  const unit = unitOfKey(move.key);
  const words = (value: number) => formatValue(value, unit);
  const many = manyOf(place, name);
  const was = move.before ?? 0;

  if (before > 0 && after > 0 && before !== after) {
    const each = evenly(move.after, after, unit);
    const samePace = each !== undefined && evenly(was, before, unit) === each;
    if (samePace) return `, ${words(each)} in each of ${after} ${many} instead of ${before}`;
    if (was > 0) {
      return `, ${words(move.after)} in ${after} ${many} instead of ${words(was)} in ${before}`;
    }
  }
  const times = after || before;
  if (times === 1) return `${SERVED.has(place.kind) ? ' for' : ' in'} ${name}`;
  const each = evenly(Math.abs(move.after - was), times, unit);
  return each === undefined
    ? `, over ${times} ${many}`
    : `, ${words(each)} in each of ${times} ${many}`;
}

/** Their place is the daemon; what it serves is what it works for. */
const SERVED: ReadonlySet<MovedStep['kind']> = new Set<MovedStep['kind']>(['rpc', 'request']);

function targetOf({ kind, name }: MovedStep): string | undefined {
  switch (kind) {
    case 'rpc':
      return name.replace(/^rpc /, '');
    case 'request':
      return name.replace(/^(?:luxi|wconfd) /, '');
    case 'command':
    case 'job':
    case 'opcode':
    case 'attempt':
      return name;
    case 'ssh':
    case 'process':
    case 'daemon':
    case 'background':
    case 'unattributed':
      return undefined;
  }
}

const manyOf = ({ kind }: MovedStep, name: string): string =>
  kind === 'job' ? name.replace(/^job/, 'jobs') : name;

/** Without causes of the baseline, what is there now is all that is known. */
const occurrences = ({ timesBefore, timesAfter }: MovedStep): Occurrences => ({
  before: timesBefore ?? 0,
  after: timesAfter,
});

/** The part of each, where all have the same: a whole count, or hundredths of a second. */
function evenly(value: number, times: number, unit: string): number | undefined {
  const each = value / times;
  if (unit === 'seconds') {
    const rounded = Math.round(each * 100) / 100;
    return rounded > 0 && Math.abs(rounded * times - value) < 0.005 ? rounded : undefined;
  }
  return Number.isInteger(each) && each > 0 ? each : undefined;
}
