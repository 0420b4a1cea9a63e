import { formatValue } from './format.ts';
import type { Tree, TreeLine } from './sections.ts';
import { terminalText } from './terminalText.ts';

/** One line of a tree, in the parts that look different. */
export interface TreeText {
  /** `│  └─ ` */
  readonly branch: string;
  readonly label: string;
  /** ` × 12   0.31 s`, padded, so that figures stand below figures. */
  readonly figures: string;
  readonly counts: string;
  readonly tone: TreeLine['tone'];
}

/** Of a line: for branches at most, and for what is called by them at least, where it is narrow. */
const BRANCH_SHARE = 1 / 3;
const LABEL_SHARE = 0.6;

const GAP = '  ';

/**
 * A tree as lines of at most `width` characters, 40 or more: branches in characters for boxes, then columns of
 * seconds and counts. What does not fit is cut at its end. The text has no effect anywhere.
 */
export function treeText({ lines }: Tree, width: number): TreeText[] {
  const branches = branchesOf(lines, Math.floor(width * BRANCH_SHARE));
  const seconds = lines.map((line) =>
    line.seconds === undefined ? '' : formatValue(line.seconds, 'seconds'),
  );
  const secondsWidth = Math.max(0, ...seconds.map(lengthOf));
  const words = lines.map(({ counts }) => terminalText([counts.join(', ')]));
  const figuresWidth = secondsWidth + Math.max(0, ...words.map(lengthOf)) + 2 * GAP.length;
  const widest = Math.max(Math.floor(width * LABEL_SHARE), width - figuresWidth);
  const named = lines.map((line, i) => {
    const times = line.times === 1 ? '' : ` × ${line.times}`;
    const branch = branches[i] ?? '';
    const room = widest - lengthOf(branch + times);
    return { line, branch, times, label: cut(terminalText([line.label]), Math.max(8, room)) };
  });
  const names = named.map(({ branch, label, times }) => lengthOf(branch + label + times));
  const nameWidth = Math.max(0, ...names);
  return named.map(({ line, branch, label, times }, i) => {
    const own = seconds[i] ?? '';
    const pad = ' '.repeat(nameWidth - (names[i] ?? 0));
    const padded = secondsWidth > 0 ? GAP + own.padStart(secondsWidth) : '';
    const figures = times + pad + padded;
    const room = width - lengthOf(branch + label + figures + GAP);
    const counts = cut(words[i] ?? '', Math.max(0, room));
    const { tone } = line;
    return counts === ''
      ? { branch, label, figures: figures.trimEnd(), counts, tone }
      : { branch, label, figures: figures + GAP, counts, tone };
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
