import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Reports are compared as text, and progress is too: colours would differ between machines.
    env: { NO_COLOR: '1' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'test/unit/**/*.test.ts'],
          testTimeout: 20_000,
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
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'cluster',
          include: ['test/cluster/**/*.test.ts'],
          // One container engine, two cores: clusters take turns, and a bring-up takes its time.
          fileParallelism: false,
          testTimeout: 5 * 60_000,
          hookTimeout: 10 * 60_000,
        },
      },
    ],
  },
});
