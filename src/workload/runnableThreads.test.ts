import { expect, it } from 'vitest';
import { runnable } from './runnableThreads.ts';

/** Captured on a node whose cluster was coming up, and cut. */
const STATS = `1 (docker-init) S 0 1 1 0 -1 4194560 1074 0 0 0 0 1 0 0 20 0 1 0 363764 1044480 134
138 (python3) R 0 138 138 0 -1 4194560 3948 5026 0 0 9 8 10 3 20 0 1 0 365466 16424960 2703
185 (sh) S 0 185 185 0 -1 4194560 1000 0 0 0 2 0 0 0 20 0 1 0 365597 2674688 397
7 (sshd) S 1 7 1 0 -1 4194560 540 0 0 0 0 0 0 0 20 0 1 0 363867 15839232 2328
`;

it('names the threads that have something to do', () => {
  expect(runnable(STATS)).toEqual(['python3']);
});

it('takes the letter behind the name, whatever the name is', () => {
  expect(runnable(STATS.replace('(sshd) S', '(x) R (y) S').replace('(sh) S', '(a b) D'))).toEqual([
    'python3',
    'a b',
  ]);
});

it('has nothing to name where nobody has', () => {
  expect(runnable('')).toEqual([]);
});
