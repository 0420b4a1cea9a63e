import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseWorkload } from '../src/workload/parse.ts';
import { ROOT } from './lib/dependencies.mjs';
import { readme, withTables } from './lib/readme.mjs';

test('the README is up to date; if it is not: node scripts/readme.mjs', async () => {
  const { committed, fresh } = await readme();
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

test('a README without its marks is refused', () => {
  expect(() => withTables('# Title\n', { inputs: {}, outputs: {} })).toThrow(/inputs/);
});

interface Workflow {
  name: string;
  on: { workflow_run?: { workflows: string[] } };
  permissions: Record<string, string>;
  jobs: Record<
    string,
    { permissions?: Record<string, string>; steps: { uses?: string; with?: object }[] }
  >;
}

test('its workflows for pull requests have no more rights than it says, and pin what they use', async () => {
  const { committed } = await readme();
  const { inputs } = parse(await readFile(join(ROOT, 'action.yml'), 'utf8')) as { inputs: object };
  const blocks = [...committed.matchAll(/```yaml\n(name: Performance[^]*?)```/g)];
  const [measure, comment] = blocks.map(([, text = '']) => parse(text) as Workflow);
  expect([measure?.permissions, comment?.permissions]).toEqual([{ contents: 'read' }, {}]);
  expect(measure?.jobs['performance']?.permissions).toBeUndefined();
  expect(comment?.jobs['comment']?.permissions).toEqual({
    actions: 'read',
    'pull-requests': 'write',
  });
  expect(comment?.on.workflow_run?.workflows).toEqual([measure?.name]);
  // Nothing of the pull request is fetched or run where comments may be written.
  expect(JSON.stringify(comment)).not.toMatch(/checkout|"run":/);
  const steps = [measure, comment].flatMap((w) =>
    Object.values(w!.jobs).flatMap((job) => job.steps),
  );
  for (const step of steps) {
    if (step.uses === undefined) continue;
    expect(step.uses).toMatch(/@(?:[0-9a-f]{40}|COMMIT)$/);
    if (!step.uses.startsWith('OWNER/')) continue;
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  }
});

test('the workload it shows is a valid one', async () => {
  const { committed } = await readme();
  const [, example = ''] = /```yaml\n(schema: [^]*?)```/.exec(committed) ?? [];
  expect(parseWorkload(example, 'README.md')).toMatchObject({ name: 'reboot-all' });
});
