import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mermaidText } from '../../../text/mermaid.ts';
import type { Message } from '../../../model/message.ts';
import { sequenceOf } from './sequence.ts';
import { sequenceMermaid } from '../../render/markdown/sequenceMermaid.ts';

const sequenceDiagram = (all: readonly Message[], most?: number): string =>
  sequenceMermaid(sequenceOf(all, most));

/** `a>b text` -> a message; `a>a` runs a program, `luxid>job ...` starts a job. */
function messages(...lines: string[]): Message[] {
  return lines.map((line, at) => {
    const [, from = '', to = '', text = ''] = /^(.*)>(.*?): (.*)$/.exec(line) ?? [];
    const kind = from === to ? 'run' : to.startsWith('job') ? 'start' : 'call';
    return { at, from, to, text, kind };
  });
}
const body = (diagram: string) => diagram.split('\n').filter((line) => !line.includes(' as '));

describe('a sequence as a diagram', () => {
  it('draws who asks whom, in a fixed order', () => {
    expect(
      sequenceDiagram(
        messages(
          'job OP_X>node10: instance_reboot',
          'node10>node10: lvs',
          'job OP_X>wconfd: readConfig',
          'job OP_X>node2: version',
          'gnt-instance>luxid: SubmitJob',
          'luxid>job OP_X: start',
        ),
      ),
    ).toBe(`sequenceDiagram
    participant p1 as gnt-instance
    participant p2 as luxid
    participant p3 as wconfd
    participant p4 as job OP_X
    participant p5 as node2
    participant p6 as node10
    p4->>p6: instance_reboot
    p6->>p6: lvs
    p4->>p3: readConfig
    p4->>p5: version
    p1->>p2: SubmitJob
    p2-)p4: start`);
  });

  it('folds equal messages in a row', () => {
    const calls = Array<string>(4).fill('job>wconfd: readConfig');
    expect(body(sequenceDiagram(messages(...calls, 'job>wconfd: writeConfig')))).toEqual([
      'sequenceDiagram',
      '    p2->>p1: readConfig × 4',
      '    p2->>p1: writeConfig',
    ]);
  });

  it('draws what repeats as a loop', () => {
    const round = ['job>wconfd: a', 'job>node1: b', 'job>node1: b'];
    const lines = body(
      sequenceDiagram(messages(...round, ...round, ...round, ...round.slice(0, 1))),
    );
    expect(lines).toEqual([
      'sequenceDiagram',
      '    loop 3 times',
      '        p2->>p1: a',
      '        p2->>p3: b × 2',
      '    end',
      '    p2->>p1: a',
    ]);
  });

  it('draws a loop only where it saves something', () => {
    const twice = ['job>wconfd: a', 'job>node1: b', 'job>wconfd: a', 'job>node1: b'];
    expect(body(sequenceDiagram(messages(...twice)))).toHaveLength(5);
  });

  it('stops at its bound and says what is left out', () => {
    const many = Array.from({ length: 500 }, (_, i) => `job>node1: p${i}`);
    const lines = body(sequenceDiagram(messages(...many)));
    expect(lines).toHaveLength(202);
    expect(lines.at(-1)).toBe('    Note over p1,p2: 300 more messages are left out');
    expect(body(sequenceDiagram(messages('job>job: a', 'job>job: b'), 1)).at(-1)).toBe(
      '    Note over p1: 1 more message is left out',
    );
  });

  it('lets many nodes share a column', () => {
    const lines = sequenceDiagram(
      messages(...Array.from({ length: 100 }, (_, i) => `job>node${100 - i}: p`)),
    ).split('\n');
    expect(lines.filter((line) => line.includes(' as '))).toHaveLength(14);
    expect(lines).toContain('    participant p14 as 88 more nodes');
    expect(lines).toContain('    p1->>p14: p × 88');
  });

  it('is a diagram even of nothing', () => {
    expect(sequenceDiagram([])).toBe('sequenceDiagram');
  });
});

describe('untrusted names', () => {
  it.each([
    ['a;b #59; %% x', 'a#59;b #35;59#59; #37;#37; x'],
    ['end END friend end', '#101;nd #69;ND friend #101;nd'],
    ['a\r\n  b\t', 'a b'],
    [
      '"q" `x` <b> {x} [y] a:b->>c',
      '#34;q#34; #96;x#96; #60;b#62; #123;x#125; #91;y#93; a#58;b-#62;#62;c',
    ],
    ['\u202Ea\u0000\uD800', '#65533;a#65533;#65533;'],
    ['', '…'],
    ['\n', '…'],
    ['💥', '#128165;'],
    ['x'.repeat(100), `${'x'.repeat(59)}…`],
  ])('%j becomes %j', (untrusted, escaped) => {
    expect(mermaidText(untrusted)).toBe(escaped);
  });

  const nasty = fc.string({
    unit: fc.constantFrom(
      ...Array.from(' \n\r;:#"\'`%<>{}()-\u2028\u202e\u0000a1'),
      'end',
      'loop',
      'Note over',
      '->>',
      '%%{init:',
      'participant',
      '```',
    ),
    maxLength: 20,
  });

  it('never make a statement', () => {
    const line = (from: string, to: string, text: string): Message => ({
      at: 0,
      from: `a${from}`,
      to: `b${to}`,
      text,
      kind: 'call',
    });
    fc.assert(
      fc.property(nasty, nasty, nasty, (a, b, c) => {
        const diagram = sequenceDiagram([line(a, b, c), line(b, a, c)]);
        for (const each of diagram.split('\n').slice(1)) {
          expect(each).toMatch(
            /^ {4}(?:participant p\d as|p\d->>p\d:) (?:[\w .,/()×→…-]|#\d{1,7};)+$/,
          );
          expect(each.replace(/#\d+;/g, '_')).not.toMatch(/\bend\b/i);
        }
      }),
    );
  });
});
