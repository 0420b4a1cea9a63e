import { tailLines } from '../process/processError.ts';

/** Where a compiler or an interpreter says what is wrong, as `src/A.hs:1:2: error:` and `SyntaxError: ...`. */
const LOCATED = /:\d+(?::\d+)?: (?:fatal )?error\b/;
const RAISED = /^(?:E\s+)?\w*(?:Error|Exception): /;
/** What stands before such a line and belongs to it: a traceback, or the name of the file. */
const BEFORE_RAISED = 6;
/** The classic builder's, which says nothing of this build. */
const NOTICE = /^DEPRECATED: The legacy builder.*\n(?:[ \t]+.*\n)*/m;
/** How many of the very last are kept, beside the error: they say what ended. */
const LAST = 4;

/**
 * The lines of a build that failed which say why: the last ones, and where the first error is not among these,
 * as a compiler goes on with what does not depend on it, that one and the lines behind it, `…`, and the very last.
 *
 * @param output of all steps; BuildKit's numbers and times before each line are left out
 * @param count of lines, at the most
 */
export function tellingLines(output: string, count: number): string[] {
  const all = tailLines(output.replace(NOTICE, ''), Infinity).map((line) =>
    line.replace(/^#\d+ (?:\d+\.\d+ )?/, ''),
  );
  const start = all.length - count;
  const first = firstError(all);
  if (first === undefined || first >= start) return all.slice(-count);
  return [...all.slice(first, first + count - LAST - 1), '…', ...all.slice(-LAST)];
}

/** Of a place in a file before all others, as words like `Error:` are in much that is none. */
function firstError(lines: readonly string[]): number | undefined {
  const located = lines.findIndex((line) => LOCATED.test(line));
  if (located !== -1) return located;
  const raised = lines.findIndex((line) => RAISED.test(line));
  return raised === -1 ? undefined : Math.max(0, raised - BEFORE_RAISED);
}
