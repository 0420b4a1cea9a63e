import { plainLine } from './plain.ts';
import { spansOf, type Text } from './text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text -> one line that is text in an element and in a quoted attribute, and nothing else. */
export function escapeHtml(text: string): string {
  return plainLine(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Words and names; a long name may break after a slash, which a copy of it does not show. */
export function inlineHtml(spans: Text): string {
  return spansOf(spans)
    .map((span) =>
      typeof span === 'string'
        ? escapeHtml(span)
        : `<code>${escapeHtml(span.code).replaceAll('/', '/<wbr>')}</code>`,
    )
    .join('');
}

/** Lines as they are. */
export function preformatted(lines: string): string {
  return `<pre><code>${lines.split(/\r?\n/).map(escapeHtml).join('\n')}</code></pre>`;
}
