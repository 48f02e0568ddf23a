import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    include: ['test/**/*.test.ts'],
    // Most suites wait for databases; one worker a core keeps the cores busy.
    maxWorkers: 2,
    // Loading the libraries takes longer than most files: a worker does it once.
    isolate: false,
    // Only what hangs fails by time: how fast things are is for the benchmarks.
    testTimeout: 15 * 60_000,
    hookTimeout: 15 * 60_000,
  },
});
