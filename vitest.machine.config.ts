import { defineConfig } from 'vitest/config';

/** The tests that need a tool of the system (tmux, chromium): they fail, and are never skipped, where it is missing. */
export default defineConfig({
  test: {
    include: ['tests/machine/**/*.machine.ts'],
    globalSetup: ['tests/support/setup.ts', 'tests/support/setup-machine.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
