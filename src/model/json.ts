import { usageError } from '../platform/errors.ts';

/** The longest text read from one file, in characters: hundreds of workloads fit. */
export const MAX_FILE_CHARACTERS = 32 * 1024 ** 2;

/** A tree of causes, the deepest of what we write, has some fifty levels of two. */
const DEEPEST = 200;

/**
 * JSON text -> unknown, more strictly than JSON.parse: an object that names a key twice, or the key
 * `__proto__`, is refused, since a reviewer and the program could read it differently; so is one that
 * is nested deeper than anything of ours.
 * Throws a usage error that names the file and begins with it.
 */
export function parseJson(text: string, fileName: string): unknown {
  if (text.length > MAX_FILE_CHARACTERS) {
    throw usageError(
      `${fileName} holds ${text.length} characters; at most ${MAX_FILE_CHARACTERS} are read. ` +
        'Give a file that ganeti-perf wrote.',
    );
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const reason = seen(error instanceof Error ? error.message : String(error), 200);
    throw usageError(
      `${fileName} is not complete JSON (${text.length} characters, ${reason}). ` +
        'It may be cut short: copy it again, or make it again.',
      { cause: error },
    );
  }
  refuseConfusingKeys(text, fileName);
  return document;
}

/** A value as an error may show it: one line, bounded, no control or bidirectional characters. */
export function seen(value: unknown, limit = 80): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value !== null && typeof value === 'object') return 'an object';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const short = text.length > limit ? `${text.slice(0, limit)}...` : text;
  const plain = short.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
  return typeof value === 'string' ? `"${plain}"` : plain;
}

/** `text` must be valid JSON. Strings are matched whole, so that braces in them do not count. */
function refuseConfusingKeys(text: string, fileName: string): void {
  const open: Set<unknown>[] = [];
  for (const [token, string, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (string !== undefined && colon !== undefined) {
      const key: unknown = JSON.parse(string);
      const keys = open.at(-1);
      if (keys?.has(key)) {
        throw usageError(`${fileName} has the key ${seen(key)} twice in one object: keep one.`);
      }
      if (key === '__proto__') {
        throw usageError(
          `${fileName} has a key ${seen(key)}, which is never one of ours: remove it.`,
        );
      }
      keys?.add(key);
    }
    if (open.length > DEEPEST) {
      throw usageError(
        `${fileName} is nested more than ${DEEPEST} levels deep. Give a file that ganeti-perf wrote.`,
      );
    }
  }
}
