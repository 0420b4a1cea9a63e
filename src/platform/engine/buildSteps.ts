import { stripVTControlCharacters } from 'node:util';
import type { Progress } from '../log/progress.ts';

/**
 * Reads the output of `docker build`, which may be somebody else's build, and says what it is at: numbers of steps
 * and of modules, and names of modules; no other text of it gets further.
 *
 * @returns what takes each line
 */
export function withSteps(progress: Progress): (line: string) => void {
  return (line) => {
    const step = stepOf(line);
    if (step !== undefined) progress(step);
  };
}

/** `[ 57 of 203] Compiling Ganeti.Objects ( src/... )` of GHC, BuildKit's prefix before it or not. */
const MODULE = /^(?:#\d+ [\d.]+ )?\[ *(\d{1,5}) of (\d{1,5})\] Compiling ([\w.']{1,80})(?: |$)/;
/** `Step 3/7 : RUN ...` of the classic builder. */
const CLASSIC = /^Step (\d{1,3})\/(\d{1,3}) : /;
/** `#8 [build 3/5] RUN ...` of BuildKit. */
const BUILDKIT = /^#\d+ \[(?:[\w.-]+ )?(\d{1,3})\/(\d{1,3})\] /;

/** One line of the output as a step of it; undefined: it says nothing of how far it is. */
export function stepOf(coloured: string): string | undefined {
  // The classic builder colours what a build writes to stderr.
  const line = stripVTControlCharacters(coloured);
  const [, part, parts, module] = MODULE.exec(line) ?? [];
  if (module !== undefined) return `[${part} of ${parts}] ${module}`;
  const [, step, steps] = CLASSIC.exec(line) ?? BUILDKIT.exec(line) ?? [];
  return step === undefined ? undefined : `step ${step} of ${steps}`;
}
