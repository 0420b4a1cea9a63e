import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';
import { codeBlock, escapeMarkdown, inlineCode } from '../../../text/escapeMarkdown.ts';
import { code, codeCell, figures, table, text, type Report, type Section } from '../../model.ts';

const report = (...sections: Section[]): Report => ({
  status: 'bad',
  title: 'Regression',
  verdict: ['worst ', { code: 'execve/a/b' }, ' 0 → 5'],
  context: ['Ganeti 3.0.2'],
  sections,
});

describe('renderMarkdown', () => {
  it('opens with the verdict, shows the headline and folds the rest', () => {
    const markdown = renderMarkdown(
      report(
        {
          title: 'Changes',
          prominence: 'headline',
          blocks: [
            table(
              ['Metric', figures('After')],
              [[codeCell('execve/a/b'), { text: ['1 234 B'], severity: 'bad' }]],
            ),
          ],
        },
        { title: 'Why', prominence: 'archive', blocks: [text('- no list'), code('a\n  b')] },
      ),
    );
    expect(markdown).toBe(
      [
        '### ❌ Regression: worst `execve/a/b` 0 → 5',
        '',
        'Ganeti 3.0.2',
        '',
        '| Metric | After |',
        '| :- | -: |',
        '| `execve/a/b` | **1\u00A0234\u00A0B** |',
        '',
        '<details><summary>Why</summary>',
        '',
        '\\- no list',
        '',
        '```',
        'a',
        '  b',
        '```',
        '',
        '</details>',
        '',
      ].join('\n'),
    );
  });

  const section = (title: string, length: number): Section => ({
    title,
    prominence: 'archive',
    blocks: [text('x'.repeat(length))],
  });

  it('leaves out whole sections that do not fit, the least important first, and says so', () => {
    const long = report(section('first', 20_000), section('huge', 70_000), section('last', 20_000));
    const markdown = renderMarkdown(long);
    expect(markdown.length).toBeLessThan(60_000);
    expect(markdown.match(/<summary>\w+/g)).toEqual(['<summary>first', '<summary>last']);
    expect(markdown.match(/<details>/g)).toHaveLength(markdown.match(/<\/details>/g)?.length ?? -1);
    expect(markdown).toMatch(/One section did not fit here.*report\.md.*measurement\.json/);
    const tight = renderMarkdown(long, 21_000);
    expect(tight.match(/<summary>\w+/g)).toEqual(['<summary>first']);
    expect(tight).toContain('2 sections did not fit');
  });

  it('has at most as many characters as it may, escapes and all, whatever is in it', () => {
    const words = fc
      .tuple(fc.constantFrom('$', '|', '<', '&', '@', 'a', '\n', '\u{1F4A5}', '`'), fc.nat(20_000))
      .map(([character, times]) => character.repeat(times));
    const spans = fc.array(fc.oneof(words, fc.record({ code: words })), { maxLength: 3 });
    const cases = fc.record({
      title: words,
      verdict: spans,
      context: spans,
      worst: fc.array(spans, { maxLength: 30 }),
      sections: fc.array(
        fc.record({ title: words, prominence: fc.constant('headline' as const), text: words }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(cases, fc.integer({ min: 2_000, max: 70_000 }), (one, limit) => {
        const sections = one.sections.map(({ text: content, ...others }) => ({
          ...others,
          blocks: [text(content)],
        }));
        const markdown = renderMarkdown({ ...one, status: 'bad', sections }, limit);
        expect(markdown.length).toBeLessThanOrEqual(limit);
        expect(markdown.startsWith('### ❌ ')).toBe(true);
        expect(markdown).not.toMatch(/\p{Cs}/u);
        // No escape is cut in two.
        expect(markdown.match(/<span>/g)?.length).toBe(markdown.match(/<\/span>/g)?.length);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out nothing that fits', () => {
    const markdown = renderMarkdown(report(section('a', 100)), 300);
    expect(markdown).not.toContain('did not fit');
  });
});

/** The Markdown without its code spans, where nothing acts; an escaped backtick opens none. */
const outsideCode = (markdown: string) => markdown.replace(/(\\.)|`[^`]*`/gs, '$1 ');

describe('untrusted strings', () => {
  it.each<[string, string]>([
    ['a|b', 'a&#124;b'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    ['&lt;', '&amp;lt;'],
    [
      '`x` *y* _z_ ~q~ [a](b) $m$',
      '\\`x\\` \\*y\\* \\_z\\_ \\~q\\~ \\[a\\](b) <span>$</span>m<span>$</span>',
    ],
    [
      '[skip ci] [CI-skip] [no ci]',
      '[\u200Bskip ci] [\u200BCI-skip] [\u200Bno ci]'.replace(/[[\]]/g, '\\$&'),
    ],
    ['hi @octocat', 'hi @\u200Boctocat'],
    ['see #12', 'see #\u200B12'],
    ['::error::x', ':\u200B:error:\u200B:x'],
    ['##[error]x', '##\u200B\\[error\\]x'],
    ['https://evil.example', 'https:\u200B//evil.example'],
    ['a\r\n\tb', 'a b'],
    ['\u202Eabc\u001B[31m\u0000\uD800', '\uFFFDabc\uFFFD\\[31m\uFFFD\uFFFD'],
  ])('%j becomes %j', (untrusted, escaped) => {
    expect(escapeMarkdown(untrusted)).toBe(escaped);
  });

  it('keep out of code spans', () => {
    expect(inlineCode('execve/a/b-c_d@e+f')).toBe('`execve/a/b-c_d@e+f`');
    expect(inlineCode('a`|b')).toBe('<code>a\\`&#124;b</code>');
    expect(inlineCode('a::b')).toBe('<code>a:\u200B:b</code>');
    expect(inlineCode('')).toBe('');
  });

  it('do not end a block of code', () => {
    expect(codeBlock('a\n```\n# b ````')).toBe('`````\na\n```\n# b ````\n`````');
  });

  const nasty = fc.string({
    unit: fc.constantFrom(
      ...Array.from('|`<>&@:#*_[]()!~$\\\n\r\t\u202e\u0000\u001b\u2028 aW9.'),
      '::',
      '```',
      '</details>',
      '<!--',
      'https://',
      '@org/team',
      '##[',
    ),
    maxLength: 30,
  });

  it('never break a table, fold anything or act', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (a, b, c) => {
        const markdown = renderMarkdown({
          status: 'good',
          title: a,
          verdict: [b, { code: c }],
          context: [a],
          sections: [
            {
              title: b,
              prominence: 'detail',
              blocks: [
                table(
                  [a, figures(b)],
                  [
                    [c, codeCell(a)],
                    [codeCell(b), { text: [c], severity: 'bad' }],
                  ],
                ),
              ],
            },
          ],
        });
        const lines = markdown.split('\n');
        expect(lines).toHaveLength(13);
        const rows = lines.filter((line) => line.startsWith('|'));
        expect(rows.map((row) => row.match(/\|/g)?.length)).toEqual([3, 3, 3, 3]);
        const seen = outsideCode(markdown);
        const tags = new Set(seen.match(/<[^>]*>/g));
        const ours = /^<\/?(?:details|summary|code|span)>$/;
        expect([...tags].filter((tag) => !ours.test(tag))).toEqual([]);
        expect(seen).not.toMatch(/@\w|::|##\[|:\/\//);
        expect(markdown.replaceAll('\n', '').replaceAll('\u200B', '')).not.toMatch(
          /[\p{Cc}\p{Cf}]/u,
        );
      }),
      { numRuns: 500 },
    );
  });
});
