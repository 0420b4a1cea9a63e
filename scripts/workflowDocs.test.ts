import { expect, it } from 'vitest';
import { withInputs, workflowDocs } from './lib/workflowDocs.mjs';

it('docs/workflows.md is up to date; if it is not: node scripts/readme.mjs', async () => {
  const { committed, fresh } = await workflowDocs();
  expect(committed).toBe(fresh);
});

it('each reusable workflow has a table between the marks', () => {
  const page = 'a\n<!-- workflows: x -->\nold\n<!-- /workflows -->\nb\n';
  const inputs = {
    size: { description: 'How $& large\n  it is', default: 3 },
    name: { description: 'x | y', default: '' },
    must: { description: 'z', required: true },
  };
  const text = withInputs(page, { 'a.yml': inputs });
  expect(text).toBe(
    [
      'a',
      '<!-- workflows: x -->',
      '',
      '### a.yml',
      '',
      '| Input | Default | What it is |',
      '| --- | --- | --- |',
      '| `size` | `3` | How $& large it is |',
      '| `name` | none | x \\| y |',
      '| `must` | needed | z |',
      '',
      '<!-- /workflows -->',
      'b',
      '',
    ].join('\n'),
  );
  expect(withInputs(text, { 'a.yml': inputs })).toBe(text);
  expect(() => withInputs('no marks', {})).toThrow('has no <!-- workflows: --> mark');
});
