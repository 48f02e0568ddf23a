import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const limits = {
  // Only what hangs fails by time: how fast things are is for the benchmarks.
  testTimeout: 15 * 60_000,
  hookTimeout: 15 * 60_000,
};

/** What is asked of a process that is nobody else's: that a bot which has stopped leaves no timer in it. */
const ALONE = ['test/platforms/**/*.test.ts'];

/** What the sources start as a process is compiled before. */
const resolve = {
  alias: [
    {
      find: './pdf-program.ts',
      replacement: join(import.meta.dirname, 'test/support/compiled-pdf-program.ts'),
    },
  ],
};

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    // Most suites wait for databases; one worker a core keeps the cores busy.
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: ALONE,
          // Loading the libraries and opening a database takes longer than most files: a worker does it once.
          isolate: false,
          ...limits,
        },
      },
      { resolve, test: { name: 'alone', include: ALONE, ...limits } },
    ],
  },
});
