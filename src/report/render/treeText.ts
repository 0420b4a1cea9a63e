import { formatValue } from '../../text/format.ts';
import type { Tree, TreeLine } from '../model.ts';
import { terminalText } from '../../text/terminal.ts';

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
const BRANCH_SHARE = 1 / 3;
const LABEL_SHARE = 0.55;

const GAP = '  ';

/**
 * A tree as lines of at most `width` characters, 40 or more: a column of seconds, the branches in
 * characters for boxes, a column of counts. Counts that are too long for it follow their label; what
 * does not fit even so is cut at its end. The text has no effect anywhere.
 */
export function treeText({ lines }: Tree, width: number): TreeText[] {
  const seconds = lines.map((line) =>
    line.seconds === undefined ? '' : formatValue(line.seconds, 'seconds'),
  );
  const gutter = Math.max(0, ...seconds.map(lengthOf));
  const branches = branchesOf(lines, Math.floor(width * BRANCH_SHARE));
  const named = lines.map(({ label, times, counts }, i) => {
    const own = gutter > 0 ? (seconds[i] ?? '').padStart(gutter) + GAP : '';
    const before = own + (branches[i] ?? '');
    const words = terminalText([counts.join(', ')]);
    const often = times === 1 ? '' : ` × ${times}`;
    const free = width - (words === '' ? 0 : lengthOf(words) + GAP.length);
    const room = Math.max(free, Math.floor(width * LABEL_SHARE)) - lengthOf(before + often);
    const shown = cut(terminalText([label]), Math.max(8, room));
    return { before, label: shown, often, words, length: lengthOf(before + shown + often) };
  });
  const column = Math.max(0, ...named.map(({ words, length }) => (words === '' ? 0 : length)));
  return named.map(({ before, label, often, words, length }, i) => {
    const { severity } = lines[i] ?? {};
    if (words === '') return { before, label, times: often, counts: '', severity };
    const fits = column + GAP.length + lengthOf(words) <= width;
    const pad = (fits ? ' '.repeat(column - length) : '') + GAP;
    const counts = cut(words, Math.max(0, width - length - pad.length));
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
    return lengthOf(branch) <= room ? branch : `…${branch.slice(1 - room)}`;
  });
  return branches.reverse();
}

function cut(words: string, size: number): string {
  const characters = Array.from(words);
  if (characters.length <= size) return words;
  return size <= 0 ? '' : `${characters.slice(0, size - 1).join('')}…`;
}

const lengthOf = (words: string): number => Array.from(words).length;
