/**
 * Characters that are not seen, or that change how others are: control and format characters, what fonts
 * leave out (Unicode's Default_Ignorable_Code_Point: joiners, fillers, variation selectors, tags), broken and
 * unassigned ones, and blanks that are none by name: of Braille, of Khitan and of music.
 */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\u{16FE4}\u{1D159}]/gu;

/** Any text, with U+FFFD in the place of each character that is not seen; line ends and tabs are among them. */
export const visible = (text: string): string => text.replace(INVISIBLE, '\uFFFD');

/** The same, of which line feeds and tabs stay. */
export const visibleLines = (text: string): string =>
  text.replace(INVISIBLE, (character) => (/[\n\t]/.test(character) ? character : '\uFFFD'));
