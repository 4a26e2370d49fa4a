import { existsSync } from 'node:fs';
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, the longest first: started last, one of them would keep one worker busy while the
 * others have nothing left. On a fresh clone the runner knows no times, and goes by the size of files.
 */
const LONGEST = [
  'render/shipped.test.ts',
  'scenarios/library.test.ts',
  'analysis/brute.test.ts',
  'engine/laws.test.ts',
  'cli/guide.test.ts',
  'document/hostile.test.ts',
  'engine/brute.test.ts',
  'pack/built-pack.test.ts',
  'render/pack-docs.test.ts',
  'engine/comparisons.test.ts',
].map((file) => path.resolve(import.meta.dirname, '..', file));

/** Runs the files that take longest before all others. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = LONGEST.filter((file) => !existsSync(file));
    if (gone.length > 0)
      throw new Error(`tests/support/setup-order.ts names what is not there: ${gone.join()}`);
    const place = ({ moduleId }: TestSpecification): number =>
      LONGEST.includes(moduleId) ? LONGEST.indexOf(moduleId) : LONGEST.length;
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
