import { availableParallelism } from 'node:os';
import process from 'node:process';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/setup-order.ts';

// Where most of those who use it are it is tomorrow before it is so in Greenwich; set before any worker starts.
process.env['TZ'] = 'Asia/Jayapura';

/**
 * The suite of `npm test`: offline, no tool of the system, no isolation between files, so no global state either.
 * What needs a real terminal is in tests/machine and runs by `npm run test:machine`.
 */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/setup.ts'],
    pool: 'threads',
    isolate: false,
    // Left to itself the runner keeps one core free, which on two cores is half of the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    // A golden file that is missing fails; only `npm run golden` writes one.
    update: 'none',
  },
});
