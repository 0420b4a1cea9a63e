import { visible } from '../platform/invisible.ts';

/**
 * One line of text that may go anywhere: line breaks, tabs and spaces of other widths become spaces; what is
 * not seen, or changes how others are seen (bidirectional, zero-width), and what is broken becomes U+FFFD.
 */
export function plainLine(text: string): string {
  return visible(text.replace(/[\r\n\t\u2028\u2029]+/g, ' ').replace(/(?!\u00A0)\p{Zs}/gu, ' '));
}
