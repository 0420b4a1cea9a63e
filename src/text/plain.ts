/**
 * One line of text that may go anywhere: line breaks and tabs become spaces; control, format
 * (bidirectional, zero-width) and broken characters become U+FFFD.
 */
export function plainLine(text: string): string {
  return text.replace(/[\r\n\t\u2028\u2029]+/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\uFFFD');
}
