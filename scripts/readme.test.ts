import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseWorkload } from '../src/workload/parse.ts';
import { actionDocs, withTables } from './lib/actionDocs.mjs';
import { ROOT } from './lib/dependencies.mjs';

test('the page of the Action is up to date; if it is not: node scripts/readme.mjs', async () => {
  const { committed, fresh } = await actionDocs();
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
  expect(withTables(MARKED, { inputs, outputs: { out: { description: 'A path' } } })).toBe(
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
  expect(() => withTables('# Title\n', { inputs: {}, outputs: {} })).toThrow(/inputs/);
});

test('the workload that the README shows is a valid one', async () => {
  const committed = await readFile(join(ROOT, 'README.md'), 'utf8');
  const [, example = ''] = /```yaml\n(schema: [^]*?)```/.exec(committed) ?? [];
  expect(parseWorkload(example, 'README.md')).toMatchObject({ name: 'reboot-all' });
});
