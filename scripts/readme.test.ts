import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseWorkload } from '../src/workload/parse.ts';
import { ACTION_PAGES, actionDocs, withTable } from './lib/actionDocs.mjs';
import { ROOT } from './lib/dependencies.mjs';

test.each(ACTION_PAGES)('%s is up to date; if it is not: node scripts/readme.mjs', async (page) => {
  const { committed, fresh } = await actionDocs(page);
  expect(committed).toBe(fresh);
});

const MARKED =
  '<!-- inputs: x -->\nold\n<!-- /inputs -->\n\n<!-- outputs: x --><!-- /outputs -->\n';

test('tables are put between their marks, whatever the descriptions hold', () => {
  const inputs = {
    plain: { description: 'One $& of\n  many', default: 'a\nb\n' },
    piped: { description: 'x | y' },
    given: { description: 'z', default: '${{ github.token }}' },
  };
  const action = { inputs, outputs: { out: { description: 'A path' } } };
  expect(withTable(withTable(MARKED, 'inputs', action), 'outputs', action)).toBe(
    [
      '<!-- inputs: x -->',
      '',
      '| Input | Default | What it is |',
      '| --- | --- | --- |',
      '| `plain` | `a`, `b` | One $& of many |',
      '| `piped` | none | x \\| y |',
      '| `given` | `${{ github.token }}` | z |',
      '',
      '<!-- /inputs -->',
      '',
      '<!-- outputs: x -->',
      '',
      '| Output | What it is |',
      '| --- | --- |',
      '| `out` | A path |',
      '',
      '<!-- /outputs -->',
      '',
    ].join('\n'),
  );
});

test('a page without its marks is refused', () => {
  expect(() => withTable('# Title\n', 'inputs', { inputs: {}, outputs: {} })).toThrow(/inputs/);
});

test('the workload that the README shows is a valid one', async () => {
  const committed = await readFile(join(ROOT, 'README.md'), 'utf8');
  const [, example = ''] = /```yaml\n(schema: [^]*?)```/.exec(committed) ?? [];
  expect(parseWorkload(example, 'README.md')).toMatchObject({ name: 'reboot-all' });
});
