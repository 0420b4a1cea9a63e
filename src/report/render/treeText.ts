import { formatValue } from '../../text/format.ts';
import type { Tree, TreeLine } from '../model.ts';
import { padded, truncate, widthOf } from '../../text/width.ts';
import { terminalText } from '../../text/escapeTerminal.ts';
import { maxOf } from '../../model/numbers.ts';

/** One line of a tree, in the parts that look different. */
export interface TreeText {
  /** `0.31 s  │  └─ `: how long, and what leads to the label. */
  readonly before: string;
  readonly label: string;
  /** ` × 12`, and the space up to the counts. */
  readonly times: string;
  readonly counts: string;
  readonly severity: TreeLine['severity'];
}

/** Of a line: for branches at most, and for what is called by them at least, where it is narrow. */
const BRANCH_PART = 1 / 3;
const LABEL_PART = 0.55;

const GAP = '  ';

/**
 * A tree as lines of at most `width` columns, 40 or more: a column of seconds, the branches in
 * characters for boxes, a column of counts. Counts that are too long for it follow their label; what
 * does not fit even so is cut at its end. The text has no effect anywhere.
 */
export function treeText({ lines }: Tree, width: number): TreeText[] {
  const seconds = lines.map((line) =>
    line.seconds === undefined ? '' : formatValue(line.seconds, 'seconds'),
  );
  const gutter = Math.max(0, maxOf(seconds.map(widthOf)));
  const branches = branchesOf(lines, Math.floor(width * BRANCH_PART));
  const named = lines.map(({ label, times, counts }, i) => {
    const own = gutter > 0 ? padded(seconds[i] ?? '', gutter, 'right') + GAP : '';
    const before = own + (branches[i] ?? '');
    const words = terminalText([counts.join(', ')]);
    const often = times === 1 ? '' : ` × ${times}`;
    const free = width - (words === '' ? 0 : widthOf(words) + GAP.length);
    const room = Math.max(free, Math.floor(width * LABEL_PART)) - widthOf(before + often);
    const shown = truncate(terminalText([label]), Math.max(8, room));
    return { before, label: shown, often, words, length: widthOf(before + shown + often) };
  });
  const column = Math.max(0, maxOf(named.map(({ words, length }) => (words === '' ? 0 : length))));
  return named.map(({ before, label, often, words, length }, i) => {
    const { severity } = lines[i] ?? {};
    if (words === '') return { before, label, times: often, counts: '', severity };
    const fits = column + GAP.length + widthOf(words) <= width;
    const pad = (fits ? ' '.repeat(column - length) : '') + GAP;
    const counts = truncate(words, Math.max(0, width - length - pad.length));
    return { before, label, times: often + pad, counts, severity };
  });
}

/** What leads to each line; from below, where it is known whether a sibling follows. */
function branchesOf(lines: readonly TreeLine[], room: number): string[] {
  const follows: boolean[] = [];
  const branches = lines.toReversed().map(({ depth }) => {
    const above = Array.from({ length: Math.max(0, depth - 1) }, (_, i) =>
      follows[i + 1] ? '│  ' : '   ',
    );
    const branch = depth === 0 ? '' : above.join('') + (follows[depth] ? '├─ ' : '└─ ');
    follows.length = depth + 1;
    follows[depth] = true;
    return truncate(branch, room, 'end');
  });
  return branches.reverse();
}
