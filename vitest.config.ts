import { defineConfig } from 'vitest/config';

/** Some things are only true of a database server, or only of the embedded database. */
const otherEngine = process.env.TEST_DATABASE_URL ? 'embedded' : 'server';

export default defineConfig({
  test: {
    // Much of a test is waiting, for a database or a program of its own: the default leaves a core of two idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/browser/**',
            'test/faults/**',
            'test/espeak/**',
            'test/tables/**',
            'test/paper-pages/**',
            'test/year/**',
            `test/**/*.${otherEngine}.test.ts`,
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          exclude: [`test/**/*.${otherEngine}.test.ts`],
          // Each plays with a real program and kills it: side by side they would only slow each other down.
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'year',
          include: ['test/year/**/*.test.ts'],
          // One year: what comes later makes no sense when something before it failed.
          bail: 1,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'espeak',
          include: ['test/espeak/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'tables',
          include: ['test/tables/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'papers',
          include: ['test/paper-pages/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
