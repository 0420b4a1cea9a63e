import type { Message } from '../../../model/message.ts';
import { folded } from './sequenceFold.ts';
import { castOf } from './sequenceCast.ts';
import type { Arrow, Loop, Sequence } from '../../sequenceModel.ts';

/** Arrows beyond which nobody reads a diagram, and GitHub does not draw it. */
const MOST_ARROWS = 200;

/**
 * Messages in the order of time -> a sequence. Equal messages in a row are one arrow, what happens again
 * and again is a loop; at most 200 arrows.
 */
export function sequenceOf(messages: readonly Message[], mostArrows = MOST_ARROWS): Sequence {
  const { participants, idOf } = castOf(messages);
  const arrows = messages.map(({ from, to, text, kind }): Arrow => ({
    from: idOf(from),
    to: idOf(to),
    text,
    kind,
    times: 1,
  }));
  const items: (Arrow | Loop)[] = [];
  let [drawn, told] = [0, 0];
  for (const item of folded(arrows)) {
    const size = 'arrows' in item ? item.arrows.length : 1;
    if (drawn + size > mostArrows) break;
    drawn += size;
    told += messagesOf(item);
    items.push(item);
  }
  return { participants, items, left: messages.length - told };
}

function messagesOf(item: Arrow | Loop): number {
  if (!('arrows' in item)) return item.times;
  return item.times * item.arrows.reduce((sum, arrow) => sum + messagesOf(arrow), 0);
}
