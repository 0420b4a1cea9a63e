import { visible } from '../platform/invisible.ts';
import { usageError } from '../platform/errors.ts';

/** The longest text read from one file, in characters: hundreds of workloads fit. */
export const MAX_FILE_CHARACTERS = 32 * 1024 ** 2;

/** A tree of causes, the deepest of what we write, has some fifty levels of two. */
const DEEPEST = 200;

/** A workload has some hundreds of metrics, the most that one object of ours holds. */
const MOST_KEYS = 10_000;

/**
 * JSON text -> unknown, more strictly than JSON.parse: an object that names a key twice, or the key
 * `__proto__`, is refused, since a reviewer and the program could read it differently; so is one that
 * is nested deeper, or has more keys, than anything of ours.
 * Throws a usage error that names the file and begins with it.
 */
export function parseJson(content: string, fileName: string): unknown {
  // Editors and checkouts of other systems put it there, with line ends that JSON takes anyway.
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content;
  if (text.length > MAX_FILE_CHARACTERS) {
    throw usageError(
      `${fileName} holds ${text.length} characters; at most ${MAX_FILE_CHARACTERS} are read. ` +
        'Give a file that ganeti-perf wrote.',
    );
  }
  refuseConfusing(text, fileName);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = seen(error instanceof Error ? error.message : String(error), 200);
    throw usageError(
      `${fileName} is not complete JSON (${text.length} characters, ${reason}). ` +
        'It may be cut short: copy it again, or make it again.',
      { cause: error },
    );
  }
}

/** A value as an error may show it: one line, bounded, no control or bidirectional characters. */
export function seen(value: unknown, limit = 80): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value !== null && typeof value === 'object') return 'an object';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const short = text.length > limit ? `${text.slice(0, limit)}...` : text;
  const plain = visible(short);
  return typeof value === 'string' ? `"${plain}"` : plain;
}

/**
 * Sees each character once, and asks no regular expression: one that matches a string of millions of
 * characters needs more stack than there is. What is no JSON at all is left to JSON.parse.
 */
function refuseConfusing(text: string, fileName: string): void {
  const open: Set<string>[] = [];
  /** The last string, without its quotes: a key, if a colon follows. */
  let string = '';
  for (let at = 0; at < text.length; at++) {
    switch (text.charAt(at)) {
      case '{':
      case '[':
        open.push(new Set());
        if (open.length > DEEPEST) {
          throw usageError(
            `${fileName} is nested more than ${DEEPEST} levels deep. Give a file that ganeti-perf wrote.`,
          );
        }
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case '"': {
        const end = endOfString(text, at);
        if (end === -1) return;
        string = text.slice(at + 1, end);
        at = end;
        break;
      }
      case ':':
        addKey(open.at(-1), string, fileName);
        break;
    }
  }
}

/** Where the string that begins at `from` has its closing quote; -1 where there is none. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '"') return at;
    if (text[at] === '\\') at++;
  }
  return -1;
}

function addKey(keys: Set<string> | undefined, raw: string, fileName: string): void {
  const key = raw.includes('\\') ? unescaped(raw) : raw;
  if (keys?.has(key)) {
    throw usageError(`${fileName} has the key ${seen(key)} twice in one object: keep one.`);
  }
  if (key === '__proto__') {
    throw usageError(`${fileName} has a key ${seen(key)}, which is never one of ours: remove it.`);
  }
  keys?.add(key);
  if (keys && keys.size > MOST_KEYS) {
    throw usageError(
      `${fileName} has more than ${MOST_KEYS} keys in one object. Give a file that ganeti-perf wrote.`,
    );
  }
}

function unescaped(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
