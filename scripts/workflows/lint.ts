import type { WorkContext } from '../../src/platform/context.ts';
import { actionlint } from './actionlint.ts';
import { findWorkflows, type Problem, type WorkflowText } from './documents.ts';
import { parseWorkflow } from './parsed.ts';
import { readProject, type Project } from './project.ts';
import { checkRules } from './rules.ts';
import { ensureShellcheck, shellcheck } from './shellcheck.ts';

/**
 * Everything that is wrong with the workflows of a repository and with those that its pages show, in
 * the order of the files.
 *
 * @throws PerfError (environment) where shellcheck cannot be had
 */
export async function lintRepository(
  root: string,
  context: WorkContext,
): Promise<{ readonly workflows: readonly WorkflowText[]; readonly problems: readonly Problem[] }> {
  await ensureShellcheck(context);
  const workflows = await findWorkflows(root);
  const project = await readProject(root, workflows);
  const found = await Promise.all(workflows.map((workflow) => lintWorkflow(workflow, project)));
  return { workflows, problems: found.flat() };
}

/** Everything that is wrong with one, by lines. */
export async function lintWorkflow(
  workflow: WorkflowText,
  project: Project,
): Promise<readonly Problem[]> {
  const parsed = parseWorkflow(workflow);
  const found = [...(await actionlint(workflow))];
  if (parsed) {
    for (const script of parsed.scripts) found.push(...(await shellcheck(script)));
    found.push(...checkRules(parsed, project));
  }
  return found.sort((a, b) => a.line - b.line);
}

/** As compilers say it. */
export const problemText = ({ path, line, rule, message }: Problem): string =>
  `${path}:${line}: ${message} [${rule}]`;
