import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WholeDaysFirst } from './test/support/whole-days-first.ts';

const limits = {
  // Only what hangs fails by time: how fast things are is for the benchmarks.
  testTimeout: 15 * 60_000,
  hookTimeout: 15 * 60_000,
};

/** What is asked of a process that is nobody else's: that a bot which has stopped leaves no timer in it. */
const ALONE = ['test/platforms/**/*.test.ts'];

/** A ward's whole year, random months, random deeds and undoing: longer than one waits for while one works. `npm run test:long` */
const LONG = [
  'test/days/{year,random-month,fuzz-long}.test.ts',
  'test/ledger/{taken-back,planned-when-due}.properties.test.ts',
];

/** What the sources start as a process is compiled before. */
const resolve = {
  alias: [
    {
      find: './reading-program.ts',
      replacement: join(import.meta.dirname, 'test/support/compiled-reading-program.ts'),
    },
  ],
};

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    sequence: { sequencer: WholeDaysFirst },
    // More workers than the two cores of a small machine: while one waits for a platform or a process, another works.
    projects: [
      {
        resolve,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...ALONE, ...LONG],
          // Loading the libraries and opening a database takes longer than most files: a worker does it once.
          isolate: false,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          ...limits,
        },
      },
      {
        resolve,
        test: { name: 'long', include: LONG, maxWorkers: 2, sequence: { groupOrder: 2 }, ...limits },
      },
      {
        resolve,
        test: { name: 'alone', include: ALONE, maxWorkers: 4, sequence: { groupOrder: 0 }, ...limits },
      },
    ],
  },
});
