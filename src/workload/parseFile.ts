import { parseDocument } from 'yaml';
import type * as z from 'zod';
import { validated } from '../model/validated.ts';
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

function parseYaml(text: string, what: string): unknown {
  const document = parseDocument(text);
  // A warning is for something that would be read otherwise than it was meant, as an unknown tag.
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) {
    throw usageError(`${what} is not valid YAML: ${problem.message}`, { cause: problem });
  }
  try {
    // Without aliases, a small file cannot grow into a large value.
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw usageError(`${what}: ${error.message}: write it out`, { cause: error });
  }
}
