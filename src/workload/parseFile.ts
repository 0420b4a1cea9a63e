import { isScalar, parseDocument, visit, type Document } from 'yaml';
import type * as z from 'zod';
import { validated } from '../model/validated.ts';
import { seen } from '../model/json.ts';
import { explainIssue } from '../model/readIssue.ts';
import { usageError } from '../platform/errors.ts';

/** What a file must be. */
interface FileKind<S extends z.ZodType> {
  /** Its field `schema`. */
  readonly id: string;
  readonly schema: S;
  /** The name of its file in `schemas/`. */
  readonly published: string;
}

/**
 * Reads a YAML file of a published schema.
 *
 * @param what it is, with its name, for messages
 * @throws PerfError (exit 2) that names the file, the place in it and what is expected there
 */
export function parseFile<S extends z.ZodType>(
  text: string,
  what: string,
  { id, schema, published }: FileKind<S>,
): z.output<S> {
  const content = parseYaml(text, what);
  const given = (content as { schema?: unknown } | null)?.schema;
  if (typeof given === 'string' && given !== id) {
    throw usageError(`${what} has schema '${given}'; this ganeti-perf reads '${id}'`);
  }
  const parsed = validated(schema, content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const reason = issue ? explainIssue(issue, content) : 'not what it should be';
  throw usageError(`${what}: ${reason}; see schemas/${published}.schema.json`);
}

/** The longest text of a file, in characters: ours have some thousands. */
const MAX_CHARACTERS = 256 * 1024;

function parseYaml(text: string, what: string): unknown {
  if (text.length > MAX_CHARACTERS) {
    throw usageError(`${what} holds ${text.length} characters; at most ${MAX_CHARACTERS} are read`);
  }
  // The parser's own look for keys that occur twice takes the square of their number.
  const document = parseDocument(text, { uniqueKeys: false });
  // A warning is for something that would be read otherwise than it was meant, as an unknown tag.
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) {
    throw usageError(`${what} is not valid YAML: ${problem.message}`, { cause: problem });
  }
  const twice = keyTwice(document);
  if (twice !== undefined) {
    throw usageError(`${what} has the key ${seen(twice)} twice in one map: keep one`);
  }
  try {
    // Without aliases, a small file cannot grow into a large value.
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw usageError(`${what}: ${error.message}: write it out`, { cause: error });
  }
}

/** The first key that a map has twice; keys are strings here, whatever else they look like. */
function keyTwice(document: Document): string | undefined {
  let twice: string | undefined;
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<string>();
      for (const { key } of items) {
        const name = String(isScalar(key) ? key.value : key);
        if (keys.has(name)) {
          twice = name;
          return visit.BREAK;
        }
        keys.add(name);
      }
      return undefined;
    },
  });
  return twice;
}
