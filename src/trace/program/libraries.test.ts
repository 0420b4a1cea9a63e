import { describe, expect, it } from 'vitest';
import { failure } from '../../../test/support/failure.ts';
import { parseLibraries } from './libraries.ts';

const CURL = '/usr/lib/x86_64-linux-gnu/libcurl-gnutls.so.4.8.0';
const SSL = '/usr/lib/x86_64-linux-gnu/libssl.so.3';

const refused = (text: string) => failure(() => parseLibraries(text));

describe('parseLibraries', () => {
  it.each([
    [CURL, SSL],
    ['/usr/lib/aarch64-linux-gnu/libcurl-gnutls.so.4.7.0', '/lib/aarch64-linux-gnu/libssl.so.3'],
    ['/opt/g++_1.2-3/lib/a', '/b'],
  ])('takes %s and %s', (libcurl, libssl) => {
    expect(parseLibraries(`${libcurl}\n${libssl}\n`)).toEqual({ libcurl, libssl });
    expect(parseLibraries(`${libcurl}\n${libssl}`)).toEqual({ libcurl, libssl });
  });

  it.each([
    ['both', ''],
    ['libssl', CURL],
    ['libcurl', `\n${SSL}`],
  ])('says that %s are missing', (_, text) => {
    expect(refused(text)).toMatchObject({ exitCode: 4 });
    expect(refused(text).message).toContain('lacks libcurl-gnutls.so.4 or libssl.so.3');
  });

  it.each([
    ['a space', `/usr/lib/my libs/libcurl.so\n${SSL}`],
    ['a wildcard', `/usr/lib/*\n${SSL}`],
    ['another wildcard', `${CURL}\n/usr/lib/libssl.so.?`],
    ["bpftrace's own words", `${CURL}\n/x:f { system("id"); } uprobe:/y`],
    ['a comma', `/a,uprobe:/b\n${SSL}`],
    ['a quote', `/a"b\n${SSL}`],
    ['a variable', `/a$1\n${SSL}`],
    ['a tab', `/a\tb\n${SSL}`],
    ['a carriage return', `${CURL}\r\n${SSL}`],
    ['a NUL', `/a\u0000b\n${SSL}`],
    ['no root', `lib/libcurl.so\n${SSL}`],
    ['a way out of the node', `/../../../etc/passwd\n${SSL}`],
    ['a way out in its middle', `${CURL}\n/usr/lib/../../..`],
    ['letters of other scripts', `/usr/lib/libсurl.so\n${SSL}`],
    ['no end', `/${'a'.repeat(5000)}\n${SSL}`],
  ])('refuses a path with %s', (_, text) => {
    expect(refused(text)).toMatchObject({ exitCode: 4 });
    expect(refused(text).message).toContain('no plain path');
    expect(refused(text).message.length).toBeLessThan(400);
  });

  it('refuses a path with a newline, also where each part looks like a path', () => {
    const { exitCode, message } = refused(`/usr/lib/a\n/b/libcurl.so\n${SSL}`);
    expect(exitCode).toBe(4);
    expect(message).toContain('names 3 libraries');
  });
});
