import process from 'node:process';
import fc from 'fast-check';

const ALWAYS_THE_SAME = 20261125;

/**
 * One seed for all property tests of a run, so that every run is the same; PROPERTY_SEED=random or a number changes
 * it. The names of the tests print it, so that any run can be repeated.
 */
export const SEED = seedOf(process.env.PROPERTY_SEED);

function seedOf(wanted: string | undefined): number {
  if (wanted === undefined) return ALWAYS_THE_SAME;
  return wanted === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(wanted);
}

/**
 * PROPERTY_SCALE multiplies the number of runs: 1 in `npm test`, more when there is time. Below 1 it is only asked
 * whether a property fails, and no smallest counterexample is looked for.
 */
export const SCALE = Number(process.env.PROPERTY_SCALE ?? 1);

/** Checks a property on that many random values (times PROPERTY_SCALE); the smallest counterexample is in the message. */
export function always<T>(arbitrary: fc.Arbitrary<T>, runs: number, holds: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), {
    seed: SEED,
    numRuns: Math.round(runs * SCALE),
    endOnFailure: SCALE < 1,
  });
}
