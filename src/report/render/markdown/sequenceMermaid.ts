import { sequenceText } from '../../../text/escapeMermaid.ts';
import { leftOutWords, type Arrow, type Loop, type Sequence } from '../../sequenceModel.ts';

/**
 * A sequence as a Mermaid `sequenceDiagram`; what is left out is a note. The names may be untrusted: none
 * of them says anything to Mermaid.
 */
export function sequenceMermaid(sequence: Sequence): string {
  const { participants, items } = sequence;
  const rest = leftOutWords(sequence);
  const ends = [participants[0], participants.at(-1)].map((participant) => participant?.id ?? '');
  const lines = [
    ...participants.map(({ id, name }) => `participant ${id} as ${sequenceText(name)}`),
    ...items.flatMap(linesOf),
    ...(rest === '' ? [] : [`Note over ${[...new Set(ends)].join(',')}: ${rest}`]),
  ];
  return ['sequenceDiagram', ...lines.map((line) => `    ${line}`)].join('\n');
}

function linesOf(item: Arrow | Loop): string[] {
  if ('arrows' in item) {
    const inner = item.arrows.flatMap(linesOf).map((line) => `    ${line}`);
    return [`loop ${item.times} times`, ...inner, 'end'];
  }
  const { from, to, text, kind, times } = item;
  const sign = kind === 'start' ? '-)' : '->>';
  return [`${from}${sign}${to}: ${sequenceText(text)}${times === 1 ? '' : ` × ${times}`}`];
}
