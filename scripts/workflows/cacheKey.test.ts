import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { splitFiles } from '../../src/cluster/source/sourceSplit.ts';
import { ROOT } from '../lib/dependencies.mjs';
import { WORKFLOWS } from './documents.ts';
import { parseWorkflow } from './parsed.ts';

/** Paths of Ganeti's repository, of each kind. */
const FILES = [
  ...['app/ganeti-luxid.hs', 'src/Ganeti/Types.hs', 'regex/pcre2/Ganeti/Query/Regex.hs'],
  ...['cabal/ganeti.template.cabal', 'autotools/build-rpc', 'test/hs/htest.hs', 'autogen.sh'],
  ...['configure.ac', 'Makefile.am', 'ganeti.cabal', 'Setup.lhs', 'vcs-version'],
  ...['lib/backend.py', 'lib/cmdlib/instance.py', 'daemons/import-export', 'tools/burnin'],
  ...['doc/examples/ganeti.initd.in', 'test/py/cfgupgrade_unittest.py', 'qa/ganeti-qa.py'],
  ...['NEWS', 'README.md', '.github/workflows/ci.yml', 'srcs', 'configure.ac.orig'],
];

/** What the keys of a workflow hash: patterns, for each step that restores. */
async function keysOf(name: string): Promise<readonly (readonly string[])[]> {
  const path = `${WORKFLOWS}/${name}`;
  const text = await readFile(join(ROOT, path), 'utf8');
  const jobs = parseWorkflow({ path, firstLine: 1, text, example: false })?.jobs ?? [];
  return jobs
    .flatMap(({ steps }) => steps)
    .filter((step) => String(step.get('uses')).startsWith('actions/cache/restore@'))
    .map((step) => /hashFiles\((.*)\)/.exec(String(step.section('with')?.get('key')))?.[1] ?? '')
    .map((list) => [...list.matchAll(/'([^']*)'/g)].map(([, glob = '']) => glob));
}

it.each([
  ['measure.yml', ['ganeti']],
  ['fan-out.yml', ['ganeti']],
  ['refresh.yml', ['ganeti']],
  ['dispatch.yml', ['head', 'against']],
])('the key of compiled Haskell in %s covers what the compiler gets', async (name, folders) => {
  const keys = await keysOf(name);
  expect(keys).toHaveLength(folders.length);
  for (const [index, globs] of keys.entries()) {
    const own = globs.filter((glob) => glob.startsWith(`${folders[index] ?? ''}/`));
    const covers = (file: string): boolean =>
      own
        .map((glob) => glob.slice(glob.indexOf('/') + 1))
        .some((glob) =>
          glob.endsWith('/**') ? file.startsWith(glob.slice(0, -2)) : file === glob,
        );
    expect(FILES.filter(covers)).toEqual(splitFiles(FILES).haskell);
    expect(globs.filter((glob) => !own.includes(glob))).toEqual([
      '.ganeti-perf/images/build/**',
      '.ganeti-perf/images/haskell/**',
    ]);
  }
});
