import type { TestProject } from 'vitest/node';
import { buildProgram, buildValidators } from '../../scripts/build.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Why there is no program to run; empty when there is one. */
    readonly buildFault: string;
  }
}

/**
 * Builds once before the first test: the validators, then the program that end-to-end tests run. A program that cannot
 * be built fails the tests that run it, with the reason, and no others.
 */
export default async function setup(project: TestProject): Promise<void> {
  const fault = await buildValidators()
    .then(buildProgram)
    .then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  project.provide('buildFault', fault);
}
