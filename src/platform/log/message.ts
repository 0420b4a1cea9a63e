import { randomUUID } from 'node:crypto';
import { stripVTControlCharacters } from 'node:util';
import { visibleLines } from '../invisible.ts';

/** Characters of one message: a page. What is quoted in it may be of any length, and a log is read by people. */
const MOST = 8_000;

/**
 * A message as a log may show it: names of files and nodes, texts of errors and what processes print come from
 * elsewhere, and must not drive a terminal, hide anything, or fill the log. Line ends and tabs stay.
 */
export function logText(message: string): string {
  const rest = message.length - MOST;
  const short = rest > 0 ? `${message.slice(0, MOST)}… (${rest} more characters)` : message;
  return visibleLines(stripVTControlCharacters(short).replace(/(?![\n\t])\p{Cc}/gu, ''));
}

/**
 * The runner takes a workflow command at the start of a line, one of its older kind (`##[name]`) anywhere in it,
 * and a traced process may print one. Text that could hold one, or that has lines of its own, goes between a
 * stop and a token nobody can guess.
 */
export function framed(message: string, token: string = randomUUID()): string {
  if (!/[\r\n]|::|##\[/.test(message)) return message;
  return `::stop-commands::${token}\n${message}\n::${token}::`;
}
