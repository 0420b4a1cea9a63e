import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseWorkload } from '../src/workload/parse.ts';
import { actionDocs, withActions } from './lib/actionDocs.mjs';
import { ROOT } from './lib/dependencies.mjs';

it('docs/action.md is up to date; if it is not: node scripts/readme.mjs', async () => {
  const { committed, fresh } = await actionDocs();
  expect(committed).toBe(fresh);
});

it('each Action has its tables between the marks, whatever the descriptions hold', () => {
  const inputs = {
    plain: { description: 'One $& of\n  many', default: 'a\nb\n' },
    piped: { description: 'x | y' },
    given: { description: 'z', default: '${{ github.token }}' },
    must: { description: 'w', required: true },
  };
  const outputs = { out: { description: 'A path' } };
  const page = 'a\n<!-- actions: x -->\nold\n<!-- /actions -->\nb\n';
  const actions = { 'top/one': { description: 'Does\n  it', inputs, outputs } };
  const text = withActions(page, actions);
  expect(text).toBe(
    [
      'a',
      '<!-- actions: x -->',
      '',
      '### top/one',
      '',
      'Does it.',
      '',
      '| Input | Default | What it is |',
      '| --- | --- | --- |',
      '| `plain` | `a`, `b` | One $& of many |',
      '| `piped` | none | x \\| y |',
      '| `given` | `${{ github.token }}` | z |',
      '| `must` | needed | w |',
      '',
      '| Output | What it is |',
      '| --- | --- |',
      '| `out` | A path |',
      '',
      '<!-- /actions -->',
      'b',
      '',
    ].join('\n'),
  );
  expect(withActions(text, actions)).toBe(text);
  expect(() => withActions('no marks', {})).toThrow('has no <!-- actions: --> mark');
});

it('the workload that docs/workloads.md shows is a valid one', async () => {
  const committed = await readFile(join(ROOT, 'docs/workloads.md'), 'utf8');
  const [, example = ''] = /```yaml\n(schema: [^]*?)```/.exec(committed) ?? [];
  expect(parseWorkload(example, 'docs/workloads.md')).toMatchObject({ name: 'reboot-all' });
});
