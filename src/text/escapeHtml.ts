import { plainLine } from './plain.ts';
import { spansOf, type Text } from './text.ts';

/** HTML that says what was meant, and nothing else. Only this module makes it of texts. */
export interface Markup {
  readonly html: string;
}

/** What may stand in {@link markup}; of a list its items, one after the other. */
export type MarkupPart = string | number | Markup | readonly MarkupPart[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A template of HTML: what is put into it is text, in an element and in a quoted attribute, unless it is
 * markup itself. Its own module, and no library, as text is more than escaped here: it stays on its line, and
 * what would turn or hide others is replaced.
 */
export function markup(template: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  const html = template.map((own, i) => {
    const part = parts[i];
    return part === undefined ? own : own + htmlOf(part);
  });
  return { html: html.join('') };
}

/** Markup with a line for each. */
export const markupLines = (lines: readonly Markup[]): Markup =>
  trusted(lines.map(({ html }) => html).join('\n'));

/** HTML, CSS or a script of ours, as it is. Nothing in it may come from outside. */
export const trusted = (html: string): Markup => ({ html });

/** Words and names; a long name may break after a slash, which a copy of it does not show. */
export const inlineHtml = (text: Text): Markup =>
  markup`${spansOf(text).map((span) =>
    typeof span === 'string' ? span : markup`<code>${breakable(span.code)}</code>`,
  )}`;

/** Lines as they are. */
export const preformatted = (lines: string): Markup =>
  markup`<pre><code>${markupLines(lines.split(/\r?\n/).map((line) => markup`${line}`))}</code></pre>`;

const breakable = (name: string): MarkupPart[] =>
  name.split('/').map((part, i) => (i === 0 ? part : [markup`/<wbr>`, part]));

function htmlOf(part: MarkupPart): string {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(htmlOf).join('');
}

const escaped = (text: string): string =>
  plainLine(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
