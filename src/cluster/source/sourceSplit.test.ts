import { describe, expect, it } from 'vitest';
import { splitFiles } from './sourceSplit.ts';

describe('splitFiles', () => {
  it.each([
    'src/Ganeti/JQScheduler.hs',
    'src/Ganeti/Curl/Internal.hsc',
    'app/ganeti-luxid.hs',
    'regex/tdfa/Ganeti/Query/RegEx.hs',
    'test/hs/htest.hs',
    'autotools/build-rpc',
    'cabal/ganeti.template.cabal',
    'autogen.sh',
    'configure.ac',
    'Makefile.am',
    'ganeti.cabal',
    'Setup.lhs',
    'vcs-version',
  ])('compiles the Haskell programs anew when %s changes', (file) => {
    expect(splitFiles([file])).toEqual({ haskell: [file], rest: [] });
  });

  it.each([
    'lib/backend.py',
    'lib/_constants.py.in',
    'daemons/daemon-util.in',
    'scripts/gnt-node',
    'tools/ensure-dirs',
    'doc/examples/ganeti.initd.in',
    'doc/users/users.in',
    'tests.py',
    'my/src/x.hs',
  ])('installs %s without compiling', (file) => {
    expect(splitFiles([file])).toEqual({ haskell: [], rest: [file] });
  });

  it.each([
    'doc/design-2.0.rst',
    'man/gnt-node.rst',
    'qa/ganeti-qa.py',
    'test/py/testutils.py',
    '.github/workflows/ci.yml',
    '.gitignore',
    'NEWS',
  ])('has no use for %s', (file) => {
    expect(splitFiles([file])).toEqual({ haskell: [], rest: [] });
  });
});
