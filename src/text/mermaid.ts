/** Characters of one text of a diagram: more would push its columns apart. */
const LONGEST = 60;

/** What Mermaid shows as it is, at any place of a text; all else goes by its number. */
const HARMLESS = /[^A-Za-z0-9 _.,/()×→…-]/gu;

/**
 * Any text -> a text in a Mermaid diagram that is shown as it is and ends nothing, comments nothing and
 * says nothing; at most 60 characters of it. Control, format and broken characters become U+FFFD.
 */
export function mermaidText(text: string): string {
  const line = text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\uFFFD')
    .trim();
  const characters = Array.from(line);
  const short =
    characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line;
  const escaped = short
    .replace(HARMLESS, numbered)
    // A word that would close a block.
    .replace(/\bend\b/gi, (word) => numbered(word) + word.slice(1));
  return escaped === '' ? '…' : escaped;
}

const numbered = (character: string): string => `#${character.codePointAt(0) ?? 0};`;
