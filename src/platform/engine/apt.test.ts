import { expect, test } from 'vitest';
import { installCommand } from './apt.ts';
import { findProgram } from '../process/privilege.ts';

test('the command that a person is told can be typed as it is', () => {
  expect(installCommand(['docker.io', 'mmdebstrap'])).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends docker.io mmdebstrap',
  );
});

test('programs are found in PATH first, then where administrators keep theirs', () => {
  expect(findProgram('sh', '/bin')).toBe('/bin/sh');
  expect(findProgram('sh', '')).toMatch(/\/sh$/);
  expect(findProgram('no-such-program')).toBeUndefined();
});
