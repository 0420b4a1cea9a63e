import type { Message } from './message.ts';
import { folded, type Arrow, type Loop } from './sequenceFold.ts';
import { castOf, type Participant } from './sequenceCast.ts';
import { mermaidText } from './mermaidText.ts';

/** Arrows beyond which nobody reads a diagram, and GitHub does not draw it. */
const MOST_ARROWS = 200;

/**
 * Messages in the order of time -> a Mermaid `sequenceDiagram`. Equal messages in a row are one arrow
 * (`readConfig × 4`), what happens again and again is a loop; beyond 200 arrows a note says how many
 * messages are left out. The names may be hostile: none of them says anything to Mermaid.
 */
export function sequenceDiagram(messages: readonly Message[], mostArrows = MOST_ARROWS): string {
  const { participants, idOf } = castOf(messages);
  const arrows = messages.map(({ from, to, text, kind }): Arrow => {
    const sign = kind === 'start' ? '-)' : '->>';
    return { line: `${idOf(from)}${sign}${idOf(to)}: `, text: mermaidText(text), times: 1 };
  });
  const lines: string[] = [];
  let [drawn, told] = [0, 0];
  for (const item of folded(arrows)) {
    const size = 'arrows' in item ? item.arrows.length : 1;
    if (drawn + size > mostArrows) break;
    drawn += size;
    told += messagesOf(item);
    lines.push(...linesOf(item));
  }
  const rest = messages.length - told;
  return [
    'sequenceDiagram',
    ...participants.map(({ id, name }) => `    participant ${id} as ${mermaidText(name)}`),
    ...lines.map((line) => `    ${line}`),
    ...(rest > 0 ? [`    ${noteOf(participants, rest)}`] : []),
  ].join('\n');
}

function linesOf(item: Arrow | Loop): string[] {
  if (!('arrows' in item)) {
    const times = item.times === 1 ? '' : ` × ${item.times}`;
    return [`${item.line}${item.text}${times}`];
  }
  return [
    `loop ${item.times} times`,
    ...item.arrows.flatMap(linesOf).map((line) => `    ${line}`),
    'end',
  ];
}

function messagesOf(item: Arrow | Loop): number {
  if (!('arrows' in item)) return item.times;
  return item.times * item.arrows.reduce((sum, arrow) => sum + messagesOf(arrow), 0);
}

function noteOf(participants: readonly Participant[], rest: number): string {
  const span = [participants[0], participants.at(-1)].map((participant) => participant?.id ?? '');
  const over = [...new Set(span)].join(',');
  return `Note over ${over}: ${rest} more ${rest === 1 ? 'message is' : 'messages are'} left out`;
}
