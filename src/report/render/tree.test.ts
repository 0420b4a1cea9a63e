import fc from 'fast-check';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { sequenceOf } from '../build/trace/sequence.ts';
import { renderHtml } from './html/html.ts';
import { htmlTree } from './html/htmlTree.ts';
import { renderMarkdown } from './markdown/markdown.ts';
import { PAGE_SCRIPT, STYLE } from './html/generated/pageAssets.ts';
import { mermaidBlock } from '../../text/escapeMermaid.ts';
import type { Block, Report, Tree, TreeLine } from '../model.ts';
import { LETTER, layoutOf, ROW } from './html/sequenceLayout.ts';
import { renderTerminal } from './terminal/terminal.ts';
import { terminalTree } from './terminal/terminalTree.ts';

const plain = pc.createColors(false);
const line = (depth: number, label: string, rest: Partial<TreeLine> = {}): TreeLine => ({
  depth,
  label,
  times: 1,
  counts: [],
  ...rest,
});
const treeOf = (...lines: TreeLine[]): Tree => ({ kind: 'tree', title: 'What it did', lines });
const reboot = treeOf(
  line(0, 'gnt-instance reboot <instance>', { seconds: 2.1, counts: ['6 commands', '1 fsync'] }),
  line(1, 'luxi SubmitJob', { seconds: 0.05 }),
  line(2, 'job OP_INSTANCE_REBOOT', { seconds: 1.95, counts: ['9 job-file writes'] }),
  line(3, 'rpc instance_reboot → node2', {
    seconds: 0.31,
    counts: ['3 commands'],
    severity: 'bad',
  }),
  line(4, 'kvm', { times: 12 }),
  line(3, 'rpc version → node1'),
  line(1, 'luxi Query'),
  line(0, 'ganeti-wconfd on node1', { counts: ['2 config writes'] }),
);
const of = (...blocks: Block[]): Report => ({
  status: 'neutral',
  title: 'T',
  verdict: ['v'],
  context: ['c'],
  sections: [{ title: 'Tree', prominence: 'headline', blocks }],
});

describe('on a terminal', () => {
  it('is drawn with its figures below each other', () => {
    expect(terminalTree(reboot, { colours: plain, columns: 100 })).toBe(
      ` 2.1 s  gnt-instance reboot <instance>        6 commands, 1 fsync
 50 ms  ├─ luxi SubmitJob
1.95 s  │  └─ job OP_INSTANCE_REBOOT          9 job-file writes
0.31 s  │     ├─ rpc instance_reboot → node2  3 commands
        │     │  └─ kvm × 12
        │     └─ rpc version → node1
        └─ luxi Query
        ganeti-wconfd on node1                2 config writes`,
    );
  });

  it('lets long counts follow their label', () => {
    const counts = ['a'.repeat(20)];
    const tree = treeOf(line(0, 'job', { counts }), line(1, 'b'.repeat(20), { counts: ['1 c'] }));
    expect(terminalTree(tree, { colours: plain, columns: 40 })).toBe(
      `job  ${'a'.repeat(20)}\n└─ ${'b'.repeat(20)}  1 c`,
    );
  });

  it('fits where it is narrow', () => {
    expect(terminalTree(reboot, { colours: plain, columns: 40 })).toBe(
      ` 2.1 s  gnt-instance …  6 commands, 1 f…
 50 ms  ├─ luxi SubmitJob
1.95 s  │  └─ job OP_…  9 job-file writ…
0.31 s  │     ├─ rpc instan…  3 commands
        │     │  └─ kvm × 12
        │     └─ rpc version → node1
        └─ luxi Query
        ganeti-wconfd …  2 config writes`,
    );
    for (const columns of [40, 60, 80]) {
      for (const each of terminalTree(reboot, { colours: plain, columns }).split('\n')) {
        expect(Array.from(each).length).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('keeps names in sight however deep they are', () => {
    const deep = treeOf(...Array.from({ length: 60 }, (_, depth) => line(depth, `level${depth}`)));
    const lines = terminalTree(deep, { colours: plain, columns: 80 }).split('\n');
    expect(lines.at(-1)).toMatch(/^….*└─ level59$/);
  });

  it('is in colours only when they are asked for', () => {
    const escape = String.fromCharCode(27);
    expect(terminalTree(reboot, { colours: plain, columns: 80 })).not.toContain(escape);
    const colourful = terminalTree(reboot, { colours: pc.createColors(true), columns: 80 });
    expect(colourful).toContain(`${escape}[31m3 commands${escape}[39m`);
    expect(colourful).toContain(`${escape}[2m9 job-file writes${escape}[22m`);
  });
});

describe('as Markdown', () => {
  it('is a block of code', () => {
    const markdown = renderMarkdown(of(reboot));
    expect(markdown).toContain('```\n 2.1 s  gnt-instance reboot <instance>        6 commands');
    expect(markdown).not.toContain('<details>');
  });

  it('is folded away where words are the point', () => {
    expect(renderMarkdown(of({ ...reboot, aside: true }))).toContain(
      '<details><summary>What it did</summary>\n\n```\n 2.1 s  gnt-instance',
    );
  });
});

describe('as HTML', () => {
  it('is lists that fold', () => {
    expect(htmlTree(treeOf(line(0, 'a'), line(1, 'b', { times: 3, seconds: 1 }), line(0, 'c'))))
      .toBe(`<div class="tree" role="group" aria-label="What it did"><ul>
<li><details open><summary><code>a</code></summary><ul>
<li><div class="leaf"><code>b</code> <span class="times">× 3</span> <span class="seconds">1 s</span></div></li>
</ul></details></li>
<li><div class="leaf"><code>c</code></div></li>

</ul></div>`);
  });

  it('unfolds the first levels of a large one', () => {
    const many = Array.from({ length: 40 }, () => [
      line(0, 'a'),
      line(1, 'b'),
      line(2, 'c'),
      line(3, 'd'),
    ]);
    const html = htmlTree(treeOf(...many.flat()));
    expect(html.match(/<details open>/g)).toHaveLength(80);
    expect(html.match(/<details>/g)).toHaveLength(40);
    expect(html.match(/<\/details>/g)).toHaveLength(120);
  });
});

describe('a diagram', () => {
  const diagram: Block = {
    kind: 'diagram',
    title: 'Sequence',
    sequence: sequenceOf([
      { at: 0, from: 'gnt-node', to: 'luxid', text: 'Query', kind: 'call' },
      { at: 1, from: 'luxid', to: 'job OP_X', text: 'start', kind: 'start' },
      { at: 2, from: 'job OP_X', to: 'job OP_X', text: 'ssh', kind: 'run' },
      { at: 3, from: 'job OP_X', to: 'job OP_X', text: 'ssh', kind: 'run' },
    ]),
  };

  it('is drawn by GitHub and in the page, and left out on a terminal', () => {
    const markdown = renderMarkdown(of(diagram));
    expect(markdown).toContain('```mermaid\nsequenceDiagram\n    participant p1 as gnt-node');
    expect(markdown).toContain('    p2-)p3: start\n    p3->>p3: ssh × 2\n```');
    const html = renderHtml(of(diagram));
    expect(html.match(/<path class="life"/g)).toHaveLength(3);
    expect(html.match(/<path class="arrow"/g)).toHaveLength(3);
    expect(html).toContain('role="img" aria-label="Sequence"');
    expect(renderTerminal(of(diagram), { colours: plain, columns: 80 })).toContain(
      '\nSequence: drawn in report.md.\n',
    );
  });

  it('is told in words in the page', () => {
    expect(renderHtml(of(diagram))).toContain(
      '<ol><li>gnt-node asks luxid: Query</li><li>luxid starts job OP_X</li>' +
        '<li>job OP_X runs ssh × 2</li></ol>',
    );
    const message = { at: 0, from: 'a', to: 'b', kind: 'call' } as const;
    const many = Array.from({ length: 8 }, (_, i) => ({ ...message, text: i % 2 ? 'y' : 'x' }));
    const html = renderHtml(
      of({
        ...diagram,
        sequence: sequenceOf([...many, message, message].map((m) => ({ text: 'z', ...m }))),
      }),
    );
    expect(html).toContain(
      '<li>4 times:<ol><li>a asks b: x</li><li>a asks b: y</li></ol></li><li>a asks b: z × 2</li>',
    );
    expect(html).toContain('>4 times</text>');
  });

  it('has room for each name and each text', () => {
    const text = 'x'.repeat(40);
    const { columns, arrows, width } = layoutOf(
      sequenceOf([
        { at: 0, from: 'gnt-node', to: 'luxid', text, kind: 'call' },
        { at: 1, from: 'luxid', to: 'luxid', text, kind: 'run' },
        { at: 2, from: 'luxid', to: 'node1', text: 'y', kind: 'call' },
      ]),
    );
    const [first, second, third] = columns.map(({ x }) => x);
    expect(second! - first!).toBeGreaterThan(40 * LETTER);
    expect(third! - second!).toBeGreaterThan(40 * LETTER);
    expect(width).toBeGreaterThan(third!);
    expect(arrows.map(({ y }) => y)).toEqual([ROW, 2 * ROW, 3 * ROW]);
  });

  it('does not end its block', () => {
    expect(mermaidBlock('a\n```\n::error::\u202e##[x')).toBe(
      "```mermaid\na\n'''\n: :error: :\uFFFD# #[x\n```",
    );
  });
});

describe('untrusted names', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      ...Array.from('<>&"\'`|#@: \n\r\t\u202e\u2066\u0000\u001b\u009b\u2028\ud800'),
      '</code></li>',
      '</details>',
      '<script>',
      '```',
      '::error::',
      '##[',
      '@org/team',
      'https://',
    ),
    maxLength: 30,
  });
  const untrusted = (a: string, b: string): Report =>
    of(
      { ...treeOf(line(0, a, { counts: [b] }), line(1, b), line(1, a)), title: b, aside: true },
      {
        kind: 'diagram',
        title: a,
        sequence: sequenceOf([{ at: 0, from: `x${a}`, to: `y${b}`, text: b, kind: 'call' }]),
      },
    );
  const tagsOf = (html: string) =>
    [
      ...html
        .replace(STYLE, '')
        .replace(PAGE_SCRIPT, '')
        .matchAll(/<([^>]*)>/g),
    ].map(([, tag]) => tag);

  const FOLD = ['<details>', '<summary>', '</summary>', '</details>'];

  /** Labels and places are all that a name decides. */
  const skeleton = (html: string) =>
    tagsOf(html)
      .filter((tag) => tag !== 'wbr')
      .map((tag) => tag?.replace(/aria-label="[^"]*"/, '').replace(/\d+(?:\.\d+)?/g, '0'));

  it('stay names everywhere', () => {
    const expected = skeleton(renderHtml(untrusted('a', 'b')));
    fc.assert(
      fc.property(nasty, nasty, (a, b) => {
        const html = renderHtml(untrusted(a, b));
        expect(skeleton(html)).toEqual(expected);
        const markdown = renderMarkdown(untrusted(a, b));
        expect(markdown).not.toMatch(/::|##\[/);
        // Two blocks of code, and nothing of theirs around them.
        const around = markdown.replace(/^(`{3,})(?:mermaid)?\n[^]*?\n\1$/gm, 'block');
        expect(around.match(/^block$/gm)).toHaveLength(2);
        expect(around).not.toContain('```');
        expect(around.match(/<[^>]*>/g)).toEqual(FOLD);
        const terminal = renderTerminal(untrusted(a, b), { colours: plain, columns: 60 });
        expect(terminal).not.toMatch(/::|##\[/);
        for (const text of [terminal, html, markdown.replaceAll('\u200B', '')]) {
          expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028]/u);
        }
      }),
      { numRuns: 300 },
    );
  });
});
