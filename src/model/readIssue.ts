import type { z } from 'zod';
import { seen } from './json.ts';

type Issue = z.core.$ZodIssue;

const MOST_LISTED = 5;

/** One sentence on what is wrong: the place inside `document`, what was expected, the value seen. */
export function explainIssue(issue: Issue, document: unknown): string {
  const place = issue.path.length > 0 ? `at ${placeOf(issue.path)}: ` : '';
  if (issue.code === 'unrecognized_keys') {
    return `${place}unknown key ${listed(
      issue.keys.map((key) => seen(key)),
      ', ',
    )}`;
  }
  if (issue.code === 'invalid_key') {
    return `${place}${listed(
      issue.issues.map((inner) => inner.message),
      ', ',
    )}`;
  }
  return `${place}${expectation(issue)}, saw ${seen(valueAt(document, issue.path))}`;
}

/** zod's words, without what {@link seen} says better; a union's own message says nothing. */
function expectation(issue: Issue): string {
  const messages =
    issue.code === 'invalid_union' && issue.errors.length > 0
      ? issue.errors.flatMap((branch) => branch.map((inner) => inner.message))
      : [issue.message];
  const words = messages.map((text) =>
    text.replace(/^[^:]+: (?=expected)/, '').replace(/, received .*$/, ''),
  );
  return listed(words, ' or ');
}

/** A file may hold any number of faults, and a sentence a few. */
function listed(words: readonly string[], separator: string): string {
  const rest = words.length - MOST_LISTED;
  const more = rest > 0 ? ` (and ${rest} more)` : '';
  return `${words.slice(0, MOST_LISTED).join(separator)}${more}`;
}

/** e.g. `workloads[0].metrics["execve/cli/ssh"].values[2]` */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      const name = String(step);
      if (!/^[A-Za-z_]\w{0,60}$/.test(name)) return `[${seen(name)}]`;
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const step of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
