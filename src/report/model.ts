import type { Sequence } from './sequenceModel.ts';
import type { Unit } from '../model/metric.ts';
import type { Figure, Text } from '../text/text.ts';

export type { Text };
export {
  coverage,
  difference,
  joinedText,
  level,
  percentage,
  precise,
  relativeDifference,
  wordsOf,
  type Figure,
} from '../text/text.ts';

/**
 * The neutral form of a report: what is said, in which order, and how prominently; not how it looks.
 * Every string in it may come from a traced process or somebody's file: a renderer escapes all of them.
 */
export interface Report {
  readonly status: Status;
  /** A word or two, e.g. `Regression`. */
  readonly title: string;
  /** The verdict in one line, without the title. */
  readonly verdict: Text;
  /** What was compared with what, in one line. */
  readonly context: Text;
  /** The worst of it, one line each, worst first: what moved, and why. For where little is in sight. */
  readonly worst?: readonly Text[];
  /** Most important first; a renderer that has no room drops from the end. */
  readonly sections: readonly Section[];
}

export type Status = 'good' | 'bad' | 'neutral' | 'invalid';

export interface Section {
  readonly title: string;
  /**
   * `headline`: always in sight. `detail`: folded away where folding is possible. `archive`: folded
   * away, and left out on a terminal.
   */
  readonly prominence: 'headline' | 'detail' | 'archive';
  /** What a terminal says in place of the blocks, in one line behind the title. */
  readonly brief?: Text;
  /** Folded away in Markdown even as a headline: `worst` says the point of it. */
  readonly aside?: true;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: Text }
  | Table
  /** Lines to be shown as they are: a command, a tree. */
  | { readonly kind: 'code'; readonly text: string }
  | Chart
  | Bars
  | Areas
  | Flames
  | Tree
  | Diagram;

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** For each row a word that readers choose rows by, as its verdict. */
  readonly facets?: readonly string[];
}

/** Lines over a common axis. */
export interface Chart {
  readonly kind: 'chart';
  readonly title: string;
  readonly unit: Unit;
  /** What the axis of the values is called, where that is not the unit. */
  readonly axis?: string;
  /** Rising, two at least; lines keep their distances. */
  readonly x: { readonly title: string; readonly values: readonly number[] };
  /** One value for each of the axis; null where there is none. */
  readonly series: readonly Series[];
  /** The lines are of one thing, and are to be held against each other: where each would have a scale of its own, they have one. */
  readonly sameScale?: true;
}

export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** What should give these values, and what it gives over the axis, from its first to its last value. */
  readonly formula?: {
    readonly text: string;
    readonly points: readonly (readonly [number, number])[];
  };
}

/** Values of now, each beside what the baseline has for it. */
export interface Bars {
  readonly kind: 'bars';
  readonly title: string;
  readonly unit: Unit;
  readonly rows: readonly Bar[];
}

/** Parts of a whole over an axis, one on the other; panels stand side by side on the same axes. */
export interface Areas {
  readonly kind: 'areas';
  readonly title: string;
  readonly unit: Unit;
  /** The title of the axis. */
  readonly x: string;
  /** The lowest first; the last one is what is left. */
  readonly layers: readonly string[];
  readonly panels: readonly AreaPanel[];
}

export interface AreaPanel {
  readonly name: string;
  /** Where it ends on the axis, which begins at 0. */
  readonly to: number;
  /** Rising; a value for each of the layers. */
  readonly points: readonly { readonly at: number; readonly values: readonly number[] }[];
}

/** Stacks of calls: as wide as what each costs with all that it calls, on what it was called from. */
export interface Flames {
  readonly kind: 'flames';
  readonly title: string;
  readonly unit: Unit;
  /** Each below the last one before it that is less deep; no wider, with its neighbours, than that one. */
  readonly frames: readonly Frame[];
  /** Says what `before` was, where there is one. */
  readonly before?: string;
}

export interface Frame {
  readonly depth: number;
  readonly name: string;
  readonly value: number;
  /** What the same stack cost before. */
  readonly before?: number;
}

export interface Bar {
  readonly name: string;
  /** null: there is none. */
  readonly before: number | null;
  /** Within which it moves by itself. */
  readonly band: { readonly low: number; readonly high: number } | null;
  readonly after: number | null;
  readonly severity?: Severity;
}

/** Branches, each below the last one before it that is less deep. */
export interface Tree {
  readonly kind: 'tree';
  readonly title: string;
  readonly lines: readonly TreeLine[];
  /** Folded away in Markdown, where the words around it are the point. */
  readonly aside?: true;
}

export interface TreeLine {
  /** 0: a root. At most one more than the line before. */
  readonly depth: number;
  readonly label: string;
  /** How many were folded into this one; 1 goes without saying. */
  readonly times: number;
  readonly seconds?: number | undefined;
  /** What it did, in few words each: `3 commands`. */
  readonly counts: readonly string[];
  /** Of the counts. */
  readonly severity?: Severity;
}

/** Who asked whom, in the order of time. */
export interface Diagram {
  readonly kind: 'diagram';
  readonly title: string;
  readonly sequence: Sequence;
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** May be left out where there is no room for it. */
  readonly optional?: true;
}

export type Row = readonly Cell[];

export interface Cell {
  /** Its first figure is what it is sorted by, in a column of figures. */
  readonly text: Text;
  readonly severity?: Severity;
}

export type Severity = 'good' | 'bad' | 'warn' | 'dim';

export const text = (...spans: Text): Block => ({ kind: 'text', text: spans });

export const code = (lines: string): Block => ({ kind: 'code', text: lines });

/** Words, a figure, or a cell that has more to it than one of them. */
export type CellContent = string | Figure | Cell;

/** A table from its columns (a title alone stands for a left-aligned column), its rows and their facets. */
export function table(
  columns: readonly (string | Column)[],
  rows: readonly (readonly CellContent[])[],
  facets?: readonly string[],
): Table {
  return {
    kind: 'table',
    columns: columns.map((column) =>
      typeof column === 'string' ? { title: column, align: 'left' } : column,
    ),
    rows: rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' || 'form' in cell ? { text: [cell] } : cell)),
    ),
    ...(facets && { facets }),
  };
}

/** A column of figures. */
export const figures = (title: string): Column => ({ title, align: 'right' });

/** A cell that shows a name, e.g. a metric's key. */
export const codeCell = (name: string): Cell => ({ text: [{ code: name }] });
