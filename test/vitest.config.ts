import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    globalSetup: ['test/built.ts'],
    include: ['test/**/*.test.ts'],
    // One a processor: a good part of the tests waits for programs and sockets.
    maxWorkers: '100%',
    // Only what hangs runs into it: most of the time is that of a machine on which other tests run.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
