import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    globalSetup: ['test/built.ts'],
    include: ['test/**/*.test.ts'],
    // One a processor: a good part of the tests waits for programs and sockets.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
