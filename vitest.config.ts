import { defineConfig } from 'vitest/config';
import { HANG } from './test/support/deadline.ts';

export default defineConfig({
  test: {
    // Reports are compared as text, and progress is too: colours would differ between machines.
    env: { NO_COLOR: '1' },
    // A golden file is written by `npm run golden` only: one that is missing is a failure.
    update: 'none',
    // No test is a timed one: all of these end hangs.
    testTimeout: HANG,
    hookTimeout: HANG,
    teardownTimeout: HANG,
    expect: { poll: { timeout: HANG } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'test/unit/**/*.test.ts',
            'test/golden/*.test.ts',
          ],
          // The Action's tests wait for an answer most of the time; one worker is the default on two cores.
          maxWorkers: 3,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // Installs Chromium where that is missing: nothing is skipped.
          globalSetup: ['test/browser/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'cluster',
          include: ['test/cluster/**/*.test.ts'],
          // One container engine, two cores: clusters take turns.
          fileParallelism: false,
          // Within a file, those that are marked so: a run waits a good part of its time.
          maxConcurrency: 2,
        },
      },
    ],
  },
});
