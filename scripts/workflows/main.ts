import { EXIT, PerfError } from '../../src/platform/errors.ts';
import { terminalLog } from '../../src/platform/log/terminalLog.ts';
import { lintRepository, problemText } from './lint.ts';

/** Prints what is wrong in the repository at `root` -> the exit status. */
export async function lintMain(
  root: string,
  print: (text: string) => unknown = (text) => process.stdout.write(text),
): Promise<number> {
  const log = terminalLog({ verbose: false });
  try {
    const { workflows, problems } = await lintRepository(root, { log });
    for (const problem of problems) print(`${problemText(problem)}\n`);
    const examples = workflows.filter(({ example }) => example).length;
    print(
      `${workflows.length - examples} workflows and ${examples} examples: ${problems.length} problems\n`,
    );
    return problems.length === 0 ? EXIT.ok : EXIT.regression;
  } catch (error) {
    if (!(error instanceof PerfError)) throw error;
    log.error(error.message);
    return error.exitCode;
  }
}
