import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { stepOf, withSteps } from './buildSteps.ts';

// What Docker's classic builder wrote while it compiled Ganeti: the compiler's warnings are coloured between.
const output = readFileSync(
  new URL('../../../test/fixtures/builds/haskell.txt', import.meta.url),
  'utf8',
);

it('a build that compiles: its steps, then its modules', () => {
  const steps: string[] = [];
  const take = withSteps((step) => steps.push(step));
  for (const line of output.split('\n')) take(line);
  expect(steps.slice(0, 10)).toEqual([
    ...Array.from({ length: 8 }, (_, n) => `step ${n + 1} of 10`),
    '[1 of 186] AutoConf',
    '[2 of 186] Ganeti.BasicTypes',
  ]);
  // Behind the colour that ends a warning; the third was torn apart by one.
  expect(steps).toContain('[12 of 186] Ganeti.JSON');
  expect(steps).not.toContainEqual(expect.stringContaining('3 of 186] Ganeti.Codec'));
});

it.each([
  // BuildKit's, as github.com/moby/moby/issues/45453 has them.
  ['#5 [2/2] RUN env | grep proxy', 'step 2 of 2'],
  ['#1 [internal] load .dockerignore', undefined],
  ['#5 DONE 0.1s', undefined],
  ['#0 0.106 HTTPS_PROXY=https://my-proxy.example', undefined],
  // What somebody's build may say of itself.
  ['[ 1 of 2] Compiling <b>::error::x', undefined],
  ['[ 1 of 2] Compiling \u001B[2JMain ( x )', '[1 of 2] Main'],
  ['Step 1/2 : RUN echo ::set-output name=a::b', 'step 1 of 2'],
  ['#1 0.1 [ 1 of 2] Compiling Main ( x )', '[1 of 2] Main'],
  ['[ 123456 of 2] Compiling Main', undefined],
])('%j: %j', (line, step) => {
  expect(stepOf(line)).toBe(step);
});
