import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './lib/dependencies.mjs';

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}
interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** The names of artifacts that steps of this action have in a workflow, where they hold `what`. */
async function names(workflow: string, action: string, what: (step: Step) => boolean) {
  const text = await readFile(`${ROOT}.github/workflows/${workflow}.yml`, 'utf8');
  const { jobs } = parse(text) as Workflow;
  return Object.values(jobs)
    .flatMap(({ steps = [] }) => steps)
    .filter((step) => step.uses?.startsWith(`actions/${action}@`) && what(step))
    .map((step) => step.with?.['name'] ?? step.with?.['pattern'] ?? '');
}

it.each(['measure', 'fan-out'])('what %s measured is of its attempt', async (workflow) => {
  const found = await names(workflow, 'upload-artifact', (step) =>
    /^perf-results\/measurement\.json$/m.test(step.with?.['path'] ?? ''),
  );
  expect(found).toEqual([expect.stringMatching(/\}\}-attempt-\$\{\{ github\.run_attempt \}\}$/)]);
});

it('a comment is of what the attempt measured that started it, and of no earlier one', async () => {
  const found = await names(
    'comment',
    'download-artifact',
    (step) => 'run-id' in (step.with ?? {}),
  );
  expect(found).toEqual([
    '${{ inputs.artifact }}-attempt-${{ github.event.workflow_run.run_attempt }}',
  ]);
});
