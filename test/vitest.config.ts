import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    globalSetup: ['test/built.ts'],
    include: ['test/**/*.test.ts'],
    // One a processor: a good part of the tests waits for programs and sockets.
    maxWorkers: '100%',
    // Ends what hangs; says nothing of speed.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
