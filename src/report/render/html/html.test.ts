import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHtml } from './html.ts';
import { inlineHtml, markup, preformatted } from '../../../text/escapeHtml.ts';
import { CHART_SCRIPT, PAGE_SCRIPT, STYLE } from './generated/pageAssets.ts';
import {
  code,
  codeCell,
  difference,
  figures,
  level,
  table,
  text,
  type Bars,
  type Status,
  type Report,
} from '../../model.ts';

const KEY = 'execve/ganeti-noded/lvs';
const sample: Report = {
  status: 'bad',
  title: 'Regression',
  verdict: ['worst ', { code: KEY }, ' 3 → 24'],
  context: ['Ganeti 3.0.2'],
  sections: [
    {
      title: 'Changes',
      prominence: 'headline',
      blocks: [
        table(
          [
            { title: 'Workload', align: 'left', optional: true },
            'Metric',
            figures('After'),
            'Verdict',
          ],
          [
            [
              'verify',
              codeCell(KEY),
              level(1234, 'count'),
              { text: ['regression'], severity: 'bad' },
            ],
            [
              'verify',
              codeCell('wall'),
              { text: [difference(0, 2, 'seconds')], severity: 'dim' },
              '',
            ],
          ],
          ['regression', 'informative'],
        ),
        text('2 metrics unchanged.'),
      ],
    },
    {
      title: 'What to do',
      prominence: 'detail',
      blocks: [code('npm run perf -- refresh\n  done')],
    },
    {
      title: 'Environment',
      prominence: 'archive',
      blocks: [table(['', 'Measured on'], [['kernel', '6.1']])],
    },
  ],
};

const MEMORY: Bars = {
  kind: 'bars',
  title: 'peak',
  unit: 'bytes',
  rows: [{ name: 'job', before: 1, band: null, after: 2 }],
};

/** Tags of the page outside its style and script, in order, e.g. `th scope="col"`. */
function tagsOf(html: string): string[] {
  const markup = html
    .replace(`<style>${STYLE}`, '<style>')
    .replace(`<script>${PAGE_SCRIPT}`, '<script>')
    .replace(`<script>${CHART_SCRIPT}`, '<script>');
  return [...markup.matchAll(/<([^>]*)>/g)].map(([, tag = '']) => tag);
}

/** What is left open, or closed without having been opened. */
function unbalanced(tags: readonly string[]): string[] {
  const VOID = ['!doctype', 'meta', 'wbr', 'input'];
  const open: string[] = [];
  for (const tag of tags) {
    const name = /^\/?[!\w]+/.exec(tag)?.[0] ?? tag;
    if (VOID.includes(name)) continue;
    if (!name.startsWith('/')) open.push(name);
    else if (open.at(-1) === name.slice(1)) open.pop();
    else return [...open, name];
  }
  return open;
}

describe('renderHtml', () => {
  const html = renderHtml(sample);

  it.each([
    ['the verdict in its title', `<title>✗ Regression: worst ${KEY} 3 → 24</title>`],
    ['the verdict on top', '<h1>Regression</h1>'],
    ['its language', '<html lang="en">'],
    [
      'the headline in sight',
      '<section aria-labelledby="section-1">\n<h2 id="section-1">Changes</h2>',
    ],
    ['details folded', '<details>\n<summary><h2 id="section-2">What to do</h2></summary>'],
    ['the archive folded', '<details>\n<summary><h2 id="section-3">Environment</h2></summary>'],
    ['headers of columns', '<th scope="col">Metric</th><th scope="col" class="figure">After</th>'],
    ['columns that may go', '<th scope="col" class="optional">Workload</th>'],
    [
      'names as headers of rows',
      '<th scope="row"><code>execve/<wbr>ganeti-noded/<wbr>lvs</code></th>',
    ],
    ['first cells as headers of rows', '<th scope="row">kernel</th><td>6.1</td>'],
    ['no header without words', '<thead><tr><td></td><th scope="col">Measured on</th>'],
    ['figures and their values', '<td class="figure" data-value="1234">1 234</td>'],
    ['severities of words with a sign', 'aria-hidden="true">✗</span> regression</span></td>'],
    ['severities of signed figures without', '<span class="tone dim">+2 s</span>'],
    ['the severity of a row, and what it is chosen by', '<tr class="bad" data-facet="regression">'],
    ['lines as they are', '<pre><code>npm run perf -- refresh\n  done</code></pre>'],
  ])('shows %s', (_, markup) => {
    expect(html).toContain(markup);
  });

  it('has the filter only over tables that name metrics', () => {
    expect(html.match(/<table class="metrics"/g)).toHaveLength(1);
    expect(html.match(/<table /g)).toHaveLength(2);
  });

  it('unfolds the first section where nothing is in sight', () => {
    const folded = renderHtml({ ...sample, sections: sample.sections.slice(1) });
    expect(folded.match(/<details( open)?>/g)).toEqual(['<details open>', '<details>']);
  });

  it.each<[Status, string]>([
    ['good', '✓'],
    ['bad', '✗'],
    ['neutral', '–'],
    ['invalid', '!'],
  ])('marks %s by a sign, not by colour alone', (status, sign) => {
    const page = renderHtml({ ...sample, status });
    expect(page).toContain(`<title>${sign} `);
    expect(page).toContain(`<header class="banner ${status}">`);
  });

  it('closes what it opens', () => {
    expect(unbalanced(tagsOf(html))).toEqual([]);
    expect(unbalanced(tagsOf(renderHtml({ ...sample, sections: [] })))).toEqual([]);
    const charts = { title: 'Memory', prominence: 'headline', blocks: [MEMORY] } as const;
    expect(unbalanced(tagsOf(renderHtml({ ...sample, sections: [charts] })))).toEqual([]);
  });

  it('gives equal output for equal input', () => {
    expect(renderHtml(structuredClone(sample))).toBe(html);
  });
});

describe('the page on its own', () => {
  const html = renderHtml(sample);

  const drawn = renderHtml({
    ...sample,
    sections: [{ title: 'Memory', prominence: 'archive', blocks: [MEMORY] }],
  });

  it.each([
    ['without a chart', html, [PAGE_SCRIPT]],
    ['with a chart', drawn, [PAGE_SCRIPT, CHART_SCRIPT]],
  ])('allows nothing but the style and the scripts in it, %s', (_, page, scripts) => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const inline = (element: string) =>
      [...page.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(
        ([, text]) => text!,
      );
    const hashes = (all: readonly string[]) =>
      all.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
    expect(inline('script')).toEqual(scripts);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hashes(inline('style'))}`,
      `script-src ${hashes(scripts)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    // A policy in a meta element rules only what comes after it.
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'));
  });

  it('names no other place', () => {
    const own = drawn.replace(CHART_SCRIPT, '');
    for (const page of [html, own]) {
      // A hash may have any letters.
      expect(page.replaceAll(/'sha256-[^']*'/g, '')).not.toMatch(
        /https?:|url\(|@import|\b(?:src|href|style|on\w+)=/,
      );
    }
  });

  it.each([
    ['page', PAGE_SCRIPT],
    ['charts', CHART_SCRIPT],
  ])('has a script that compiles and does not end early: %s', (_, script) => {
    expect(() => new Script(script)).not.toThrow();
    expect(script).not.toMatch(/<\/(?:script|style)|<!--/i);
    expect(STYLE).not.toMatch(/<\/|<!--/);
  });

  it('brings the licences of what is in it', () => {
    expect(drawn).toMatch(/echarts 6[\s\S]*Apache License[\s\S]*zrender 6[\s\S]*BSD 3-Clause/);
  });
});

/** WCAG 2.2, 1.4.3: relative luminance, and the ratio of two. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const digits = hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex;
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const channel = parseInt(digits.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', 0],
  ['dark', 1],
])('the %s theme', (_, index) => {
  const pairs = [...STYLE.matchAll(/--([\w-]+): light-dark\((#[\da-f]+), (#[\da-f]+)\);/g)];
  const colours = new Map(pairs.map(([, name = '', ...both]) => [name, both[index]!]));
  const tones = ['good', 'bad', 'warn', 'invalid', 'neutral'];

  it.each([
    ...['ground', 'card', 'raised', ...tones.map((tone) => `${tone}-ground`)].flatMap((ground) =>
      ['ink', 'faint'].map((ink) => [ink, ground]),
    ),
    ...tones.flatMap((tone) =>
      ['card', 'raised', `${tone}-ground`].map((ground) => [tone, ground]),
    ),
  ])('can be read: %s on %s', (ink, ground) => {
    expect(contrast(colours.get(ink)!, colours.get(ground)!)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('untrusted strings', () => {
  it.each<[string, string]>([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['</title></style></script>', '&lt;/title&gt;&lt;/style&gt;&lt;/script&gt;'],
    ['" onclick="x\' y', '&quot; onclick=&quot;x&#39; y'],
    ['&lt; &#60;', '&amp;lt; &amp;#60;'],
    ['a\r\n\tb', 'a b'],
    ['\u202Eabc\u001B[31m\u0000\uD800\u200B', '\uFFFDabc\uFFFD[31m\uFFFD\uFFFD\uFFFD'],
  ])('%j becomes %j', (untrusted, escaped) => {
    expect(markup`${untrusted}`.html).toBe(escaped);
    expect(inlineHtml([untrusted]).html).toBe(escaped);
  });

  it('keep their lines, and nothing else, in a block of code', () => {
    expect(preformatted('a\r\n  <b>\n\u202E').html).toBe(
      '<pre><code>a\n  &lt;b&gt;\n\uFFFD</code></pre>',
    );
  });

  const nasty = fc.string({
    unit: fc.constantFrom(
      ...Array.from('<>&"\'`=/!-;#x \n\r\t\u202e\u2066\u0000\u001b\u2028\ud800'),
      '<script>',
      '</script>',
      '</title>',
      '</code></pre>',
      '<!--',
      ']]>',
      '&lt;',
      ' onclick=',
      'style=',
      '{{',
      '${',
      '1 234 KiB',
    ),
    maxLength: 30,
  });
  const of = (a: string, b: string, c: string): Report => ({
    status: 'good',
    title: a,
    verdict: [b, { code: c }],
    context: [a],
    sections: [
      {
        title: b,
        prominence: 'headline',
        blocks: [
          table(
            [`x${a}`, figures(`x${b}`)],
            [
              [
                { text: [`x${c}`], severity: 'bad' },
                { text: [`+${a}`], severity: 'good' },
              ],
              [codeCell(b), { text: [`x${c}`] }],
            ],
          ),
          text(c),
        ],
      },
      { title: c, prominence: 'detail', blocks: [code(a)] },
    ],
  });
  /** Where a name may break, and the value of a figure, are all that a string decides. */
  const skeleton = (html: string) =>
    tagsOf(html)
      .filter((tag) => tag !== 'wbr')
      .map((tag) => tag.replace(/ data-value="-?[\d.]+(?:e[+-]?\d+)?"/, ''));

  it('never make an element or an attribute, nor leave one out', () => {
    const expected = skeleton(renderHtml(of('a', 'b', 'c')));
    expect(unbalanced(expected)).toEqual([]);
    fc.assert(
      fc.property(nasty, nasty, nasty, (a, b, c) => {
        const html = renderHtml(of(a, b, c));
        expect(skeleton(html)).toEqual(expected);
        expect(html.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
        // No ampersand but our own entities.
        expect(html.replace(PAGE_SCRIPT, '')).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
      { numRuns: 500 },
    );
  });
});
