import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../lib/dependencies.mjs';
import { examplesOf } from './documents.ts';

interface Caller {
  readonly on: { readonly pull_request?: { readonly types?: string[] } | null };
  readonly jobs: Readonly<Record<string, { readonly uses?: string; readonly if?: string }>>;
}

const callers: Caller[] = [];
for (const path of ['README.md', 'docs/workflows.md', 'docs/pull-requests.md']) {
  for (const { text } of examplesOf(path, await readFile(join(ROOT, path), 'utf8'))) {
    callers.push(parse(text) as Caller);
  }
}
const measuring = callers.filter(({ jobs }) =>
  Object.values(jobs).some(({ uses }) => /(?:measure|fan-out)\.yml@/.test(uses ?? '')),
);

it('there are examples that measure pull requests', () => {
  expect(measuring.length).toBeGreaterThan(1);
});

it.each(measuring)(
  'an example that measures pull requests does so in a merge queue too',
  ({ on }) => {
    // A required check that does not start there makes the queue wait for ever.
    expect(Object.keys(on)).toContain('merge_group');
  },
);

it.each(measuring)('and anew where the pull request is for another branch', ({ on, jobs }) => {
  // GitHub's own three, and the one that says so.
  const types = ['opened', 'synchronize', 'reopened', 'edited'];
  expect(on.pull_request?.types).toEqual(types);
  expect(Object.values(jobs).map((job) => job.if)).toEqual([
    "github.event.action != 'edited' || github.event.changes.base",
  ]);
});

it.each(['measure', 'fan-out'])('%s.yml measures the base of a merge queue too', async (name) => {
  const text = await readFile(join(ROOT, `.github/workflows/${name}.yml`), 'utf8');
  const steps = text.match(/contains\(fromJSON\('\["pull_request", "merge_group"\]'\)/g);
  expect(steps).toHaveLength(2);
});
