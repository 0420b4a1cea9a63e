import { describe, expect, it } from 'vitest';
import { UNTRUSTED_TEXTS } from '../../test/support/untrustedTexts.ts';
import { inlineHtml, markup, markupLines, trusted } from './escapeHtml.ts';
import { level } from './text.ts';

describe('markup', () => {
  it('escapes what is put into it, unless that is markup', () => {
    const bold = markup`<b>${'a & b'}</b>`;
    expect(
      markup`<p title="${'"x'}">${bold}, ${3} ${['<', bold, [markup`<br>`]]}${[]}</p>`.html,
    ).toBe('<p title="&quot;x"><b>a &amp; b</b>, 3 &lt;<b>a &amp; b</b><br></p>');
  });

  it.each(UNTRUSTED_TEXTS.map((text) => [text]))('makes text of %j', (text) => {
    const { html } = markup`<p title="${text}">${text}</p>`;
    expect(html.match(/[<>]/g)).toEqual(['<', '>', '<', '>']);
    expect(html.match(/"/g)).toHaveLength(2);
    expect(html).not.toMatch(/'|&(?!(?:amp|lt|gt|quot|#39);)|[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
  });

  it('has a line for each of several', () => {
    expect(markupLines([markup`<p>`, trusted('</p>')]).html).toBe('<p>\n</p>');
  });
});

it('lets a long name break after a slash', () => {
  expect(inlineHtml(['<', { code: 'a/<b' }, level(1234, 'count')]).html).toBe(
    '&lt;<code>a/<wbr>&lt;b</code>1 234',
  );
});
