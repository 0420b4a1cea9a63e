import { dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { shortPath } from './shortPath.ts';

it('a path in the working folder is told from there, any other from the root', () => {
  expect(shortPath(resolve('perf-results/report.md'))).toBe('perf-results/report.md');
  expect(shortPath('..report')).toBe('..report');
  const outside = resolve(dirname(process.cwd()), 'report.md');
  expect(shortPath('../report.md')).toBe(outside);
  expect(shortPath(outside)).toBe(outside);
});
