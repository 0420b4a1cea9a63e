import * as z from 'zod';
import { aptInstall } from '../../src/platform/engine/apt.ts';
import type { WorkContext } from '../../src/platform/context.ts';
import { findProgram } from '../../src/platform/process/privilege.ts';
import { run } from '../../src/platform/process/process.ts';
import type { Problem } from './documents.ts';
import type { Script } from './parsed.ts';

const Report = z.object({
  comments: z.array(
    z.object({ line: z.number(), level: z.string(), code: z.number(), message: z.string() }),
  ),
});

/**
 * Installs Debian's shellcheck where there is none.
 *
 * @throws PerfError (environment) with the command to run where that is not possible
 */
export async function ensureShellcheck(context: WorkContext): Promise<void> {
  if (findProgram('shellcheck') !== undefined) return;
  await aptInstall(['shellcheck'], 'shellcheck is not installed', context);
}

/** The runner stops a script at the first command that fails, which decides some of the findings. */
const AS_THE_RUNNER = 'set -e\n';

/** What shellcheck says of a step's script, with the lines of the file that the step is in. */
export async function shellcheck(script: Script): Promise<readonly Problem[]> {
  const { path, line: first, shell, text } = script;
  const options = [`--shell=${shell}`, '--format=json1', '--norc', '-'];
  const input = AS_THE_RUNNER + text;
  // 1: it has found something. Anything else is no answer.
  const { stdout, stderr, exitCode } = await run('shellcheck', options, { input, reject: false });
  if (exitCode > 1)
    throw new Error(`shellcheck ended with ${exitCode} at ${path}:${first}: ${stderr}`);
  return Report.parse(JSON.parse(stdout)).comments.map(({ line, level, code, message }) => ({
    path,
    line: first + line - 2,
    rule: `SC${code}`,
    message: `${message} (${level})`,
  }));
}
