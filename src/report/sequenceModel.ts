import type { Message } from '../model/message.ts';

/** Who asked whom, as it is drawn: columns, and from top to bottom what passes between them. */
export interface Sequence {
  readonly participants: readonly Participant[];
  readonly items: readonly (Arrow | Loop)[];
  /** Messages beyond the last item. */
  readonly left: number;
}

/** A column of the diagram. */
export interface Participant {
  /** A word that means nothing to Mermaid. */
  readonly id: string;
  readonly name: string;
}

/** Between two columns, by their ids. */
export interface Arrow extends Pick<Message, 'from' | 'to' | 'text' | 'kind'> {
  readonly times: number;
}

/** Arrows that follow each other in this order several times. */
export interface Loop {
  readonly times: number;
  readonly arrows: readonly Arrow[];
}

/** `3 more messages are left out`; empty where none is. */
export function leftOutWords({ left }: Sequence): string {
  if (left === 0) return '';
  return `${left} more ${left === 1 ? 'message is' : 'messages are'} left out`;
}
