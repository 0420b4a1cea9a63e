import {
  FAILURE_SCHEMA,
  MAX_FAILURE_LINE,
  MAX_FAILURE_LINES,
  type Failure,
} from '../model/failure.ts';
import { EXIT, PerfError } from '../platform/errors.ts';
import { visible } from '../platform/invisible.ts';
import { describeEnd, ProcessError, tailLines } from '../platform/process/processError.ts';

/** Why a run ended, of what it threw. */
export function failureOf(error: unknown): Failure {
  const { message, rest } = wordsOf(error);
  return {
    schema: FAILURE_SCHEMA,
    kind: kindOf(error),
    message: failureLine(message) || 'no reason was given',
    lines: tailLines(rest, MAX_FAILURE_LINES).map((line) => failureLine(line)),
  };
}

/** A message of several lines says in its first one what happened, and in the others what that said. */
function wordsOf(error: unknown): { readonly message: string; readonly rest: string } {
  if (error instanceof ProcessError) {
    const rest = `${error.stdout}\n${error.stderr}`;
    const [last] = tailLines(rest, 1);
    return { message: last?.trim() ?? describeEnd(error.end), rest };
  }
  const [first = '', ...others] = (error instanceof Error ? error.message : String(error)).split(
    '\n',
  );
  // As they are quoted; what is further in says what it belongs to.
  const rest = others.map((line) => line.replace(/^ {1,2}/, '')).join('\n');
  return { message: first.replace(/:\s*$/, ''), rest };
}

function kindOf(error: unknown): Failure['kind'] {
  if (error instanceof ProcessError) return error.end.aborted ? 'interrupted' : 'cluster';
  if (!(error instanceof PerfError)) return 'defect';
  if (error.build) return 'build';
  return KINDS.get(error.exitCode) ?? 'interrupted';
}

const KINDS: ReadonlyMap<number, Failure['kind']> = new Map([
  [EXIT.usage, 'usage'],
  [EXIT.environment, 'environment'],
  [EXIT.invalid, 'invalid'],
]);

/** Any text as a line of the file, of at most so many characters. */
export function failureLine(text: string, most = MAX_FAILURE_LINE): string {
  const line = visible(text.replace(/\s/g, ' ')).trimEnd();
  return line.length > most ? `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}
