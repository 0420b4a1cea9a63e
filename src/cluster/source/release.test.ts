import { describe, expect, it } from 'vitest';
import { readRelease } from './release.ts';

const configure = (major: string, minor: string, revision: string, suffix: string): string =>
  [
    '# Configure script for Ganeti',
    `m4_define([gnt_version_major], [${major}])`,
    `m4_define([gnt_version_minor], [${minor}])`,
    `m4_define([gnt_version_revision], [${revision}])`,
    `m4_define([gnt_version_suffix], [${suffix}])`,
    'm4_define([gnt_version_full],',
  ].join('\n');

describe('readRelease', () => {
  it.each([
    ['3', '0', '2', '', { version: '3.0.2', suite: 'bookworm', regex: 'pcre' }],
    ['3', '1', '0', '~rc2', { version: '3.1.0~rc2', suite: 'trixie', regex: 'tdfa' }],
    ['3', '2', '0', '~alpha1', { version: '3.2.0~alpha1', suite: 'trixie', regex: 'tdfa' }],
    ['4', '0', '0', '', { version: '4.0.0', suite: 'trixie', regex: 'tdfa' }],
  ])('%s.%s.%s%s is built with the Debian that has it', (major, minor, revision, suffix, found) => {
    expect(readRelease(configure(major, minor, revision, suffix), 'ganeti')).toEqual(found);
  });

  it.each([
    ['releases before 3.0', configure('2', '16', '2', ''), 'is Ganeti 2.16.2; releases before 3.0'],
    ['another project', 'AC_INIT(hello, 1.0)', 'defines no gnt_version_major'],
    ['a number that is none', configure('three', '0', '2', ''), 'is Ganeti NaN.0.2'],
    [
      'a half of it',
      configure('3', '1', '0', '').replace(/.*suffix.*\n/, ''),
      'gnt_version_suffix',
    ],
  ])('refuses %s', (_name, text, message) => {
    expect(() => readRelease(text, 'some/folder')).toThrow(message);
    expect(() => readRelease(text, 'some/folder')).toThrow("'source:some/folder'");
  });
});
